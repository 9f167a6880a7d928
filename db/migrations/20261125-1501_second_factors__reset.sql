-- A User Manager asks for the reset of somebody's lost second factor; another person decides (security.md Z7). Administrators of the
-- brokerage do it at once, which leaves an event and no row here.
create table second_factor_reset (
  brokerage_id uuid not null references brokerage,
  id uuid not null default uuid_v7(),
  account_id uuid not null,
  company_id uuid not null,
  login_id uuid not null,
  reason text not null check (char_length(reason) between 1 and 400),
  asked_by_account uuid not null,
  asked_by text not null check (char_length(asked_by) <= 200),
  asked_at timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '7 days',
  state text not null default 'pending' check (state in ('pending', 'done', 'rejected', 'expired')),
  decided_by text check (char_length(decided_by) <= 200),
  decided_at timestamptz,
  primary key (brokerage_id, id),
  foreign key (brokerage_id, account_id, company_id) references portal_account (brokerage_id, id, company_id),
  foreign key (brokerage_id, login_id) references login (brokerage_id, id),
  foreign key (brokerage_id, asked_by_account) references portal_account (brokerage_id, id)
);
create unique index second_factor_reset_open on second_factor_reset (brokerage_id, login_id) where state = 'pending';
create index second_factor_reset_account on second_factor_reset (brokerage_id, account_id, company_id);
create index second_factor_reset_login on second_factor_reset (brokerage_id, login_id);
create index second_factor_reset_asked_by on second_factor_reset (brokerage_id, asked_by_account);
call protect_table('second_factor_reset');
create policy reading on second_factor_reset for select to dossier_app using (
  (select access.is_staff()) or company_id = any ((select access.managed_companies())::uuid[]));
grant select on second_factor_reset to dossier_app;
-- Written at the gate alone, which wipes what is reset in the same transaction.
call open_to('dossier_gate', 'second_factor_reset',
  'select, insert (brokerage_id, id, account_id, company_id, login_id, reason, asked_by_account, asked_by), update (state, decided_by, decided_at)');
