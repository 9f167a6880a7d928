-- Secrets stand in tables of their own. The web process reads none of them in an ordinary request: only the gate
-- (sign-in, activation, reset) may, through a connection of its own.
create table login_secret (
  brokerage_id uuid not null references brokerage,
  login_id uuid not null,
  password_hash text not null,
  changed_at timestamptz not null default now(),
  primary key (brokerage_id, login_id),
  foreign key (brokerage_id, login_id) references login (brokerage_id, id)
);
call protect_table('login_secret');

create table activation_token (
  brokerage_id uuid not null references brokerage,
  id uuid not null default uuid_v7(),
  account_id uuid not null,
  token_hash bytea not null,
  temporary_password_hash text not null,
  expires_at timestamptz not null,
  attempts integer not null default 0,
  used_at timestamptz,
  -- Why a link died before it was used: a newer one, a withdrawal, a changed address, too many attempts.
  revoked_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (brokerage_id, id),
  unique (brokerage_id, token_hash),
  foreign key (brokerage_id, account_id) references portal_account (brokerage_id, id)
);
create index activation_token_account on activation_token (brokerage_id, account_id);
call protect_table('activation_token');

-- Chosen by the person (forgot), or made on the command line for a member of staff (set-up).
create table reset_token (
  brokerage_id uuid not null references brokerage,
  id uuid not null default uuid_v7(),
  login_id uuid not null,
  token_hash bytea not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (brokerage_id, id),
  unique (brokerage_id, token_hash),
  foreign key (brokerage_id, login_id) references login (brokerage_id, id)
);
create index reset_token_login on reset_token (brokerage_id, login_id);
call protect_table('reset_token');

create table session (
  brokerage_id uuid not null references brokerage,
  id uuid not null default uuid_v7(),
  token_hash bytea not null,
  login_id uuid not null,
  account_id uuid,
  staff_id uuid,
  host text not null,
  user_agent text check (char_length(user_agent) <= 400),
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  ended_at timestamptz,
  -- Newer terms wait to be accepted; until then the session opens nothing else (security.md I5).
  terms_due boolean not null default false,
  primary key (brokerage_id, id),
  unique (brokerage_id, token_hash),
  foreign key (brokerage_id, login_id) references login (brokerage_id, id),
  foreign key (brokerage_id, account_id) references portal_account (brokerage_id, id),
  foreign key (brokerage_id, staff_id) references staff_member (brokerage_id, id),
  check (num_nonnulls(account_id, staff_id) = 1)
);
create index session_login on session (brokerage_id, login_id);
create index session_account on session (brokerage_id, account_id);
create index session_staff on session (brokerage_id, staff_id);
call protect_table('session');
grant update (terms_due) on session to dossier_gate;

-- «Angemeldet bleiben»: a selector that finds the row and a validator that changes at every use (security.md S3).
create table remember_token (
  brokerage_id uuid not null references brokerage,
  id uuid not null default uuid_v7(),
  login_id uuid not null,
  account_id uuid not null,
  selector bytea not null,
  validator_hash bytea not null,
  previous_validator_hash bytea,
  rotated_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz,
  primary key (brokerage_id, id),
  unique (brokerage_id, selector),
  foreign key (brokerage_id, login_id) references login (brokerage_id, id),
  foreign key (brokerage_id, account_id) references portal_account (brokerage_id, id)
);
create index remember_token_login on remember_token (brokerage_id, login_id);
create index remember_token_account on remember_token (brokerage_id, account_id);
call protect_table('remember_token');

-- The failure ledger of every password path; it also counts for addresses that do not exist (security.md A1, A3).
create table attempt (
  brokerage_id uuid not null references brokerage,
  bucket text not null check (char_length(bucket) <= 120),
  failures integer not null default 0,
  blocked_until timestamptz,
  updated_at timestamptz not null default now(),
  primary key (brokerage_id, bucket)
);
call protect_table('attempt');
comment on column attempt.bucket is 'kind:hmac — the address itself is never stored, so an unknown one leaves no personal data.';
