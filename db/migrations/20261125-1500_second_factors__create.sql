-- What proves a person besides the password (security.md A11). Whether somebody has one stands here; its secret in a table of its own
-- that only the gate reads (decision 0003). Rows stay, so that an event can name them; the secret of a removed one is wiped.
create table second_factor (
  brokerage_id uuid not null references brokerage,
  id uuid not null default uuid_v7(),
  login_id uuid not null,
  kind text not null check (kind in ('app', 'passkey')),
  name text not null check (char_length(name) between 1 and 60),
  created_at timestamptz not null default now(),
  last_used_at timestamptz,
  removed_at timestamptz,
  primary key (brokerage_id, id),
  foreign key (brokerage_id, login_id) references login (brokerage_id, id)
);
create index second_factor_login on second_factor (brokerage_id, login_id);
-- One authenticator app: a new one takes the place of the former.
create unique index second_factor_app on second_factor (brokerage_id, login_id) where kind = 'app' and removed_at is null;
call protect_table('second_factor');
create policy reading on second_factor for select to dossier_app using (
  (select access.is_staff()) or login_id = (select access.own_login())
  or login_id in (select a.login_id from portal_account a where a.company_id = any ((select access.managed_companies())::uuid[])));
grant select on second_factor to dossier_app;
call open_to('dossier_gate', 'second_factor', 'select, insert (brokerage_id, id, login_id, kind, name), update (name, last_used_at, removed_at)');

create table totp_secret (
  brokerage_id uuid not null references brokerage,
  factor_id uuid not null,
  -- AES-256-GCM under a key of the installation: whoever reads the database alone can make no code.
  sealed text not null check (char_length(sealed) <= 400),
  -- The 30 seconds whose code was used last: no code counts twice.
  last_step bigint not null default 0,
  primary key (brokerage_id, factor_id),
  foreign key (brokerage_id, factor_id) references second_factor (brokerage_id, id)
);
call protect_table('totp_secret');
call open_to('dossier_gate', 'totp_secret', 'select, insert, update (sealed, last_step)');

create table passkey_key (
  brokerage_id uuid not null references brokerage,
  factor_id uuid not null,
  credential_id bytea not null check (octet_length(credential_id) between 1 and 1023),
  public_key bytea not null check (octet_length(public_key) <= 4096),
  counter bigint not null default 0,
  transports text[] not null default '{}',
  primary key (brokerage_id, factor_id),
  unique (brokerage_id, credential_id),
  foreign key (brokerage_id, factor_id) references second_factor (brokerage_id, id)
);
call protect_table('passkey_key');
call open_to('dossier_gate', 'passkey_key', 'select, insert, update (counter)');

-- Ten codes for a lost device, each good once; 80 random bits, so a plain SHA-256 is enough.
create table recovery_code (
  brokerage_id uuid not null references brokerage,
  id uuid not null default uuid_v7(),
  login_id uuid not null,
  code_hash bytea not null,
  created_at timestamptz not null default now(),
  used_at timestamptz,
  -- Newer codes have taken its place.
  revoked_at timestamptz,
  primary key (brokerage_id, id),
  unique (brokerage_id, code_hash),
  foreign key (brokerage_id, login_id) references login (brokerage_id, id)
);
create index recovery_code_login on recovery_code (brokerage_id, login_id);
call protect_table('recovery_code');
create policy own on recovery_code for select to dossier_app using (login_id = (select access.own_login()));
grant select (brokerage_id, id, login_id, created_at, used_at, revoked_at) on recovery_code to dossier_app;
call open_to('dossier_gate', 'recovery_code', 'select, insert (brokerage_id, id, login_id, code_hash), update (used_at, revoked_at)');

-- Between the right password and the second factor: no session yet, so there is nothing that a forgotten rule could open.
create table sign_in_challenge (
  brokerage_id uuid not null references brokerage,
  id uuid not null default uuid_v7(),
  token_hash bytea not null,
  login_id uuid not null,
  host text not null,
  -- What the first step found out, for what is done after the second.
  stays boolean not null,
  known_device boolean not null,
  failures_before integer not null,
  tries integer not null default 0,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '10 minutes',
  ended_at timestamptz,
  primary key (brokerage_id, id),
  unique (brokerage_id, token_hash),
  foreign key (brokerage_id, login_id) references login (brokerage_id, id)
);
create index sign_in_challenge_login on sign_in_challenge (brokerage_id, login_id);
call protect_table('sign_in_challenge');
call open_to('dossier_gate', 'sign_in_challenge',
  'select, insert (brokerage_id, id, token_hash, login_id, host, stays, known_device, failures_before), update (tries, ended_at)');

-- What a passkey signed once, it must not sign in with again.
create table used_passkey_challenge (
  brokerage_id uuid not null references brokerage,
  challenge_hash bytea not null,
  used_at timestamptz not null default now(),
  primary key (brokerage_id, challenge_hash)
);
call protect_table('used_passkey_challenge');
call open_to('dossier_gate', 'used_passkey_challenge', 'select, insert (brokerage_id, challenge_hash)');

-- For which portal roles the brokerage wants a second factor; at the brokerage itself everybody needs one (security.md A11).
create table second_factor_rule (
  brokerage_id uuid not null references brokerage,
  role text not null check (role in ('customer', 'user_manager', 'file_manager', 'occupational_pension', 'personal_lines', 'fleet',
    'other_lines', 'full_access', 'group_manager')),
  since timestamptz not null default now(),
  -- Withdrawn: the row stays and says until when it was asked for.
  until timestamptz,
  primary key (brokerage_id, role)
);
call protect_table('second_factor_rule');
comment on column second_factor_rule.role is '«customer» is given to every account: with it everybody needs one.';
create policy reading on second_factor_rule for select to dossier_app using (brokerage_id = (select access.brokerage()));
create policy rule on second_factor_rule for select to dossier_access using (brokerage_id = (select access.brokerage()));
grant select on second_factor_rule to dossier_app, dossier_access;
-- Roles in the database are those of today; the handler says who at the brokerage may do it.
create policy writing on second_factor_rule for insert to dossier_app with check ((select access.is_staff_writer()));
create policy changing on second_factor_rule for update to dossier_app using ((select access.is_staff_writer())) with check ((select access.is_staff_writer()));
grant insert (brokerage_id, role), update (since, until) on second_factor_rule to dossier_app;

-- How somebody signed in, when they last proved who they are (sudo, security.md S4), and whether they have yet to set up what their
-- role asks for: such a session opens nothing else.
alter table session add column way text not null default 'password' check (way in ('password', 'code', 'recovery_code', 'passkey', 'remembered')),
  add column confirmed_at timestamptz default now(),
  add column factor_due boolean not null default false;
grant select (way, confirmed_at) on session to dossier_app;
grant update (token_hash, confirmed_at, factor_due, way) on session to dossier_gate;

-- Who has a second factor does not stay signed in for thirty days (security.md S3): 24 hours in all, an hour without use.
alter table remember_token add column idle interval not null default '14 days';
grant select (idle) on remember_token to dossier_app;

create policy rule on second_factor for select to dossier_access using (brokerage_id = (select access.brokerage()));
grant select on second_factor to dossier_access;

-- Whether this sign-in needs a second factor by its roles, as they are now.
create function access.needs_second_factor(p_account uuid, p_staff uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public as $$
  select p_staff is not null or exists (
    select from role_grant g join second_factor_rule r on r.brokerage_id = g.brokerage_id and r.role = g.role and r.until is null
    where g.brokerage_id = access.brokerage() and g.account_id = p_account
      and g.valid_from <= now() and (g.valid_until is null or g.valid_until > now()))
$$;
alter function access.needs_second_factor(uuid, uuid) owner to dossier_access;
grant execute on function access.needs_second_factor(uuid, uuid) to dossier_gate, dossier_app;

-- What a request learns about its session, right after access.enter. As long as the second factor is due, the person has no role, no
-- company and no login: whatever a route would forget to refuse, no row is there.
create function access.session_state(p_session uuid) returns table (factor_due boolean, confirmed boolean, second_factor boolean)
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare mine record;
begin
  select s.factor_due as due, coalesce(s.confirmed_at > now() - interval '15 minutes', false) as confirmed,
      exists (select from second_factor f where f.brokerage_id = s.brokerage_id and f.login_id = s.login_id and f.removed_at is null) as has
    into mine from session s where s.brokerage_id = access.brokerage() and s.id = p_session;
  if not found then return; end if;
  if mine.due then
    perform set_config('app.staff_function', '', true), set_config('app.roles', '{}', true), set_config('app.companies', '{}', true),
      set_config('app.managed_companies', '{}', true), set_config('app.contact', '', true), set_config('app.login', '', true);
  end if;
  return query select mine.due, mine.confirmed, mine.has;
end $$;
alter function access.session_state(uuid) owner to dossier_access;
grant execute on function access.session_state(uuid) to dossier_app;

-- What is over goes with the other sign-ins.
create or replace function access.forget_sign_ins(p_now timestamptz) returns bigint language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare n bigint; total bigint := 0;
begin
  delete from activation_token where brokerage_id = access.brokerage() and least(expires_at, used_at, revoked_at) < p_now - interval '30 days';
  get diagnostics n = row_count; total := total + n;
  delete from reset_token where brokerage_id = access.brokerage() and least(expires_at, used_at, revoked_at) < p_now - interval '30 days';
  get diagnostics n = row_count; total := total + n;
  delete from session where brokerage_id = access.brokerage() and least(expires_at, ended_at) < p_now - interval '90 days';
  get diagnostics n = row_count; total := total + n;
  delete from sign_in_challenge where brokerage_id = access.brokerage() and expires_at < p_now - interval '30 days';
  get diagnostics n = row_count; total := total + n;
  delete from recovery_code where brokerage_id = access.brokerage() and least(used_at, revoked_at) < p_now - interval '90 days';
  get diagnostics n = row_count; total := total + n;
  -- Long after any challenge of ours was good.
  delete from used_passkey_challenge where brokerage_id = access.brokerage() and used_at < p_now - interval '2 days';
  get diagnostics n = row_count; total := total + n;
  return total;
end $$;
do $$
declare target text;
begin
  foreach target in array array['sign_in_challenge', 'recovery_code', 'used_passkey_challenge'] loop
    execute format('create policy rule_forgets on %I for delete to dossier_access using (brokerage_id = (select access.brokerage()))', target);
    execute format('create policy rule on %I for select to dossier_access using (brokerage_id = (select access.brokerage()))', target);
    execute format('grant delete on %I to dossier_access', target);
  end loop;
end $$;
grant select (brokerage_id, expires_at) on sign_in_challenge to dossier_access;
grant select (brokerage_id, used_at, revoked_at) on recovery_code to dossier_access;
grant select (brokerage_id, used_at) on used_passkey_challenge to dossier_access;
