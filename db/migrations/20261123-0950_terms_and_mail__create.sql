create table terms (
  brokerage_id uuid not null references brokerage,
  version integer not null check (version > 0),
  language text not null check (language in ('de', 'fr', 'it', 'en')),
  title text not null check (char_length(title) <= 200),
  body text not null check (char_length(body) <= 200000),
  published_at timestamptz not null default now(),
  primary key (brokerage_id, version, language)
);
call protect_table('terms');

create table terms_acceptance (
  brokerage_id uuid not null references brokerage,
  login_id uuid not null,
  version integer not null,
  language text not null,
  -- SHA-256 of the text that was shown: what was accepted can be proven later.
  text_hash bytea not null,
  accepted_at timestamptz not null default now(),
  source text check (char_length(source) <= 60),
  primary key (brokerage_id, login_id, version),
  foreign key (brokerage_id, login_id) references login (brokerage_id, id),
  foreign key (brokerage_id, version, language) references terms (brokerage_id, version, language)
);
call protect_table('terms_acceptance');

-- A brokerage's own wording of a mail; without a row the portal's text is sent (the manual's, in four languages).
create table mail_template (
  brokerage_id uuid not null references brokerage,
  event text not null check (event ~ '^[a-z_]{3,60}$'),
  language text not null check (language in ('de', 'fr', 'it', 'en')),
  subject text not null check (char_length(subject) between 1 and 200 and subject !~ '[\r\n]'),
  body text not null check (char_length(body) between 1 and 20000),
  updated_at timestamptz not null default now(),
  primary key (brokerage_id, event, language)
);
call protect_table('mail_template');

-- The outbox. The row is what staff see of a mail; its secret parts travel sealed in the job and die with it.
create table mail (
  brokerage_id uuid not null references brokerage,
  id uuid not null default uuid_v7(),
  event text not null,
  recipient text not null check (char_length(recipient) <= 254 and recipient !~ '[\r\n,<>"]'),
  language text not null check (language in ('de', 'fr', 'it', 'en')),
  company_id uuid,
  account_id uuid,
  state text not null default 'queued' check (state in ('queued', 'sent', 'failed', 'dropped')),
  error text check (char_length(error) <= 400),
  created_at timestamptz not null default now(),
  expires_at timestamptz,
  sent_at timestamptz,
  primary key (brokerage_id, id),
  foreign key (brokerage_id, company_id) references company (brokerage_id, id),
  foreign key (brokerage_id, account_id) references portal_account (brokerage_id, id)
);
create index mail_account on mail (brokerage_id, account_id);
create index mail_company on mail (brokerage_id, company_id);
call protect_table('mail');

-- What happened. Nobody has a grant to change or delete a row.
create table event (
  brokerage_id uuid not null references brokerage,
  id uuid not null default uuid_v7(),
  at timestamptz not null default now(),
  actor_kind text not null check (actor_kind in ('customer', 'staff', 'visitor', 'operator', 'system')),
  actor_id uuid,
  actor_name text not null check (char_length(actor_name) <= 200),
  verb text not null check (verb ~ '^[a-z_]+\.[a-z_]+$'),
  subject_kind text not null,
  subject_id uuid not null,
  company_id uuid,
  details jsonb not null default '{}',
  primary key (brokerage_id, id),
  foreign key (brokerage_id, company_id) references company (brokerage_id, id)
);
create index event_subject on event (brokerage_id, subject_id, id);
create index event_company on event (brokerage_id, company_id, id);
call protect_table('event');
revoke update on event from dossier_operator;
