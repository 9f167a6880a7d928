create table portal_account (
  brokerage_id uuid not null references brokerage,
  id uuid not null default uuid_v7(),
  contact_id uuid not null,
  company_id uuid not null,
  login_id uuid not null,
  -- No row, or withdrawn: «inaktiv». invited → active ⇄ suspended.
  state text not null default 'invited' check (state in ('invited', 'active', 'suspended', 'withdrawn')),
  state_reason text check (char_length(state_reason) <= 400),
  invited_at timestamptz not null default now(),
  invited_by text not null check (char_length(invited_by) <= 200),
  activated_at timestamptz,
  last_sign_in_at timestamptz,
  version integer not null default 1,
  primary key (brokerage_id, id),
  unique (brokerage_id, contact_id),
  unique (brokerage_id, login_id, company_id),
  unique (brokerage_id, id, company_id),
  foreign key (brokerage_id, contact_id) references contact (brokerage_id, id),
  foreign key (brokerage_id, company_id) references company (brokerage_id, id),
  foreign key (brokerage_id, login_id) references login (brokerage_id, id)
);
create index portal_account_company on portal_account (brokerage_id, company_id);
call protect_table('portal_account');
comment on column portal_account.company_id is 'The company of the contact; a contact with an account never changes company.';

create table role_grant (
  brokerage_id uuid not null references brokerage,
  id uuid not null default uuid_v7(),
  account_id uuid not null,
  company_id uuid not null,
  role text not null check (role in ('customer', 'user_manager', 'file_manager', 'occupational_pension', 'personal_lines',
    'fleet', 'other_lines', 'full_access', 'group_manager')),
  valid_from timestamptz not null default now(),
  valid_until timestamptz,
  -- null: the broker's staff or the system granted it.
  granted_by_account uuid,
  granted_by text not null check (char_length(granted_by) <= 200),
  approved_by text check (char_length(approved_by) <= 200),
  withdrawn_by text check (char_length(withdrawn_by) <= 200),
  reason text check (char_length(reason) <= 400),
  primary key (brokerage_id, id),
  foreign key (brokerage_id, account_id, company_id) references portal_account (brokerage_id, id, company_id),
  foreign key (brokerage_id, granted_by_account) references portal_account (brokerage_id, id),
  check (valid_until is null or valid_until >= valid_from),
  -- One role at most once at a time; two who press Anwenden together cannot double it.
  constraint role_grant_once exclude using gist (brokerage_id with =, account_id with =, role with =, tstzrange(valid_from, valid_until) with &&)
);
create index role_grant_account on role_grant (brokerage_id, account_id, company_id);
create index role_grant_company on role_grant (brokerage_id, company_id);
create index role_grant_granted_by on role_grant (brokerage_id, granted_by_account);
call protect_table('role_grant');

create table role_request (
  brokerage_id uuid not null references brokerage,
  id uuid not null default uuid_v7(),
  account_id uuid not null,
  company_id uuid not null,
  role text not null check (role in ('user_manager', 'file_manager', 'occupational_pension', 'personal_lines',
    'fleet', 'other_lines', 'full_access', 'group_manager')),
  valid_until timestamptz,
  reason text check (char_length(reason) <= 400),
  requested_by_account uuid,
  requested_by text not null check (char_length(requested_by) <= 200),
  requested_at timestamptz not null default now(),
  expires_at timestamptz not null default now() + interval '7 days',
  state text not null default 'pending' check (state in ('pending', 'approved', 'rejected')),
  decided_by text check (char_length(decided_by) <= 200),
  decided_at timestamptz,
  primary key (brokerage_id, id),
  foreign key (brokerage_id, account_id, company_id) references portal_account (brokerage_id, id, company_id),
  foreign key (brokerage_id, company_id) references company (brokerage_id, id),
  foreign key (brokerage_id, requested_by_account) references portal_account (brokerage_id, id)
);
create unique index role_request_open on role_request (brokerage_id, account_id, role) where state = 'pending';
create index role_request_account on role_request (brokerage_id, account_id, company_id);
create index role_request_company on role_request (brokerage_id, company_id);
create index role_request_requested_by on role_request (brokerage_id, requested_by_account);
call protect_table('role_request');
