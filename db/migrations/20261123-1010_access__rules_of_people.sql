-- Row rules of everything that is not a record, and the grants of the web process (dossier_app).

create policy reading on login for select to dossier_app using (
  (select access.is_staff()) or id = (select access.own_login())
  or id in (select a.login_id from portal_account a where a.company_id = any ((select access.managed_companies())::uuid[])));
create policy own on login for update to dossier_app using (id = (select access.own_login())) with check (id = (select access.own_login()));
grant select on login to dossier_app;
grant update (language, theme, density, shortcuts) on login to dossier_app;

create policy reading on staff_member for select to dossier_app using (
  (select access.is_staff()) or (state = 'active' and id = any ((select access.account_managers())::uuid[])));
grant select on staff_member to dossier_app;

create policy reading on company for select to dossier_app using (
  id = any ((select access.companies())::uuid[]) or id = any ((select access.managed_companies())::uuid[]));
create policy staff_adds on company for insert to dossier_app with check ((select access.is_staff_writer()));
create policy staff_changes on company for update to dossier_app using ((select access.is_staff_writer())) with check ((select access.is_staff_writer()));
grant select on company to dossier_app;
grant insert (brokerage_id, id, name, street, postal_code, town, canton, country, uid, noga, language, parent_id, account_manager_id, remark)
  on company to dossier_app;
grant update (name, street, postal_code, town, canton, country, uid, noga, language, parent_id, account_manager_id, state, remark,
  assignable_roles, manages_subsidiaries, sensitive_roles_need_approval, updated_at) on company to dossier_app;

create policy reading on contact for select to dossier_app using (
  company_id = any ((select access.managed_companies())::uuid[]) or id = (select access.own_contact()));
create policy adding on contact for insert to dossier_app with check (
  company_id = any ((select access.managed_companies())::uuid[]) and (not (select access.is_staff()) or (select access.is_staff_writer())));
create policy changing on contact for update to dossier_app using (
  company_id = any ((select access.managed_companies())::uuid[]) and (not (select access.is_staff()) or (select access.is_staff_writer())));
grant select on contact to dossier_app;
grant insert (brokerage_id, id, company_id, salutation, first_name, last_name, email, email_key, position, phone, mobile, language)
  on contact to dossier_app;
grant update (salutation, first_name, last_name, email, email_key, position, phone, mobile, language, version, updated_at)
  on contact to dossier_app;

create policy reading on portal_account for select to dossier_app using (
  company_id = any ((select access.managed_companies())::uuid[]) or id = (select access.actor()));
create policy opening on portal_account for insert to dossier_app with check (
  company_id = any ((select access.managed_companies())::uuid[]) and state = 'invited'
  and (not (select access.is_staff()) or (select access.is_staff_writer())));
create policy changing on portal_account for update to dossier_app using (
  company_id = any ((select access.managed_companies())::uuid[]) and (not (select access.is_staff()) or (select access.is_staff_writer())));
grant select on portal_account to dossier_app;
grant insert (brokerage_id, id, contact_id, company_id, login_id, invited_by) on portal_account to dossier_app;
grant update (login_id, state, state_reason, invited_at, invited_by, version) on portal_account to dossier_app;

create policy reading on role_grant for select to dossier_app using (
  company_id = any ((select access.managed_companies())::uuid[]) or account_id = (select access.actor()));
create policy granting on role_grant for insert to dossier_app with check (
  company_id = any ((select access.managed_companies())::uuid[]) and (not (select access.is_staff()) or (select access.is_staff_writer())));
create policy ending on role_grant for update to dossier_app using (
  company_id = any ((select access.managed_companies())::uuid[]) and (not (select access.is_staff()) or (select access.is_staff_writer())));
grant select on role_grant to dossier_app;
grant insert (brokerage_id, id, account_id, company_id, role, valid_from, valid_until, granted_by_account, granted_by, approved_by, reason)
  on role_grant to dossier_app;
grant update (valid_until, withdrawn_by) on role_grant to dossier_app;

create policy reading on role_request for select to dossier_app using (
  company_id = any ((select access.managed_companies())::uuid[]) or account_id = (select access.actor()));
create policy asking on role_request for insert to dossier_app with check (
  company_id = any ((select access.managed_companies())::uuid[]) and state = 'pending' and (not (select access.is_staff()) or (select access.is_staff_writer())));
create policy deciding on role_request for update to dossier_app using (
  company_id = any ((select access.managed_companies())::uuid[]) and (not (select access.is_staff()) or (select access.is_staff_writer())));
grant select on role_request to dossier_app;
grant insert (brokerage_id, id, account_id, company_id, role, valid_until, reason, requested_by_account, requested_by) on role_request to dossier_app;
grant update (state, decided_by, decided_at) on role_request to dossier_app;

-- The web process may make a link and end it, but never read one; only the gate looks secrets up.
create policy making on activation_token for insert to dossier_app with check (
  account_id in (select a.id from portal_account a where a.company_id = any ((select access.managed_companies())::uuid[])) and (not (select access.is_staff()) or (select access.is_staff_writer())));
create policy finding on activation_token for select to dossier_app using (
  account_id in (select a.id from portal_account a where a.company_id = any ((select access.managed_companies())::uuid[])));
create policy ending on activation_token for update to dossier_app using (
  account_id in (select a.id from portal_account a where a.company_id = any ((select access.managed_companies())::uuid[])) and (not (select access.is_staff()) or (select access.is_staff_writer())));
grant insert (brokerage_id, id, account_id, token_hash, temporary_password_hash, expires_at) on activation_token to dossier_app;
grant select (brokerage_id, id, account_id, expires_at, attempts, used_at, revoked_at, created_at) on activation_token to dossier_app;
grant update (revoked_at) on activation_token to dossier_app;

-- Whoever looks after an account may end its sessions; everybody sees and ends the own ones.
create policy reading on session for select to dossier_app using (
  login_id = (select access.own_login())
  or account_id in (select a.id from portal_account a where a.company_id = any ((select access.managed_companies())::uuid[])));
create policy ending on session for update to dossier_app using (
  login_id = (select access.own_login())
  or (account_id in (select a.id from portal_account a where a.company_id = any ((select access.managed_companies())::uuid[])) and (not (select access.is_staff()) or (select access.is_staff_writer()))));
grant select (brokerage_id, id, login_id, account_id, staff_id, host, user_agent, created_at, last_seen_at, expires_at, ended_at) on session to dossier_app;
grant update (ended_at) on session to dossier_app;
create policy ending on remember_token for update to dossier_app using (
  login_id = (select access.own_login())
  or (account_id in (select a.id from portal_account a where a.company_id = any ((select access.managed_companies())::uuid[])) and (not (select access.is_staff()) or (select access.is_staff_writer()))));
create policy finding on remember_token for select to dossier_app using (
  login_id = (select access.own_login())
  or account_id in (select a.id from portal_account a where a.company_id = any ((select access.managed_companies())::uuid[])));
grant select (brokerage_id, id, login_id, account_id, expires_at, revoked_at) on remember_token to dossier_app;
grant update (revoked_at) on remember_token to dossier_app;

create policy reading on terms for select to dossier_app using (published_at <= now());
grant select on terms to dossier_app;
create policy reading on terms_acceptance for select to dossier_app using ((select access.is_staff()) or login_id = (select access.own_login()));
grant select on terms_acceptance to dossier_app;
create policy reading on mail_template for select to dossier_app using ((select access.is_staff()));
grant select on mail_template to dossier_app;

create policy reading on mail for select to dossier_app using (company_id = any ((select access.managed_companies())::uuid[]));
create policy sending on mail for insert to dossier_app with check (state = 'queued');
grant select on mail to dossier_app;
grant insert (brokerage_id, id, event, recipient, language, company_id, account_id, expires_at) on mail to dossier_app;

create policy reading on event for select to dossier_app using (
  company_id = any ((select access.managed_companies())::uuid[]) or actor_id = (select access.actor()));
create policy writing on event for insert to dossier_app with check (actor_id is not distinct from (select access.actor()));
grant select on event to dossier_app;
grant insert (brokerage_id, id, actor_kind, actor_id, actor_name, verb, subject_kind, subject_id, company_id, details) on event to dossier_app;

-- Once a person has activated the account, its sign-in belongs to them: whoever looks after it can suspend it, never take it
-- over by pointing it at another address (security.md I9, Z7). It becomes active at the gate alone.
create function keep_login() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  if old.activated_at is not null and new.login_id <> old.login_id then
    raise exception 'the sign-in of an activated account stays' using errcode = 'DS013';
  end if;
  if old.activated_at is null and new.state in ('active', 'suspended') and new.activated_at is null then
    raise exception 'an account is activated by its own person' using errcode = 'DS014';
  end if;
  return new;
end $$;
create trigger keep_login before update on portal_account for each row execute function keep_login();

-- The gate: sign-in, activation, reset. It knows secrets and no record at all.
create procedure open_to(role_name text, target regclass, privileges text) language plpgsql set search_path = pg_catalog, public as $$
begin
  if not exists (select from pg_policy where polrelid = target and polname = role_name) then
    execute format('create policy %I on %s for all to %I using (brokerage_id = (select access.brokerage())) '
      'with check (brokerage_id = (select access.brokerage()))', role_name, target, role_name);
  end if;
  execute format('grant %s on %s to %I', privileges, target, role_name);
end $$;
call open_to('dossier_gate', 'login', 'select');
call open_to('dossier_gate', 'login_secret', 'select, insert, update (password_hash, changed_at)');
call open_to('dossier_gate', 'activation_token', 'select, update (attempts, used_at, revoked_at)');
call open_to('dossier_gate', 'reset_token', 'select, insert, update (used_at, revoked_at)');
call open_to('dossier_gate', 'session', 'select, insert, update (ended_at)');
call open_to('dossier_gate', 'remember_token', 'select, insert, update (validator_hash, previous_validator_hash, rotated_at, revoked_at)');
call open_to('dossier_gate', 'attempt', 'select, insert, update, delete');
call open_to('dossier_gate', 'portal_account', 'select, update (state, activated_at, last_sign_in_at)');
call open_to('dossier_gate', 'staff_member', 'select');
call open_to('dossier_gate', 'contact', 'select (brokerage_id, id, company_id, first_name, last_name, full_name, email, language)');
call open_to('dossier_gate', 'company', 'select (brokerage_id, id, name, language, account_manager_id)');
call open_to('dossier_gate', 'terms', 'select');
call open_to('dossier_gate', 'terms_acceptance', 'select, insert');
call open_to('dossier_gate', 'mail', 'insert (brokerage_id, id, event, recipient, language, company_id, account_id, expires_at)');
call open_to('dossier_gate', 'event', 'insert (brokerage_id, id, actor_kind, actor_id, actor_name, verb, subject_kind, subject_id, company_id, details)');

-- The worker: what it needs to write a mail, and the mail's state.
call open_to('dossier_worker', 'mail', 'select, update (state, error, sent_at)');
call open_to('dossier_worker', 'mail_template', 'select');
call open_to('dossier_worker', 'login', 'select');
call open_to('dossier_worker', 'staff_member', 'select');
call open_to('dossier_worker', 'portal_account', 'select');
call open_to('dossier_worker', 'contact', 'select (brokerage_id, id, company_id, first_name, last_name, full_name, email, language)');
call open_to('dossier_worker', 'company', 'select (brokerage_id, id, name, language, account_manager_id)');
call open_to('dossier_worker', 'terms', 'select');

-- add_job inside the business transaction is the outbox. The queue belongs to the worker; the others reach it through here.
create schema jobs;
grant usage on schema jobs to dossier_app, dossier_gate, dossier_operator, dossier_worker;
create function jobs.enqueue(task text, payload json, run_at timestamptz default null, job_key text default null) returns void
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  perform graphile_worker.add_job(task, payload, run_at => run_at, max_attempts => 12, job_key => job_key);
end $$;
grant execute on function jobs.enqueue(text, json, timestamptz, text) to dossier_app, dossier_gate, dossier_operator;
do $$ begin
  call become('dossier_worker');
  grant create on schema jobs to dossier_worker;
  alter function jobs.enqueue(text, json, timestamptz, text) owner to dossier_worker;
  revoke create on schema jobs from dossier_worker;
end $$;
