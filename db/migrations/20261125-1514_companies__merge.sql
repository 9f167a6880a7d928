-- Merging two companies into one (decision 0087).
alter table company add column merged_into uuid, add foreign key (brokerage_id, merged_into) references company (brokerage_id, id);
create index company_merged_into on company (brokerage_id, merged_into);
comment on column company.merged_into is 'The company that took over everything of this one. It stays as an archived pointer for links, history and the source''s number.';

-- What refers to an account and its company goes along when the account moves with its company.
do $$
declare k record;
begin
  for k in select c.conname, c.conrelid::regclass as target, pg_get_constraintdef(c.oid) as def from pg_constraint c
    where c.contype = 'f' and c.confrelid = 'portal_account'::regclass and cardinality(c.conkey) = 3 loop
    execute format('alter table %s drop constraint %I', k.target, k.conname);
    execute format('alter table %s add constraint %I %s on update cascade', k.target, k.conname, k.def);
  end loop;
end $$;

-- Everything of one company becomes another's: every table that refers to a company by `company_id` (a walk over the catalogue, so that
-- tables to come are in it), but what happened, which nobody changes, and counters. The company stays as an archived pointer. Runs with
-- the rights of the operator, who may write all of a brokerage's tables, for staff who see both companies. Answers how many rows moved.
create function access.merge_companies(p_from uuid, p_into uuid) returns bigint
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare target regclass; moved bigint; total bigint := 0; above uuid; request record; given integer;
begin
  if not access.is_staff_writer() or p_from = p_into or not (p_from = any (access.companies()) and p_into = any (access.companies())) then
    raise exception 'only staff who look after both companies merge them' using errcode = '42501';
  end if;
  -- Moves in the tree and other merges wait.
  perform pg_advisory_xact_lock(hashtextextended('company_tree:' || access.brokerage()::text, 0));
  perform from company c where c.brokerage_id = access.brokerage() and c.id in (p_from, p_into) order by c.id for update;
  if (select count(*) from company c where c.brokerage_id = access.brokerage() and c.id in (p_from, p_into) and c.merged_into is null) <> 2
    or (select c.state from company c where c.brokerage_id = access.brokerage() and c.id = p_into) <> 'active' then
    raise exception 'one of them is merged or archived already' using errcode = 'DS031';
  end if;
  if exists (select from portal_account a join portal_account b on b.brokerage_id = a.brokerage_id and b.login_id = a.login_id and b.company_id = p_into
      where a.brokerage_id = access.brokerage() and a.company_id = p_from) then
    raise exception 'somebody has an account at both' using errcode = 'DS030';
  end if;
  -- Where the other stands below, it takes the place of this one first.
  if p_into in (select access.company_and_below(p_from)) then
    select c.parent_id into above from company c where c.brokerage_id = access.brokerage() and c.id = p_from;
    update company c set parent_id = above where c.brokerage_id = access.brokerage() and c.id = p_into;
  end if;
  update company c set parent_id = p_into where c.brokerage_id = access.brokerage() and c.parent_id = p_from and c.id <> p_into;
  -- Rules about lines that the other has none for come along; its own ones stay.
  insert into company_line (brokerage_id, company_id, line_code, audience)
    select l.brokerage_id, p_into, l.line_code, l.audience from company_line l where l.brokerage_id = access.brokerage() and l.company_id = p_from
    on conflict do nothing;
  -- Numbers go on from the higher of both; a request whose number the other has given as well gets a new one.
  insert into service_request_counter (brokerage_id, company_id, year, last)
    select c.brokerage_id, p_into, c.year, c.last from service_request_counter c where c.brokerage_id = access.brokerage() and c.company_id = p_from
    on conflict (brokerage_id, company_id, year) do update set last = greatest(service_request_counter.last, excluded.last);
  insert into claim_counter (brokerage_id, company_id, year, last)
    select c.brokerage_id, p_into, c.year, c.last from claim_counter c where c.brokerage_id = access.brokerage() and c.company_id = p_from
    on conflict (brokerage_id, company_id, year) do update set last = greatest(claim_counter.last, excluded.last);
  for request in select r.id, substring(r.number from 3 for 4)::integer as year from service_request r
    where r.brokerage_id = access.brokerage() and r.company_id = p_from and exists (select from service_request o
      where o.brokerage_id = r.brokerage_id and o.company_id = p_into and o.number = r.number) order by r.number
  loop
    update service_request_counter c set last = c.last + 1
      where c.brokerage_id = access.brokerage() and c.company_id = p_into and c.year = request.year returning c.last into given;
    update service_request r set number = format('A-%s-%s', request.year, lpad(given::text, greatest(4, length(given::text)), '0'))
      where r.brokerage_id = access.brokerage() and r.id = request.id;
  end loop;
  for target in select distinct k.conrelid::regclass from pg_constraint k
    join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any (k.conkey) and a.attname = 'company_id'
    where k.contype = 'f' and k.confrelid = 'company'::regclass and k.conrelid::regclass::text <> all (array['event', 'company_line'])
      and k.conrelid::regclass::text not like '%counter'
    -- Contacts before policies, policies before what hangs on them: what hangs takes over the company of its policy.
    order by 1
  loop
    execute format('update %s set company_id = $2 where brokerage_id = access.brokerage() and company_id = $1', target) using p_from, p_into;
    get diagnostics moved = row_count;
    total := total + moved;
  end loop;
  update company c set merged_into = p_into where c.brokerage_id = access.brokerage() and c.merged_into = p_from;
  update company c set state = 'archived', archived_at = now(), merged_into = p_into, parent_id = null, version = c.version + 1, updated_at = now()
    where c.brokerage_id = access.brokerage() and c.id = p_from;
  perform access.work_out();
  return total;
end $$;
do $$ begin
  call become('dossier_operator');
  grant create on schema access to dossier_operator;
  alter function access.merge_companies(uuid, uuid) owner to dossier_operator;
  revoke create on schema access from dossier_operator;
end $$;
revoke execute on function access.merge_companies(uuid, uuid) from public;
grant execute on function access.merge_companies(uuid, uuid) to dossier_app;
grant execute on function access.company_and_below(uuid), access.work_out() to dossier_operator;

-- A pointer stays one, whatever an export says of the number it had.
create function keep_merged() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  new.state := 'archived';
  new.parent_id := null;
  return new;
end $$;
create trigger keep_merged before update on company for each row when (new.merged_into is not null) execute function keep_merged();
