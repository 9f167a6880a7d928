-- What a person may do about themselves, and see of themselves: the own contact's ways to reach them, the devices that are signed in
-- or remembered, and everything that happened to their contact, account and sign-in.

-- Everybody keeps the own telephone numbers and function up to date. Name, address and language are the company's to write: they stand
-- in contracts and decide where invitations go, so only who looks after the contact changes them.
create policy own_person on contact for update to dossier_app
  using (id = (select access.own_contact())) with check (id = (select access.own_contact()));
create function guard_own_contact() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  if access.actor() is not null and not access.is_staff() and not (old.company_id = any (access.managed_companies()))
    and (new.salutation, new.first_name, new.last_name, new.email, new.email_key, new.language)
      is distinct from (old.salutation, old.first_name, old.last_name, old.email, old.email_key, old.language) then
    raise exception 'name, address and language are for who looks after the contact' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger guard_own_contact before update on contact for each row execute function guard_own_contact();

-- From where a session was begun, and by which remembered browser: ending one of them ends the other.
alter table session add column source text check (char_length(source) <= 64), add column remember_id uuid;
alter table session add foreign key (brokerage_id, remember_id) references remember_token (brokerage_id, id);
create index session_remember on session (brokerage_id, remember_id);
grant select (source, remember_id) on session to dossier_app;
alter table remember_token add column user_agent text check (char_length(user_agent) <= 400),
  add column created_at timestamptz not null default now();
grant select (rotated_at, user_agent, created_at) on remember_token to dossier_app;
grant update (user_agent) on remember_token to dossier_gate;

-- What happened to the own contact, account and sign-in (DSG Art. 25), also where somebody else did it.
create policy about_oneself on event for select to dossier_app using (
  subject_id in ((select access.actor()), (select access.own_contact()), (select access.own_login())));
-- Which mails went to the own address; their content is nowhere.
create policy to_oneself on mail for select to dossier_app using (
  recipient = (select l.email from login l where l.id = (select access.own_login())));
