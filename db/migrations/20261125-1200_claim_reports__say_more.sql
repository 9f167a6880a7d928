-- A report says more (decision 0060): the object as a record, the cause and the amount in the columns that claims of the export
-- have, and by when the broker answers.

alter table claim add column object_id uuid;
alter table claim add foreign key (brokerage_id, object_id) references insured_object (brokerage_id, id);
create index claim_object on claim (brokerage_id, object_id);
comment on column claim.object_id is 'The insured object that was damaged, where the report named one.';
grant insert (object_id, cause, claimed) on claim to dossier_app;

-- An object that the person does not see cannot be named, as with policies.
create policy object_seen on claim as restrictive for insert to dossier_app with check (
  object_id is null or access.sees('insured_object', object_id));

alter table brokerage add column claim_answer_days integer not null default 1 check (claim_answer_days between 1 and 10);
comment on column brokerage.claim_answer_days is 'Within how many working days a reported claim is checked and passed on: what the confirmation promises.';

-- Whether a claim is about somebody''s health, and which roles open it by its line: what staff share more widely than its line says
-- is the claim, not what it says about people.
create function access.claim_is_health(p_policy uuid, p_kind text) returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(p_kind in ('accident', 'sickness'), false) or coalesce((select l.health from policy p
    join line_of_business l on l.brokerage_id = p.brokerage_id and l.code = p.line_code
    where p.brokerage_id = access.brokerage() and p.id = p_policy), false)
$$;
create function access.health_audience(p_company uuid, p_policy uuid, p_kind text) returns text[] language sql stable security definer set search_path = pg_catalog, public as $$
  select case when p_policy is null then access.claim_kind_audience(p_company, p_kind)
    else (select access.line_audience(p.company_id, p.line_code) from policy p where p.brokerage_id = access.brokerage() and p.id = p_policy) end
$$;
create function access.reads_health(p_company uuid, p_policy uuid, p_kind text, p_author uuid) returns boolean language sql stable as $$
  select access.full_access() or p_author is not distinct from access.actor() or not access.claim_is_health(p_policy, p_kind)
    or coalesce(access.health_audience(p_company, p_policy, p_kind) && access.roles(), false)
$$;
alter function access.claim_is_health(uuid, text) owner to dossier_access;
alter function access.health_audience(uuid, uuid, text) owner to dossier_access;
grant execute on function access.claim_is_health(uuid, text), access.health_audience(uuid, uuid, text),
  access.reads_health(uuid, uuid, text, uuid) to dossier_app;

-- What hangs on a claim goes where the claim goes; about somebody's health it goes no further than the line.
create or replace function join_claim() returns trigger language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare c record;
begin
  if new.claim_id is not null then
    select x.company_id, x.policy_id, x.audience, x.kind into strict c from claim x where x.brokerage_id = new.brokerage_id and x.id = new.claim_id;
    new.company_id := c.company_id;
    new.policy_id := c.policy_id;
    new.audience := case when new.shared_with is not null then new.shared_with when new.confidential then '{}'
      when access.claim_is_health(c.policy_id, c.kind) then array(select unnest(c.audience) intersect
        select unnest(access.health_audience(c.company_id, c.policy_id, c.kind)))
      else c.audience end;
  end if;
  if tg_op = 'INSERT' and new.author_account_id is not null then new.published_at := now(); end if;
  return new;
end $$;
