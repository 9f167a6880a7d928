-- What would exist for a person if they held other roles: not a second definition of the rule, but the row rules themselves, asked
-- with the settings that access.work_out would make of those roles. Only for who looks after the company. The settings of the
-- transaction are as before when the rows come back; an error ends the transaction and them with it.

create function access.seen_with(p_company uuid, p_account uuid, p_roles text[]) returns table (kind text, id uuid)
language plpgsql volatile set search_path = pg_catalog, public as $$
#variable_conflict use_column
declare
  names constant text[] := array['app.actor', 'app.roles', 'app.companies', 'app.staff_function'];
  before text[]; name text; place integer;
begin
  if not p_company = any (access.managed_companies()) then
    raise exception 'only who looks after a company asks what its people would see' using errcode = '42501';
  end if;
  before := array(select coalesce(current_setting(n, true), '') from unnest(names) with ordinality as x(n, i) order by i);
  perform set_config('app.actor', coalesce(p_account, '00000000-0000-0000-0000-000000000000')::text, true),
    set_config('app.roles', p_roles::text, true), set_config('app.staff_function', '', true),
    set_config('app.companies', (case when 'group_manager' = any (p_roles) then array(select access.company_and_below(p_company))
      else array[p_company] end)::text, true);
  return query
    select 'policy', x.id from policy x union all
    select 'premium_invoice', x.id from premium_invoice x union all
    select 'insured_object', x.id from insured_object x union all
    select 'claim', x.id from claim x union all
    select 'invoice', x.id from invoice x union all
    select 'service_request', x.id from service_request x union all
    select 'document', x.id from document x union all
    select 'conversation', x.id from conversation x;
  for name, place in select n, i from unnest(names) with ordinality as x(n, i) loop
    perform set_config(name, before[place], true);
  end loop;
end $$;
grant execute on function access.seen_with(uuid, uuid, text[]) to dossier_app;

-- How many of these records may carry health data. Runs with more rights than the asker, who may see none of them; ids of records
-- of companies that the asker does not look after count for nothing.
create function access.health_among(p_kind text, p_ids uuid[]) returns integer
language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare n integer;
begin
  if p_kind = 'conversation' then
    select count(*) into n from conversation c where c.brokerage_id = access.brokerage() and c.id = any (p_ids)
      and c.company_id in (select access.company_and_below(m) from unnest(access.managed_companies()) as m) and c.health;
  else
    select count(*) into n from unnest(p_ids) as wanted(id) cross join lateral access.record_of(p_kind, wanted.id) r
      where r.company_id in (select access.company_and_below(m) from unnest(access.managed_companies()) as m) and r.health;
  end if;
  return coalesce(n, 0);
end $$;

-- The lines of business of these records, with how many of each: what somebody opens to others without seeing it.
create function access.lines_among(p_kind text, p_ids uuid[]) returns table (line text, n integer)
language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  if p_kind not in ('policy', 'premium_invoice', 'insured_object', 'claim', 'document') then return; end if;
  return query execute format(
    'select l.name::text, count(*)::integer from %I x
     left join policy p on p.brokerage_id = x.brokerage_id and p.id = x.%s
     left join line_of_business l on l.brokerage_id = p.brokerage_id and l.code = p.line_code
     where x.brokerage_id = access.brokerage() and x.id = any ($1)
       and x.company_id in (select access.company_and_below(m) from unnest(access.managed_companies()) as m)
     group by l.name order by l.name nulls last', p_kind, case p_kind when 'policy' then 'id' else 'policy_id' end) using p_ids;
end $$;
alter function access.health_among(text, uuid[]) owner to dossier_access;
alter function access.lines_among(text, uuid[]) owner to dossier_access;
grant execute on function access.health_among(text, uuid[]), access.lines_among(text, uuid[]) to dossier_app;
