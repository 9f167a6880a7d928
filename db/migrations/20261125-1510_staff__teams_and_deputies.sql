-- Whose companies a member of staff sees (domain 2.8, decision 0085): administrators and auditors all of the brokerage; account managers
-- and assistants those of themselves and their teams, and of those they stand in for today; all of them where the brokerage says so.

alter table brokerage add column staff_scope text not null default 'team' check (staff_scope in ('team', 'all'));
create policy rule_of_house on brokerage for update to dossier_app using ((select access.staff_function()) = 'administrator')
  with check ((select access.staff_function()) = 'administrator');
grant update (staff_scope) on brokerage to dossier_app;

alter table staff_member add column version integer not null default 1, add column invited_at timestamptz,
  add column activated_at timestamptz, add column left_at timestamptz;

create table team (
  brokerage_id uuid not null references brokerage,
  id uuid not null default uuid_v7(),
  name text collate swiss not null check (char_length(name) between 1 and 80),
  -- A team that was given up keeps its name in the history.
  dissolved_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (brokerage_id, id)
);
create unique index team_name on team (brokerage_id, name) where dissolved_at is null;
call protect_table('team');

create table team_member (
  brokerage_id uuid not null references brokerage,
  team_id uuid not null,
  staff_id uuid not null,
  -- Nobody is deleted from a team: who belongs to it no longer has a time here.
  removed_at timestamptz,
  primary key (brokerage_id, team_id, staff_id),
  foreign key (brokerage_id, team_id) references team (brokerage_id, id),
  foreign key (brokerage_id, staff_id) references staff_member (brokerage_id, id)
);
create index team_member_staff on team_member (brokerage_id, staff_id);
call protect_table('team_member');

create table staff_absence (
  brokerage_id uuid not null references brokerage,
  id uuid not null default uuid_v7(),
  staff_id uuid not null,
  deputy_id uuid not null,
  from_on day not null,
  until_on day not null,
  entered_by text not null check (char_length(entered_by) <= 200),
  entered_at timestamptz not null default now(),
  cancelled_at timestamptz,
  primary key (brokerage_id, id),
  foreign key (brokerage_id, staff_id) references staff_member (brokerage_id, id),
  foreign key (brokerage_id, deputy_id) references staff_member (brokerage_id, id),
  check (until_on >= from_on),
  check (deputy_id <> staff_id),
  -- One absence at a time: nobody is represented by two. (Dates of the domain are plain dates to the range.)
  constraint staff_absence_once exclude using gist (brokerage_id with =, staff_id with =, daterange(from_on::date, until_on::date, '[]') with &&)
    where (cancelled_at is null)
);
create index staff_absence_staff on staff_absence (brokerage_id, staff_id);
create index staff_absence_deputy on staff_absence (brokerage_id, deputy_id);
call protect_table('staff_absence');

-- A company belongs to the team it names, else to those of its account manager.
alter table company add column team_id uuid, add foreign key (brokerage_id, team_id) references team (brokerage_id, id);
create index company_team on company (brokerage_id, team_id);
grant insert (team_id) on company to dossier_app;
grant update (team_id) on company to dossier_app;

create function access.is_administrator() returns boolean language sql stable parallel safe as $$
  select coalesce(nullif(pg_catalog.current_setting('app.staff_function', true), '') = 'administrator', false)
$$;

-- The person and those they stand in for today; for whatever is assigned to somebody.
create function access.standing_in() returns uuid[] language sql stable parallel safe as $$
  select coalesce(nullif(pg_catalog.current_setting('app.standing_in', true), '')::uuid[], '{}')
$$;

-- «Today» is a day in Switzerland.
create function access.today() returns date language sql stable parallel safe as $$
  select (pg_catalog.now() at time zone 'Europe/Zurich')::date
$$;

-- Whom a member of staff stands in for today, themselves included: also whom an absent one stands in for.
create function access.hats_of(p_staff uuid) returns setof uuid language sql stable security definer set search_path = pg_catalog, public as $$
  with recursive hat as (
    select p_staff as id
    union
    select a.staff_id from staff_absence a join hat on hat.id = a.deputy_id
      join staff_member s on s.brokerage_id = a.brokerage_id and s.id = a.staff_id and s.state = 'active'
      where a.brokerage_id = access.brokerage() and a.cancelled_at is null and access.today() between a.from_on and a.until_on
  )
  select id from hat
$$;

-- Who stands in for a member of staff today, if they are absent: where the deputy is absent too, the deputy's deputy, and so on.
create function access.deputy_of(p_staff uuid) returns uuid language sql stable security definer set search_path = pg_catalog, public as $$
  with recursive step as (
    select a.deputy_id as id, 1 as n, array[p_staff] as seen from staff_absence a
      where a.brokerage_id = access.brokerage() and a.staff_id = p_staff and a.cancelled_at is null and access.today() between a.from_on and a.until_on
    union all
    select a.deputy_id, step.n + 1, step.seen || step.id from staff_absence a join step on a.staff_id = step.id
      where a.brokerage_id = access.brokerage() and a.cancelled_at is null and access.today() between a.from_on and a.until_on
        and a.deputy_id <> all (step.seen || step.id) and step.n < 10
  )
  select step.id from step join staff_member s on s.brokerage_id = access.brokerage() and s.id = step.id and s.state = 'active'
  order by step.n desc limit 1
$$;

create function access.companies_of_staff(p_staff uuid, p_function text) returns setof uuid
language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare hats uuid[]; teams uuid[]; colleagues uuid[];
begin
  if p_function in ('administrator', 'auditor')
    or (select b.staff_scope = 'all' from brokerage b where b.brokerage_id = access.brokerage()) then
    return query select c.id from company c where c.brokerage_id = access.brokerage();
    return;
  end if;
  hats := array(select access.hats_of(p_staff));
  teams := array(select distinct m.team_id from team_member m join team t on t.brokerage_id = m.brokerage_id and t.id = m.team_id
    where m.brokerage_id = access.brokerage() and m.staff_id = any (hats) and m.removed_at is null and t.dissolved_at is null);
  colleagues := array(select distinct m.staff_id from team_member m
    where m.brokerage_id = access.brokerage() and m.team_id = any (teams) and m.removed_at is null);
  return query select c.id from company c where c.brokerage_id = access.brokerage()
    and (c.account_manager_id = any (hats) or c.team_id = any (teams) or c.team_id is null and c.account_manager_id = any (colleagues));
end $$;

-- As before; the scope of staff is theirs.
create or replace function access.work_out() returns text[] language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  staff text; login uuid; contact uuid; own uuid; manages_below boolean;
  roles text[] := '{}'; companies uuid[] := '{}'; managed uuid[] := '{}'; hats uuid[] := '{}';
begin
  select a.company_id, a.contact_id, a.login_id, c.manages_subsidiaries into own, contact, login, manages_below
    from portal_account a join company c on c.brokerage_id = a.brokerage_id and c.id = a.company_id
    where a.brokerage_id = access.brokerage() and a.id = access.actor() and a.state = 'active';
  if own is not null then
    roles := access.roles_of(access.actor());
    companies := array[own];
    if 'group_manager' = any (roles) then
      companies := array(select access.company_and_below(own));
    end if;
    if 'user_manager' = any (roles) then
      managed := case when manages_below then array(select access.company_and_below(own)) else array[own] end;
    end if;
  else
    select s.function, s.login_id into staff, login from staff_member s
      where s.brokerage_id = access.brokerage() and s.id = access.actor() and s.state = 'active';
    if staff is not null then
      companies := array(select access.companies_of_staff(access.actor(), staff));
      managed := companies;
      hats := array(select access.hats_of(access.actor()));
    end if;
  end if;
  perform set_config('app.staff_function', coalesce(staff, ''), true), set_config('app.roles', roles::text, true),
    set_config('app.companies', companies::text, true), set_config('app.managed_companies', managed::text, true),
    set_config('app.contact', coalesce(contact::text, ''), true), set_config('app.login', coalesce(login::text, ''), true),
    set_config('app.standing_in', hats::text, true);
  return roles;
end $$;

-- Who answers for a company at the brokerage: its account manager, while they are away also who stands in; else those who administer.
create or replace function access.staff_of(p_company uuid) returns setof uuid language sql stable security definer set search_path = pg_catalog, public as $$
  with answering as (
    select s.id from company c join staff_member s on s.brokerage_id = c.brokerage_id and s.id in (c.account_manager_id, access.deputy_of(c.account_manager_id))
    where c.brokerage_id = access.brokerage() and c.id = p_company and s.state = 'active' and s.login_id is not null
  )
  select id from answering
  union all
  select s.id from staff_member s where s.brokerage_id = access.brokerage() and s.state = 'active' and s.login_id is not null
    and s.function = 'administrator' and not exists (select from answering)
$$;

-- Who stands in today for the account manager of the actor's company, and until when; for the card that customers see.
create function access.deputy_for_customer(p_account uuid) returns table (deputy_name text, deputy_email text, deputy_phone text, deputy_until date)
language sql stable security definer set search_path = pg_catalog, public as $$
  select concat_ws(' ', nullif(d.first_name, ''), d.last_name), d.email, d.phone, a.until_on::date
  from portal_account p
  join company c on c.brokerage_id = p.brokerage_id and c.id = p.company_id
  join staff_absence a on a.brokerage_id = c.brokerage_id and a.staff_id = c.account_manager_id and a.cancelled_at is null
    and access.today() between a.from_on and a.until_on
  join staff_member d on d.brokerage_id = a.brokerage_id and d.id = access.deputy_of(a.staff_id)
  where p.brokerage_id = access.brokerage() and p.id = p_account and p.id = access.actor() and p.state = 'active' limit 1
$$;

-- A member of staff who is to sign in: administrators alone, and no address that opens a portal account.
create function access.staff_login_for(p_email text, p_email_key text, p_language text) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare found_id uuid;
begin
  if not access.is_administrator() then
    raise exception 'only administrators invite staff' using errcode = '42501';
  end if;
  insert into login (brokerage_id, email, email_key, language) values (access.brokerage(), p_email, p_email_key, p_language)
    on conflict (brokerage_id, email_key) do nothing;
  select l.id into found_id from login l where l.brokerage_id = access.brokerage() and l.email_key = p_email_key;
  if exists (select from portal_account a where a.brokerage_id = access.brokerage() and a.login_id = found_id and a.state <> 'withdrawn') then
    raise exception 'the address opens a portal account' using errcode = 'DS022';
  end if;
  return found_id;
end $$;

-- What no form may get around, whoever asks: nobody changes the own function or lets himself go, and an administrator who can sign in
-- stays. Two who take each other away at the same moment stand in line; the second counts what the first has left.
create function access.guard_staff() returns trigger language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  if access.actor() is null then return new; end if;
  if new.id = access.actor() and (new.function <> old.function or new.state <> old.state or new.login_id is distinct from old.login_id) then
    raise exception 'nobody changes the own function' using errcode = 'DS021';
  end if;
  return new;
end $$;
create trigger guard_staff before update on staff_member for each row execute function access.guard_staff();

create function access.keep_last_administrator() returns trigger language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('administrators:' || new.brokerage_id::text, 0));
  if not exists (select from staff_member s where s.brokerage_id = new.brokerage_id and s.function = 'administrator' and s.state = 'active'
      and s.login_id is not null) then
    raise exception 'the last administrator stays' using errcode = 'DS020';
  end if;
  return null;
end $$;
create trigger keep_last_administrator after update of function, state on staff_member for each row
  when (old.function = 'administrator' and old.state = 'active' and old.login_id is not null and (new.function <> 'administrator' or new.state <> 'active'))
  execute function access.keep_last_administrator();

-- The people of the house: all of them know each other; administrators look after them.
create policy adding on staff_member for insert to dossier_app with check ((select access.is_administrator()));
create policy changing on staff_member for update to dossier_app using ((select access.is_administrator())) with check ((select access.is_administrator()));
grant insert (brokerage_id, id, login_id, first_name, last_name, email, email_key, phone, function, invited_at) on staff_member to dossier_app;
grant update (login_id, first_name, last_name, phone, function, state, invited_at, left_at, version) on staff_member to dossier_app;

create policy house on session for select to dossier_app using (staff_id is not null and (select access.is_administrator()));
create policy house_ending on session for update to dossier_app using (staff_id is not null and (select access.is_administrator()));

do $$
declare t text;
begin
  foreach t in array array['team', 'team_member'] loop
    execute format('create policy reading on %I for select to dossier_app using ((select access.is_staff()))', t);
    execute format('create policy adding on %I for insert to dossier_app with check ((select access.is_administrator()))', t);
    execute format('create policy changing on %I for update to dossier_app using ((select access.is_administrator())) with check ((select access.is_administrator()))', t);
  end loop;
  foreach t in array array['team', 'team_member', 'staff_absence'] loop
    execute format('create policy rule on %I for select to dossier_access using (brokerage_id = (select access.brokerage()))', t);
    execute format('grant select on %I to dossier_access, dossier_app', t);
  end loop;
end $$;
grant insert (brokerage_id, id, name), update (name, dissolved_at, version) on team to dossier_app;
grant insert (brokerage_id, team_id, staff_id), update (removed_at) on team_member to dossier_app;

-- Absences: everybody the own, administrators everybody's.
create policy reading on staff_absence for select to dossier_app using ((select access.is_staff()));
create policy adding on staff_absence for insert to dossier_app with check (
  (select access.is_administrator()) or (select access.is_staff_writer()) and staff_id = (select access.actor()));
create policy changing on staff_absence for update to dossier_app using (
  (select access.is_administrator()) or (select access.is_staff_writer()) and staff_id = (select access.actor()));
grant insert (brokerage_id, id, staff_id, deputy_id, from_on, until_on, entered_by), update (cancelled_at) on staff_absence to dossier_app;

-- What happened in the house itself, at no company.
create policy house on event for select to dossier_app using (
  company_id is null and subject_kind in ('staff_member', 'team', 'brokerage') and (select access.is_staff()));

-- The sign-ins that staff may know: of their companies' people, and of the house.
alter policy reading on login using (
  id = (select access.own_login())
  or id in (select a.login_id from portal_account a where a.company_id = any ((select access.managed_companies())::uuid[]))
  or (select access.is_staff()) and id in (select s.login_id from staff_member s));
alter policy reading on terms_acceptance using (
  login_id = (select access.own_login())
  or (select access.is_staff()) and login_id in (
    select a.login_id from portal_account a where a.company_id = any ((select access.managed_companies())::uuid[])));
alter policy reading on second_factor using (
  login_id = (select access.own_login())
  or login_id in (select a.login_id from portal_account a where a.company_id = any ((select access.managed_companies())::uuid[]))
  or (select access.is_staff()) and login_id in (select s.login_id from staff_member s));

-- Staff write where they see: into the companies in their scope. For every record table there is, and those to come.
create or replace procedure protect_record_table(target regclass) language plpgsql set search_path = pg_catalog, public as $$
begin
  call protect_table(target);
  execute format($rule$
    create policy reading on %s for select to dossier_app using (
      company_id = any ((select access.companies())::uuid[])
      and (published_at <= now() or (select access.is_staff()))
      and ((select access.full_access()) or audience && (select access.roles()) or author_account_id = (select access.actor())))
  $rule$, target);
  execute format('create policy staff_adds on %s for insert to dossier_app with check ((select access.is_staff_writer()) '
    'and company_id = any ((select access.companies())::uuid[]))', target);
  execute format('create policy staff_changes on %s for update to dossier_app using ((select access.is_staff_writer()) '
    'and company_id = any ((select access.companies())::uuid[])) with check ((select access.is_staff_writer()) '
    'and company_id = any ((select access.companies())::uuid[]))', target);
  execute format('grant select on %s to dossier_app', target);
  -- Only roles that open lines may stand in an audience: customer, user_manager, file_manager and group_manager open none.
  execute format($check$
    alter table %s add constraint audience_opens_lines check (
      audience <@ array['occupational_pension', 'personal_lines', 'fleet', 'other_lines']
      and (shared_with is null or shared_with <@ array['occupational_pension', 'personal_lines', 'fleet', 'other_lines']))
  $check$, target);
end $$;
do $$
declare p record;
begin
  for p in select c.oid::regclass as target, y.polname, y.polcmd from pg_policy y join pg_class c on c.oid = y.polrelid
    where y.polname in ('staff_adds', 'staff_changes') and c.relname <> 'company'
      and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'audience') loop
    if p.polcmd = 'w' then
      execute format('alter policy %I on %s using ((select access.is_staff_writer()) and company_id = any ((select access.companies())::uuid[])) '
        'with check ((select access.is_staff_writer()) and company_id = any ((select access.companies())::uuid[]))', p.polname, p.target);
    else
      execute format('alter policy %I on %s with check ((select access.is_staff_writer()) and company_id = any ((select access.companies())::uuid[]))',
        p.polname, p.target);
    end if;
  end loop;
end $$;
alter policy staff_changes on company using ((select access.is_staff_writer()) and id = any ((select access.companies())::uuid[]));

do $$
declare f text;
begin
  foreach f in array array['access.hats_of(uuid)', 'access.deputy_of(uuid)', 'access.companies_of_staff(uuid, text)', 'access.deputy_for_customer(uuid)',
      'access.staff_login_for(text, text, text)', 'access.guard_staff()', 'access.keep_last_administrator()'] loop
    execute format('alter function %s owner to dossier_access', f);
  end loop;
end $$;
grant execute on function access.is_administrator(), access.standing_in(), access.today() to dossier_app, dossier_access;
grant execute on function access.deputy_of(uuid), access.deputy_for_customer(uuid), access.staff_login_for(text, text, text) to dossier_app;

-- Who was invited has set a password: the first one of their login.
create function access.staff_activated() returns trigger language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  update staff_member set activated_at = now() where brokerage_id = new.brokerage_id and login_id = new.login_id and activated_at is null;
  return null;
end $$;
alter function access.staff_activated() owner to dossier_access;
create policy activated on staff_member for update to dossier_access using (brokerage_id = (select access.brokerage()));
grant update (activated_at) on staff_member to dossier_access;
create trigger staff_activated after insert on login_secret for each row execute function access.staff_activated();
