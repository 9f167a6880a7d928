-- What staff share: which roles a line of business opens, per brokerage and company, and single records. Each change is kept with what
-- was before, so that it can be shown and taken back (decision 0090).

-- null: as the brokerage says. A row stays where a company once had its own mapping, for nothing may be deleted.
alter table company_line alter column audience drop not null;

create policy staff_changes on line_of_business for update to dossier_app
  using ((select access.staff_function()) = 'administrator') with check ((select access.staff_function()) = 'administrator');
grant update (audience) on line_of_business to dossier_app;
create policy staff_adds on company_line for insert to dossier_app
  with check ((select access.is_staff_writer()) and company_id = any ((select access.companies())::uuid[]));
create policy staff_changes on company_line for update to dossier_app
  using ((select access.is_staff_writer()) and company_id = any ((select access.companies())::uuid[]))
  with check ((select access.is_staff_writer()) and company_id = any ((select access.companies())::uuid[]));
grant insert (brokerage_id, company_id, line_code, audience), update (audience) on company_line to dossier_app;

do $$
declare target text;
begin
  foreach target in array array['policy', 'premium_invoice', 'insured_object', 'claim', 'invoice', 'document'] loop
    execute format('grant update (confidential, shared_with, published_at) on %I to dossier_app', target);
  end loop;
end $$;

-- File Managers change documents, too, but never who sees them.
create function guard_sharing() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  if access.actor() is not null and not access.is_staff_writer() then
    raise exception 'only the brokerage shares records' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger guard_sharing before update on document for each row
  when (old.confidential is distinct from new.confidential or old.shared_with is distinct from new.shared_with
    or old.published_at is distinct from new.published_at)
  execute function guard_sharing();

-- One act of staff. `items` holds for each thing what it was and what it became: [{kind, id, before, after}].
create table sharing_change (
  brokerage_id uuid not null references brokerage,
  id uuid not null default uuid_v7(),
  at timestamptz not null default now(),
  staff_id uuid not null,
  scope text not null check (scope in ('lines', 'company_lines', 'policy', 'premium_invoice', 'insured_object', 'claim', 'invoice', 'document')),
  company_id uuid,
  items jsonb not null check (jsonb_typeof(items) = 'array'),
  -- What the check page said: how many persons see more, how many less.
  gaining integer not null check (gaining >= 0),
  losing integer not null check (losing >= 0),
  told boolean not null default false,
  undone_at timestamptz,
  undone_by uuid,
  primary key (brokerage_id, id),
  foreign key (brokerage_id, staff_id) references staff_member (brokerage_id, id),
  foreign key (brokerage_id, undone_by) references staff_member (brokerage_id, id),
  foreign key (brokerage_id, company_id) references company (brokerage_id, id)
);
create index sharing_change_staff on sharing_change (brokerage_id, staff_id);
create index sharing_change_undone_by on sharing_change (brokerage_id, undone_by);
create index sharing_change_company on sharing_change (brokerage_id, company_id, id);
create index sharing_change_items on sharing_change using gin (items jsonb_path_ops);
call protect_table('sharing_change');
create policy reading on sharing_change for select to dossier_app using ((select access.is_staff()));
create policy staff_adds on sharing_change for insert to dossier_app
  with check ((select access.is_staff_writer()) and staff_id = (select access.actor()));
create policy staff_undoes on sharing_change for update to dossier_app using ((select access.is_staff_writer()))
  with check ((select access.is_staff_writer()) and undone_by = (select access.actor()));
grant select, insert (brokerage_id, id, staff_id, scope, company_id, items, gaining, losing, told), update (undone_at, undone_by)
  on sharing_change to dossier_app;

-- Who sees records of such a company, audience and author: the one rule read the other way round, for many at once. For staff alone.
create function access.who_would_see(p_groups jsonb) returns table (place integer, account_id uuid)
language sql stable security definer set search_path = pg_catalog, public as $$
  select (g.ordinality - 1)::integer, seer
  from jsonb_array_elements(p_groups) with ordinality g
  cross join lateral access.who_sees((g.value ->> 'company')::uuid,
    array(select jsonb_array_elements_text(g.value -> 'audience')), (g.value ->> 'author')::uuid) as seer
  where access.is_staff()
$$;
alter function access.who_would_see(jsonb) owner to dossier_access;
grant execute on function access.who_would_see(jsonb) to dossier_app;

-- Published by staff who wanted nobody to be told: the hourly look for news passes it over. Says nothing but yes or no.
create function access.shared_quietly(p_kind text, p_id uuid, p_at timestamptz) returns boolean
language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (select from sharing_change s where s.brokerage_id = access.brokerage() and s.scope = p_kind and s.at = p_at
    and not s.told and s.items @> jsonb_build_array(jsonb_build_object('id', p_id)))
$$;
alter function access.shared_quietly(text, uuid, timestamptz) owner to dossier_access;
grant execute on function access.shared_quietly(text, uuid, timestamptz) to dossier_app;
create policy rule on sharing_change for select to dossier_access using (brokerage_id = (select access.brokerage()));
grant select on sharing_change to dossier_access;
