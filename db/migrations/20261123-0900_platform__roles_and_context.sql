-- The database roles and the context of a transaction (docs/access.md).
-- Roles belong to the whole server, so they may exist already from another database on it.
do $$
declare role_name text;
begin
  foreach role_name in array array['dossier_app', 'dossier_gate', 'dossier_worker', 'dossier_operator', 'dossier_access'] loop
    if not exists (select from pg_roles where rolname = role_name) then
      begin
        execute format('create role %I nosuperuser nobypassrls nocreatedb nocreaterole nologin', role_name);
      exception when duplicate_object or unique_violation then null; -- two databases set up at the same moment
      end;
    end if;
  end loop;
end $$;

-- The migrating role hands functions over to dossier_access, so it must be a member of it.
-- Since PostgreSQL 16 whoever creates a role may grant it, but not yet act as it; SET is what a change of owner needs.
create procedure become(role_name name) language plpgsql as $$
begin
  if current_setting('server_version_num')::int >= 160000 then
    if not pg_has_role(current_user, role_name, 'set') then execute format('grant %I to %I with set true, inherit true', role_name, current_user); end if;
  elsif not pg_has_role(current_user, role_name, 'member') then
    execute format('grant %I to %I', role_name, current_user);
  end if;
end $$;
call become('dossier_access');
-- A function can be handed to a role only where that role may create; it is never asked to.
grant create on schema public to dossier_access;

revoke all on schema public from public;
grant usage on schema public to dossier_app, dossier_gate, dossier_worker, dossier_operator, dossier_access;
-- Nothing created later is open to everybody by default.
alter default privileges revoke execute on functions from public;

create schema access;
grant usage, create on schema access to dossier_access;
grant usage on schema access to dossier_app, dossier_gate, dossier_worker, dossier_operator;

create collation swiss (provider = icu, locale = 'de-CH');
create extension if not exists btree_gist;

-- numeric and date accept NaN and infinity from a text; no amount and no day of ours may be one.
create domain amount as numeric(14, 2) check (value <> 'NaN');
create domain day as date check (isfinite(value) and value between '1800-01-01' and '2300-12-31');

-- UUID version 7 for PostgreSQL before 18: the first 48 bits are the time in milliseconds, so keys grow with time.
create function uuid_v7() returns uuid language sql volatile parallel safe set search_path = pg_catalog as $$
  select encode(set_bit(set_bit(
    overlay(uuid_send(gen_random_uuid()) placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6),
    52, 1), 53, 1), 'hex')::uuid
$$;
grant execute on function uuid_v7() to public;

-- Without a search path of their own, so that the planner can inline them; they name pg_catalog themselves.
-- The context is transaction-local. After its first transaction a connection answers '' instead of NULL, hence nullif.
create function access.brokerage() returns uuid language sql stable parallel safe as $$
  select nullif(pg_catalog.current_setting('app.brokerage', true), '')::uuid
$$;
create function access.actor() returns uuid language sql stable parallel safe as $$
  select nullif(pg_catalog.current_setting('app.actor', true), '')::uuid
$$;
grant execute on function access.brokerage(), access.actor() to public;

-- Every table of a brokerage stands behind this wall; what is inside is opened by permissive row rules of its own.
create procedure protect_table(target regclass) language plpgsql set search_path = pg_catalog, public as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format(
    'create policy wall on %s as restrictive for all to public '
    'using (brokerage_id = (select access.brokerage())) with check (brokerage_id = (select access.brokerage()))', target);
  -- The operator (command line, import) works inside one brokerage at a time; dossier_access only reads, for the rules.
  execute format('create policy operator on %s for all to dossier_operator using (brokerage_id = (select access.brokerage())) '
    'with check (brokerage_id = (select access.brokerage()))', target);
  execute format('grant select, insert, update on %s to dossier_operator', target);
end $$;
