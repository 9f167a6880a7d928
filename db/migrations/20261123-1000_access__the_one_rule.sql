-- Who sees what (domain 2.8), worked out in the database from the actor's id alone, anew for every statement.
-- The functions belong to dossier_access, which may read just what they need, inside the brokerage of the transaction.

create function access.staff_function() returns text language sql stable security definer set search_path = pg_catalog, public as $$
  select s.function from staff_member s
  where s.brokerage_id = access.brokerage() and s.id = access.actor() and s.state = 'active'
$$;

create function access.is_staff() returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
  select access.staff_function() is not null
$$;

-- An auditor reads everything and changes nothing.
create function access.is_staff_writer() returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(access.staff_function() <> 'auditor', false)
$$;

-- roles(person): the grants whose [valid_from, valid_until) contains now, of an account that is active.
create function access.roles_of(account uuid) returns text[] language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(array_agg(g.role order by g.role), '{}')
  from role_grant g
  join portal_account a on a.brokerage_id = g.brokerage_id and a.id = g.account_id
  where g.brokerage_id = access.brokerage() and g.account_id = account and a.state = 'active'
    and g.valid_from <= now() and (g.valid_until is null or g.valid_until > now())
$$;

create function access.roles() returns text[] language sql stable security definer set search_path = pg_catalog, public as $$
  select access.roles_of(access.actor())
$$;

create function access.full_access() returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
  select access.is_staff() or 'full_access' = any (access.roles())
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

-- scope(person): the own company, with group_manager also all companies below it; staff: all of the brokerage.
create function access.companies() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare own uuid;
begin
  if access.is_staff() then
    return (select coalesce(array_agg(c.id), '{}') from company c where c.brokerage_id = access.brokerage());
  end if;
  select a.company_id into own from portal_account a
    where a.brokerage_id = access.brokerage() and a.id = access.actor() and a.state = 'active';
  if own is null then return '{}'; end if;
  if 'group_manager' = any (access.roles()) then
    return (select array_agg(id) from access.company_and_below(own) as id);
  end if;
  return array[own];
end $$;

-- Whose contacts and accounts the actor looks after: a User Manager the own company, and the ones below where staff allow it.
create function access.managed_companies() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare own uuid; below boolean;
begin
  if access.is_staff() then return access.companies(); end if;
  if not ('user_manager' = any (access.roles())) then return '{}'; end if;
  select a.company_id, c.manages_subsidiaries into own, below
    from portal_account a join company c on c.brokerage_id = a.brokerage_id and c.id = a.company_id
    where a.brokerage_id = access.brokerage() and a.id = access.actor();
  if below then
    return (select array_agg(id) from access.company_and_below(own) as id);
  end if;
  return array[own];
end $$;

create function access.own_contact() returns uuid language sql stable security definer set search_path = pg_catalog, public as $$
  select a.contact_id from portal_account a where a.brokerage_id = access.brokerage() and a.id = access.actor()
$$;

create function access.own_login() returns uuid language sql stable security definer set search_path = pg_catalog, public as $$
  select a.login_id from portal_account a where a.brokerage_id = access.brokerage() and a.id = access.actor()
  union all
  select s.login_id from staff_member s where s.brokerage_id = access.brokerage() and s.id = access.actor()
$$;

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
  roles text[], below boolean, manager_name text, manager_email text, manager_phone text
) language plpgsql volatile security definer set search_path = pg_catalog, public as $$
#variable_conflict use_column
declare b brokerage; s session; l login; a portal_account; c contact; m staff_member; f company; h staff_member;
begin
  select * into b from brokerage x where x.host = p_host and x.state = 'active';
  if not found and p_fall_back then
    select * into b from brokerage x where x.is_default and x.state = 'active';
  end if;
  if b.brokerage_id is null then return; end if;
  perform set_config('app.brokerage', b.brokerage_id::text, true), set_config('app.actor', '', true);
  if p_token is not null then
    -- Idle 30 minutes, absolute as the row says (security.md S3); a session counts only on the host it was made for (S2).
    select * into s from session x
      where x.brokerage_id = b.brokerage_id and x.token_hash = p_token and x.host = p_host and x.ended_at is null
        and x.expires_at > now() and x.last_seen_at > now() - interval '30 minutes';
  end if;
  if s.account_id is not null then
    select * into a from portal_account x where x.brokerage_id = b.brokerage_id and x.id = s.account_id and x.state = 'active';
    if found then
      perform set_config('app.actor', a.id::text, true);
      select * into c from contact x where x.brokerage_id = b.brokerage_id and x.id = a.contact_id;
      select * into f from company x where x.brokerage_id = b.brokerage_id and x.id = a.company_id;
      select * into h from staff_member x where x.brokerage_id = b.brokerage_id and x.id = f.account_manager_id and x.state = 'active';
    end if;
  elsif s.staff_id is not null then
    select * into m from staff_member x where x.brokerage_id = b.brokerage_id and x.id = s.staff_id and x.state = 'active';
    if found then perform set_config('app.actor', m.id::text, true); end if;
  end if;
  if a.id is null and m.id is null then
    s := null;
  else
    select * into l from login x where x.brokerage_id = b.brokerage_id and x.id = s.login_id;
    -- At most one write a minute and person, so that reading stays reading.
    if s.last_seen_at < now() - interval '1 minute' then
      update session x set last_seen_at = now() where x.brokerage_id = b.brokerage_id and x.id = s.id and x.last_seen_at < now();
    end if;
  end if;
  return query select b.brokerage_id, b.number, b.name, b.host, b.language, b.brand_colour, b.phone, b.email, b.remember_allowed,
    s.id, l.id, a.id, m.id, m.function, coalesce(c.first_name, m.first_name), coalesce(c.last_name, m.last_name),
    l.email, c.id, f.id, f.name::text, l.language, l.theme, l.density, l.shortcuts,
    case when a.id is null then '{}'::text[] else access.roles_of(a.id) end,
    f.id is not null and exists (select from company x where x.brokerage_id = b.brokerage_id and x.parent_id = f.id),
    nullif(concat_ws(' ', h.first_name, h.last_name), ''), h.email, h.phone;
end $$;

-- The login for an address that is being invited: the one that exists, or a new one; the caller cannot tell which
-- (security.md I10: whoever invites never learns that an address is known at another company).
create function access.login_for(p_email text, p_email_key text, p_language text) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare found_id uuid;
begin
  if cardinality(access.managed_companies()) = 0 then
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
-- the second waits for the first and then counts what is left (domain 2.8, security.md Z6). Staff may.
create function access.keep_last_user_manager() returns trigger language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  if access.actor() is null or access.is_staff() then return null; end if;
  if tg_table_name = 'portal_account' and not exists (
    select from role_grant g where g.brokerage_id = new.brokerage_id and g.account_id = new.id and g.role = 'user_manager'
      and g.valid_from <= now() and (g.valid_until is null or g.valid_until > now())
  ) then
    return null;
  end if;
  perform pg_advisory_xact_lock(hashtextextended('user_managers:' || new.company_id::text, 0));
  if not exists (
    select from role_grant g join portal_account a on a.brokerage_id = g.brokerage_id and a.id = g.account_id
    where g.brokerage_id = new.brokerage_id and g.company_id = new.company_id and g.role = 'user_manager' and a.state = 'active'
      and g.valid_from <= now() and (g.valid_until is null or g.valid_until > now())
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
  access.account_managers(), access.company_and_below(uuid) to dossier_app, dossier_access;
grant execute on function access.enter(text, boolean, bytea) to dossier_app;
grant execute on function access.login_for(text, text, text) to dossier_app;
