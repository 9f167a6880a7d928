-- Who sees what (domain 2.8), worked out in the database from the actor's id alone, anew for every transaction, and kept for
-- its length in transaction-local settings: a row rule then only reads a setting. The functions that work it out belong to
-- dossier_access, which may read just what they need, inside the brokerage of the transaction.

create function access.staff_function() returns text language sql stable parallel safe as $$
  select nullif(pg_catalog.current_setting('app.staff_function', true), '')
$$;

create function access.is_staff() returns boolean language sql stable parallel safe as $$
  select nullif(pg_catalog.current_setting('app.staff_function', true), '') is not null
$$;

-- An auditor reads everything and changes nothing.
create function access.is_staff_writer() returns boolean language sql stable parallel safe as $$
  select coalesce(nullif(pg_catalog.current_setting('app.staff_function', true), '') <> 'auditor', false)
$$;

create function access.roles() returns text[] language sql stable parallel safe as $$
  select coalesce(nullif(pg_catalog.current_setting('app.roles', true), '')::text[], '{}')
$$;

create function access.full_access() returns boolean language sql stable parallel safe as $$
  select access.is_staff() or 'full_access' = any (access.roles())
$$;

-- scope(person): the own company, with group_manager also all companies below it; staff: all of the brokerage.
create function access.companies() returns uuid[] language sql stable parallel safe as $$
  select coalesce(nullif(pg_catalog.current_setting('app.companies', true), '')::uuid[], '{}')
$$;

-- Whose contacts and accounts the actor looks after: a User Manager the own company, and the ones below where staff allow it.
create function access.managed_companies() returns uuid[] language sql stable parallel safe as $$
  select coalesce(nullif(pg_catalog.current_setting('app.managed_companies', true), '')::uuid[], '{}')
$$;

create function access.own_contact() returns uuid language sql stable parallel safe as $$
  select nullif(pg_catalog.current_setting('app.contact', true), '')::uuid
$$;

create function access.own_login() returns uuid language sql stable parallel safe as $$
  select nullif(pg_catalog.current_setting('app.login', true), '')::uuid
$$;

-- roles(person): the grants whose [valid_from, valid_until) contains now, of an account that is active.
create function access.roles_of(account uuid) returns text[] language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(array_agg(g.role order by g.role), '{}')
  from role_grant g
  join portal_account a on a.brokerage_id = g.brokerage_id and a.id = g.account_id
  where g.brokerage_id = access.brokerage() and g.account_id = account and a.state = 'active'
    and g.valid_from <= now() and (g.valid_until is null or g.valid_until > now())
$$;

-- A company and everything below it.
create function access.company_and_below(top uuid) returns setof uuid language sql stable security definer set search_path = pg_catalog, public as $$
  with recursive tree as (
    select c.id from company c where c.brokerage_id = access.brokerage() and c.id = top
    union
    select c.id from company c join tree on c.parent_id = tree.id where c.brokerage_id = access.brokerage()
  )
  select id from tree
$$;

-- Works out roles and scope of the actor and keeps them for the transaction. Called by access.enter, and again by a change
-- that makes or moves a company, so that the same transaction may go on with it. Returns the roles.
create function access.work_out() returns text[] language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  staff text; login uuid; contact uuid; own uuid; manages_below boolean;
  roles text[] := '{}'; companies uuid[] := '{}'; managed uuid[] := '{}';
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
      companies := array(select c.id from company c where c.brokerage_id = access.brokerage());
      managed := companies;
    end if;
  end if;
  perform set_config('app.staff_function', coalesce(staff, ''), true), set_config('app.roles', roles::text, true),
    set_config('app.companies', companies::text, true), set_config('app.managed_companies', managed::text, true),
    set_config('app.contact', coalesce(contact::text, ''), true), set_config('app.login', coalesce(login::text, ''), true);
  return roles;
end $$;

-- The broker's people whom the actor may know: those who look after a company in scope.
create function access.account_managers() returns uuid[] language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(array_agg(distinct c.account_manager_id), '{}') from company c
  where c.brokerage_id = access.brokerage() and c.account_manager_id is not null
    and c.id = any (access.companies() || access.managed_companies())
$$;

-- Everything a request starts with, in one round trip: the brokerage that the host name means, the session, the person.
-- It also sets the context of the transaction. No row: no such brokerage, or a suspended one.
create function access.enter(p_host text, p_fall_back boolean, p_token bytea)
returns table (
  brokerage_id uuid, number text, name text, host text, brokerage_language text, brand_colour text, brokerage_phone text,
  brokerage_email text, remember_allowed boolean,
  session_id uuid, login_id uuid, account_id uuid, staff_id uuid, staff_function text, first_name text, last_name text,
  email text, contact_id uuid, company_id uuid, company_name text, language text, theme text, density text, shortcuts boolean,
  roles text[], below boolean, manager_name text, manager_email text, manager_phone text, terms_due boolean
) language plpgsql volatile security definer set search_path = pg_catalog, public as $$
#variable_conflict use_column
declare b brokerage; found_session uuid; seen timestamptz; person record;
begin
  select * into b from brokerage x where x.host = p_host and x.state = 'active';
  if not found and p_fall_back then
    select * into b from brokerage x where x.is_default and x.state = 'active';
  end if;
  if b.brokerage_id is null then return; end if;
  perform set_config('app.brokerage', b.brokerage_id::text, true), set_config('app.actor', '', true);
  -- Idle 30 minutes, absolute as the row says (security.md S3); a session counts only on the host it was made for (S2), and only
  -- while the account or the member of staff is active.
  select s.id as session_id, s.last_seen_at, s.terms_due, l.id as login_id, a.id as account_id, m.id as staff_id, m.function as staff_function,
      coalesce(c.first_name, m.first_name) as first_name, coalesce(c.last_name, m.last_name) as last_name, l.email,
      c.id as contact_id, f.id as company_id, f.name::text as company_name, l.language, l.theme, l.density, l.shortcuts,
      f.id is not null and exists (select from company x where x.brokerage_id = f.brokerage_id and x.parent_id = f.id) as below,
      nullif(concat_ws(' ', h.first_name, h.last_name), '') as manager_name, h.email as manager_email, h.phone as manager_phone
    into person
    from session s
    join login l on l.brokerage_id = s.brokerage_id and l.id = s.login_id
    left join portal_account a on a.brokerage_id = s.brokerage_id and a.id = s.account_id and a.state = 'active'
    left join contact c on c.brokerage_id = a.brokerage_id and c.id = a.contact_id
    left join company f on f.brokerage_id = a.brokerage_id and f.id = a.company_id
    left join staff_member h on h.brokerage_id = f.brokerage_id and h.id = f.account_manager_id and h.state = 'active'
    left join staff_member m on m.brokerage_id = s.brokerage_id and m.id = s.staff_id and m.state = 'active'
    where s.brokerage_id = b.brokerage_id and s.token_hash = p_token and s.host = p_host and s.ended_at is null
      and s.expires_at > now() and s.last_seen_at > now() - interval '30 minutes' and coalesce(a.id, m.id) is not null;
  if not found then
    -- A visitor: no role, no company; nothing of an earlier transaction is left (settings are transaction-local).
    return query select b.brokerage_id, b.number, b.name, b.host, b.language, b.brand_colour, b.phone, b.email, b.remember_allowed,
      null::uuid, null::uuid, null::uuid, null::uuid, null, null, null, null, null::uuid, null::uuid, null, null, null, null, null::boolean,
      '{}'::text[], false, null, null, null, false;
    return;
  end if;
  perform set_config('app.actor', coalesce(person.account_id, person.staff_id)::text, true);
  -- At most one write a minute and person, so that reading stays reading.
  if person.last_seen_at < now() - interval '1 minute' then
    update session x set last_seen_at = now() where x.brokerage_id = b.brokerage_id and x.id = person.session_id and x.last_seen_at < now();
  end if;
  return query select b.brokerage_id, b.number, b.name, b.host, b.language, b.brand_colour, b.phone, b.email, b.remember_allowed,
    person.session_id, person.login_id, person.account_id, person.staff_id, person.staff_function, person.first_name, person.last_name,
    person.email, person.contact_id, person.company_id, person.company_name, person.language, person.theme, person.density, person.shortcuts,
    access.work_out(), person.below, person.manager_name, person.manager_email, person.manager_phone,
    person.terms_due;
end $$;

-- The login for an address that is being invited: the one that exists, or a new one; the caller cannot tell which
-- (security.md I10: whoever invites never learns that an address is known at another company).
create function access.login_for(p_email text, p_email_key text, p_language text) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare found_id uuid;
begin
  if cardinality(access.managed_companies()) = 0 or (access.is_staff() and not access.is_staff_writer()) then
    raise exception 'only who looks after a company invites' using errcode = '42501';
  end if;
  select l.id into found_id from login l where l.brokerage_id = access.brokerage() and l.email_key = p_email_key;
  if found_id is null then
    insert into login (brokerage_id, email, email_key, language) values (access.brokerage(), p_email, p_email_key, p_language)
    on conflict (brokerage_id, email_key) do nothing returning id into found_id;
    if found_id is null then
      select l.id into found_id from login l where l.brokerage_id = access.brokerage() and l.email_key = p_email_key;
    end if;
  end if;
  return found_id;
end $$;

-- The last active User Manager of a company stays, whoever of the customer's people tries, also two at the same moment:
-- the second waits for the first and then counts what is left (domain 2.8, security.md Z6). The clock of the moment counts, not
-- the one of the transaction, which may have begun before the other ended. Staff may.
create function access.keep_last_user_manager() returns trigger language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  if access.actor() is null or access.is_staff() then return null; end if;
  if tg_table_name = 'portal_account' and not exists (
    select from role_grant g where g.brokerage_id = new.brokerage_id and g.account_id = new.id and g.role = 'user_manager'
      and g.valid_from <= clock_timestamp() and (g.valid_until is null or g.valid_until > clock_timestamp())
  ) then
    return null;
  end if;
  perform pg_advisory_xact_lock(hashtextextended('user_managers:' || new.company_id::text, 0));
  -- Somebody must be left whose role does not end by itself either.
  if not exists (
    select from role_grant g join portal_account a on a.brokerage_id = g.brokerage_id and a.id = g.account_id
    where g.brokerage_id = new.brokerage_id and g.company_id = new.company_id and g.role = 'user_manager' and a.state = 'active'
      and g.valid_from <= clock_timestamp() and g.valid_until is null
  ) then
    raise exception 'the last active User Manager stays' using errcode = 'DS010';
  end if;
  return null;
end $$;
create trigger keep_last_user_manager after update on role_grant for each row
  when (new.role = 'user_manager') execute function access.keep_last_user_manager();
create trigger keep_last_user_manager after update of state on portal_account for each row
  when (old.state = 'active' and new.state <> 'active') execute function access.keep_last_user_manager();

-- What no form may get around: nobody grants to himself, and only what the broker lets the company assign.
create function access.guard_role_grant() returns trigger language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare allowed text[];
begin
  if access.actor() is null or access.is_staff() then return new; end if;
  if new.account_id = access.actor() then
    raise exception 'nobody changes the own roles' using errcode = 'DS011';
  end if;
  select c.assignable_roles into allowed from company c where c.brokerage_id = new.brokerage_id and c.id = new.company_id;
  if new.role <> 'customer' and allowed is not null and not (new.role = any (allowed)) then
    raise exception 'role % is not for this company to assign', new.role using errcode = 'DS012';
  end if;
  return new;
end $$;
create trigger guard_role_grant before insert or update on role_grant for each row execute function access.guard_role_grant();

do $$
declare f record; t text;
begin
  for f in select p.oid::regprocedure as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname = 'access' and p.prosecdef loop
    execute format('alter function %s owner to dossier_access', f.name);
  end loop;
  alter function company_tree_guard() security definer;
  alter function company_tree_guard() owner to dossier_access;
  foreach t in array array['company', 'contact', 'portal_account', 'role_grant', 'staff_member', 'login', 'session'] loop
    execute format('create policy rule on %I for select to dossier_access using (brokerage_id = (select access.brokerage()))', t);
    execute format('grant select on %I to dossier_access', t);
  end loop;
end $$;
create policy seen on session for update to dossier_access using (brokerage_id = (select access.brokerage()));
grant update (last_seen_at) on session to dossier_access;
create policy invited on login for insert to dossier_access with check (brokerage_id = (select access.brokerage()));
grant insert (brokerage_id, email, email_key, language) on login to dossier_access;

-- Row rules call these as the asking role; the rest is for the functions among themselves.
grant execute on function access.staff_function(), access.is_staff(), access.is_staff_writer(), access.roles(), access.roles_of(uuid),
  access.full_access(), access.companies(), access.managed_companies(), access.own_contact(), access.own_login(),
  access.account_managers(), access.company_and_below(uuid), access.work_out() to dossier_app, dossier_access;
grant execute on function access.staff_function(), access.is_staff(), access.is_staff_writer(), access.roles(), access.full_access(),
  access.companies(), access.managed_companies(), access.own_contact(), access.own_login() to dossier_gate, dossier_worker, dossier_operator;
grant execute on function access.enter(text, boolean, bytea) to dossier_app;
grant execute on function access.login_for(text, text, text) to dossier_app;
