-- A table that grows from nothing to a million rows within one import is planned as if it were empty until its statistics are
-- taken anew: the checks of foreign keys and the triggers would go on reading it from end to end, ever slower. Only the owner
-- of a table may do that (before PostgreSQL 17), so this does it for the operator, for the tables of imports and no other.
create function refresh_statistics(target text) returns void language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  if not target = any (array['line_of_business', 'company', 'contact', 'policy', 'premium_invoice', 'insured_object', 'claim', 'invoice', 'document']) then
    raise exception 'not a table of imports: %', target using errcode = '42501';
  end if;
  execute format('analyze public.%I', target);
end $$;
grant execute on function refresh_statistics(text) to dossier_operator;
