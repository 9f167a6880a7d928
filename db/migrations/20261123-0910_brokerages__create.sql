-- The root of everything: one row per brokerage. Its key is called brokerage_id like everywhere else, so that the
-- same wall stands before it. number and host are unique across brokerages on purpose: nobody but the operator writes them.
create table brokerage (
  brokerage_id uuid primary key default uuid_v7(),
  number text not null unique check (number ~ '^[0-9]{2,8}$'),
  name text not null check (char_length(name) between 1 and 120),
  host text not null unique check (host = lower(host) and host ~ '^[a-z0-9.-]{1,253}$'),
  is_default boolean not null default false,
  state text not null default 'active' check (state in ('active', 'suspended')),
  language text not null default 'de' check (language in ('de', 'fr', 'it', 'en')),
  brand_colour text not null default '#0b5cad' check (brand_colour ~ '^#[0-9a-f]{6}$'),
  phone text check (char_length(phone) <= 40),
  email text check (char_length(email) <= 254),
  street text, postal_code text, town text,
  sender_email text not null check (char_length(sender_email) <= 254),
  -- Switches of the brokerage; each has a floor in the code that it cannot cross.
  invitation_hours integer not null default 72 check (invitation_hours between 24 and 336),
  remember_allowed boolean not null default true,
  sensitive_roles_need_approval boolean not null default false,
  invoice_audience text[] not null default '{other_lines}',
  created_at timestamptz not null default now()
);
create unique index brokerage_default on brokerage (is_default) where is_default;
alter table brokerage enable row level security;
alter table brokerage force row level security;
create policy wall on brokerage as restrictive for all to dossier_app, dossier_gate, dossier_worker
  using (brokerage_id = (select access.brokerage())) with check (brokerage_id = (select access.brokerage()));
create policy own on brokerage for select to dossier_app, dossier_gate, dossier_worker using (brokerage_id = (select access.brokerage()));
-- Only these two look across: the operator founds brokerages, dossier_access finds the one that a host name means.
create policy across on brokerage for all to dossier_operator using (number is not null) with check (number is not null);
create policy by_host on brokerage for select to dossier_access using (number is not null);
grant select on brokerage to dossier_app, dossier_gate, dossier_worker, dossier_operator, dossier_access;
grant insert, update on brokerage to dossier_operator;

-- A one-time link with which the first administrator founds the first brokerage (ASVS 6.3.2: no default accounts).
create table setup_link (
  token_hash bytea primary key,
  expires_at timestamptz not null,
  used_at timestamptz
);
alter table setup_link enable row level security;
alter table setup_link force row level security;
create policy operator on setup_link for all to dossier_operator using (token_hash is not null) with check (token_hash is not null);
grant select, insert, update on setup_link to dossier_operator;
