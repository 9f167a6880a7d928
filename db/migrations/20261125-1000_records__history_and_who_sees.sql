-- What a record's own page says besides its facts: what happened to it, where its data comes from, and who sees it.

-- The one rule as a function (domain 2.8), for functions that run with other rights than the actor's: there no row rule of the
-- actor answers. `records/who-sees.test.ts` holds it against the row rules.
create function access.opens(p_company uuid, p_audience text[], p_author uuid, p_published timestamptz) returns boolean
language sql stable set search_path = pg_catalog, public as $$
  select coalesce(p_company = any (access.companies())
    and (p_published <= now() or access.is_staff())
    and (access.full_access() or p_audience && access.roles() or p_author = access.actor()), false)
$$;

-- The columns that the rule reads, of one record that exists for the actor. No row: it is not there.
create function access.opened_record(p_kind text, p_id uuid)
returns table (company_id uuid, audience text[], author_account_id uuid, published_at timestamptz)
language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  if p_kind in ('policy', 'premium_invoice', 'insured_object', 'claim', 'invoice', 'document', 'service_request') then
    return query execute format(
      'select x.company_id, x.audience, x.author_account_id, x.published_at from %I x
       where x.brokerage_id = access.brokerage() and x.id = $1
         and access.opens(x.company_id, x.audience, x.author_account_id, x.published_at)', p_kind) using p_id;
  end if;
end $$;

-- The persons who see a record, for those who look after the contacts of its company, and for staff. Persons of companies that the
-- reader does not look after (a holding's Konzernmanager) have neither name nor contact here: that they are there is all there is to know.
create function access.who_sees_record(p_kind text, p_id uuid)
returns table (contact_id uuid, full_name text, company_id uuid, company_name text, by_roles text[], from_above boolean, as_author boolean)
language sql stable security definer set search_path = pg_catalog, public as $$
  select case when known then c.id end, case when known then c.full_name end, case when known then f.id end, case when known then f.name::text end,
    array(select role from unnest(access.roles_of(a.id)) as role where role = 'full_access' or role = any (r.audience) order by role),
    a.company_id <> r.company_id, coalesce(a.id = r.author_account_id, false)
  from access.opened_record(p_kind, p_id) r
  cross join lateral access.who_sees(r.company_id, r.audience, r.author_account_id) as seer
  join portal_account a on a.brokerage_id = access.brokerage() and a.id = seer
  join contact c on c.brokerage_id = a.brokerage_id and c.id = a.contact_id
  join company f on f.brokerage_id = a.brokerage_id and f.id = a.company_id
  cross join lateral (select a.company_id = any (access.managed_companies()) as known) k
  where r.company_id = any (access.managed_companies()) and r.published_at <= now()
  order by a.company_id <> r.company_id, c.full_name, c.id
$$;

-- What happened to a record, newest first, without the names of those who did it: who that was the reader finds out through the
-- rows of people that exist for him, and otherwise learns only from which side it came.
create function access.history(p_kind text, p_id uuid)
returns table (id uuid, at timestamptz, verb text, actor_kind text, actor_id uuid, details jsonb)
language sql stable security definer set search_path = pg_catalog, public as $$
  select e.id, e.at, e.verb, e.actor_kind, e.actor_id, e.details
  from access.opened_record(p_kind, p_id) r
  join event e on e.brokerage_id = access.brokerage() and e.subject_id = p_id and e.subject_kind = p_kind
  order by e.id desc
  limit 200
$$;
create policy rule on event for select to dossier_access using (brokerage_id = (select access.brokerage()));
grant select on event to dossier_access;
alter function access.opened_record(text, uuid) owner to dossier_access;
alter function access.who_sees_record(text, uuid) owner to dossier_access;
alter function access.history(text, uuid) owner to dossier_access;
grant execute on function access.opens(uuid, text[], uuid, timestamptz) to dossier_access, dossier_app;
grant execute on function access.who_sees_record(text, uuid), access.history(text, uuid) to dossier_app;
grant execute on function access.opened_record(text, uuid) to dossier_app;

-- When an import last wrote the record. What it found unchanged afterwards it does not touch, so the statement stays as old as it is.
do $$
declare target text;
begin
  foreach target in array array['policy', 'premium_invoice', 'insured_object', 'claim', 'invoice', 'document'] loop
    execute format('alter table %I add column imported_at timestamptz', target);
    -- Row rules and triggers would want a brokerage, and this stands in none.
    execute format('alter table %I no force row level security', target);
    execute format('alter table %I disable trigger user', target);
    execute format('update %I set imported_at = updated_at where source_cells is not null', target);
    execute format('alter table %I enable trigger user', target);
    execute format('alter table %I force row level security', target);
  end loop;
end $$;

-- What changed in a record, whoever changed it: an import (then without an actor) or a person. One row a record and statement;
-- `changes` holds [before, after] by column, as texts, of columns that everybody may know who sees the record.
create table record_change (
  brokerage_id uuid not null references brokerage,
  id uuid not null default uuid_v7(),
  record_kind text not null check (record_kind in ('policy', 'premium_invoice', 'insured_object', 'claim', 'invoice', 'document')),
  record_id uuid not null,
  at timestamptz not null default now(),
  actor_kind text not null check (actor_kind in ('customer', 'staff', 'operator')),
  actor_id uuid,
  -- As of which day the source said so, where it tells.
  data_as_of day,
  changes jsonb not null check (jsonb_typeof(changes) = 'object'),
  primary key (brokerage_id, id)
);
create index record_change_record on record_change (brokerage_id, record_id, id);
call protect_table('record_change');
create policy reading on record_change for select to dossier_app using (access.sees(record_kind, record_id));
grant select on record_change to dossier_app;
create policy rule_adds on record_change for insert to dossier_access with check (brokerage_id = (select access.brokerage()));
grant insert (brokerage_id, record_kind, record_id, actor_kind, actor_id, data_as_of, changes) on record_change to dossier_access;

-- Once a statement, so that an import of very many rows pays once a batch. The arguments are the columns to remember.
create function remember_changes() returns trigger language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  before text := (select string_agg(format('o.%I', c), ', ') from unnest(tg_argv) c);
  after text := (select string_agg(format('n.%I', c), ', ') from unnest(tg_argv) c);
begin
  execute format($q$
    insert into record_change (brokerage_id, record_kind, record_id, actor_kind, actor_id, data_as_of, changes)
    select n.brokerage_id, %L, n.id,
      case when access.actor() is null then 'operator' when access.is_staff() then 'staff' else 'customer' end, access.actor(), n.data_as_of,
      (select jsonb_object_agg(c, jsonb_build_array(to_jsonb(o) ->> c, to_jsonb(n) ->> c)) from unnest(%L::text[]) c
       where to_jsonb(o) ->> c is distinct from to_jsonb(n) ->> c)
    from before_rows o join after_rows n on n.brokerage_id = o.brokerage_id and n.id = o.id
    where row(%s) is distinct from row(%s)$q$, tg_table_name, tg_argv::text, before, after);
  return null;
end $$;
alter function remember_changes() owner to dossier_access;

create procedure remember_changes_of(target regclass, variadic columns text[]) language plpgsql set search_path = pg_catalog, public as $$
begin
  execute format('create trigger remember_changes after update on %s referencing old table as before_rows new table as after_rows
    for each statement execute function remember_changes(%s)', target, (select string_agg(quote_literal(c), ', ') from unnest(columns) c));
end $$;
call remember_changes_of('policy', 'number', 'insurer', 'state', 'starts_on', 'ends_on', 'notice_months', 'payment_mode', 'premium_gross', 'deductible', 'sum_insured');
call remember_changes_of('premium_invoice', 'state', 'due_on', 'total', 'paid_on');
call remember_changes_of('insured_object', 'plate', 'value', 'location', 'valid_from', 'valid_to');
call remember_changes_of('claim', 'insurer_number', 'state', 'paid', 'closed_on');
call remember_changes_of('invoice', 'state', 'due_on', 'total');
call remember_changes_of('document', 'title', 'category', 'dated_on');
