-- A view that somebody saved: a name for the query of a list (interface A.2). It holds no records and no rights: what it shows
-- is read anew, as the person who looks, each time.
create table saved_view (
  brokerage_id uuid not null references brokerage,
  id uuid not null default uuid_v7(),
  account_id uuid,
  company_id uuid,
  staff_id uuid,
  list text not null check (list ~ '^[a-z-]{1,40}$'),
  name text collate swiss not null check (char_length(name) between 1 and 60),
  query text not null default '' check (char_length(query) <= 2000),
  shared boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  removed_at timestamptz,
  primary key (brokerage_id, id),
  foreign key (brokerage_id, account_id, company_id) references portal_account (brokerage_id, id, company_id),
  foreign key (brokerage_id, staff_id) references staff_member (brokerage_id, id),
  check (num_nonnulls(account_id, staff_id) = 1),
  check ((account_id is null) = (company_id is null)),
  check (not shared or company_id is not null)
);
create index saved_view_account on saved_view (brokerage_id, account_id, company_id);
create index saved_view_staff on saved_view (brokerage_id, staff_id);
create index saved_view_shared on saved_view (brokerage_id, company_id, list) where shared and removed_at is null;
create unique index saved_view_name on saved_view (brokerage_id, coalesce(account_id, staff_id), list, lower(name)) where removed_at is null;
call protect_table('saved_view');
comment on column saved_view.shared is 'Offered to everybody of the company; only a User Manager shares.';

-- A removed view stays readable, because a row that is changed must be readable before and after; the queries leave it out.
create policy reading on saved_view for select to dossier_app using (
  account_id = (select access.actor()) or staff_id = (select access.actor())
  or (shared and company_id = (select a.company_id from portal_account a where a.id = (select access.actor()))));
create policy adding on saved_view for insert to dossier_app with check (
  (account_id = (select access.actor()) or staff_id = (select access.actor()))
  and (not shared or 'user_manager' = any ((select access.roles())::text[])));
-- A User Manager may also remove what somebody else of the company shares, e.g. a person who has left.
create policy changing on saved_view for update to dossier_app using (
  account_id = (select access.actor()) or staff_id = (select access.actor())
  or (shared and company_id = (select a.company_id from portal_account a where a.id = (select access.actor())) and 'user_manager' = any ((select access.roles())::text[])))
with check (
  (account_id = (select access.actor()) or staff_id = (select access.actor()) or company_id = (select a.company_id from portal_account a where a.id = (select access.actor())))
  and (not shared or 'user_manager' = any ((select access.roles())::text[])));
grant select on saved_view to dossier_app;
grant insert (brokerage_id, id, account_id, company_id, staff_id, list, name, query, shared) on saved_view to dossier_app;
grant update (name, query, shared, updated_at, removed_at) on saved_view to dossier_app;
