-- The records that hang on a policy, and the broker's own fee invoices. Each is a record table under the one rule.

create table premium_invoice (
  brokerage_id uuid not null references brokerage,
  id uuid not null default uuid_v7(),
  company_id uuid not null,
  policy_id uuid not null,
  source_key text check (char_length(source_key) <= 60),
  number text not null check (char_length(number) between 1 and 60),
  kind text not null check (kind in ('provisional', 'renewal', 'instalment', 'final', 'credit', 'reminder', 'cancellation')),
  period_from day,
  period_to day,
  invoiced_on day,
  due_on day,
  net amount,
  stamp_duty amount,
  total amount not null,
  currency text not null default 'CHF' check (currency ~ '^[A-Z]{3}$'),
  -- unknown: with direct collection the broker often does not know; «offen» is never shown without a source (domain 2.3).
  state text not null default 'unknown' check (state in ('unknown', 'open', 'due', 'overdue', 'reminded', 'cover_suspended', 'paid',
    'partly_paid', 'cancelled', 'credited')),
  paid_on day,
  data_as_of day,
  confidential boolean not null default false,
  shared_with text[],
  audience text[] not null default '{}',
  author_account_id uuid,
  published_at timestamptz,
  version integer not null default 1,
  updated_at timestamptz not null default now(),
  primary key (brokerage_id, id),
  unique (brokerage_id, source_key),
  foreign key (brokerage_id, company_id) references company (brokerage_id, id),
  foreign key (brokerage_id, author_account_id) references portal_account (brokerage_id, id),
  foreign key (brokerage_id, policy_id) references policy (brokerage_id, id)
);
create index premium_invoice_company on premium_invoice (brokerage_id, company_id, id);
create index premium_invoice_policy on premium_invoice (brokerage_id, policy_id);
create index premium_invoice_author on premium_invoice (brokerage_id, author_account_id);
create index premium_invoice_due on premium_invoice (brokerage_id, company_id, due_on);
call protect_record_table('premium_invoice');

create table insured_object (
  brokerage_id uuid not null references brokerage,
  id uuid not null default uuid_v7(),
  company_id uuid not null,
  policy_id uuid not null,
  source_key text check (char_length(source_key) <= 60),
  kind text not null check (char_length(kind) between 1 and 60),
  name text collate swiss not null check (char_length(name) <= 200),
  plate text check (char_length(plate) <= 20),
  master_number text check (char_length(master_number) <= 20),
  vin text check (char_length(vin) <= 30),
  make_model text collate swiss check (char_length(make_model) <= 120),
  first_registered_on day,
  value amount,
  location text collate swiss check (char_length(location) <= 200),
  cost_centre text check (char_length(cost_centre) <= 60),
  valid_from day,
  valid_to day,
  data_as_of day,
  confidential boolean not null default false,
  shared_with text[],
  audience text[] not null default '{}',
  author_account_id uuid,
  published_at timestamptz,
  version integer not null default 1,
  updated_at timestamptz not null default now(),
  primary key (brokerage_id, id),
  unique (brokerage_id, source_key),
  foreign key (brokerage_id, company_id) references company (brokerage_id, id),
  foreign key (brokerage_id, author_account_id) references portal_account (brokerage_id, id),
  foreign key (brokerage_id, policy_id) references policy (brokerage_id, id)
);
create index insured_object_company on insured_object (brokerage_id, company_id, id);
create index insured_object_policy on insured_object (brokerage_id, policy_id);
create index insured_object_author on insured_object (brokerage_id, author_account_id);
-- Interchangeable plates (Wechselschild): two vehicles may share one plate, so it is not unique (domain 2.4).
create index insured_object_plate on insured_object (brokerage_id, plate);
call protect_record_table('insured_object');

create table claim (
  brokerage_id uuid not null references brokerage,
  id uuid not null default uuid_v7(),
  company_id uuid not null,
  policy_id uuid not null,
  source_key text check (char_length(source_key) <= 60),
  number text not null check (char_length(number) between 1 and 60),
  insurer_number text check (char_length(insurer_number) <= 60),
  occurred_on day not null,
  reported_on day,
  place text collate swiss check (char_length(place) <= 120),
  cause text collate swiss check (char_length(cause) <= 120),
  description text check (char_length(description) <= 8000),
  claimed amount,
  paid amount,
  reserve amount,
  state text not null default 'reported' check (state in ('draft', 'reported', 'forwarded', 'in_progress', 'query', 'settled', 'rejected', 'closed')),
  closed_on day,
  data_as_of day,
  confidential boolean not null default false,
  shared_with text[],
  audience text[] not null default '{}',
  author_account_id uuid,
  published_at timestamptz,
  version integer not null default 1,
  updated_at timestamptz not null default now(),
  primary key (brokerage_id, id),
  unique (brokerage_id, source_key),
  foreign key (brokerage_id, company_id) references company (brokerage_id, id),
  foreign key (brokerage_id, author_account_id) references portal_account (brokerage_id, id),
  foreign key (brokerage_id, policy_id) references policy (brokerage_id, id)
);
create index claim_company on claim (brokerage_id, company_id, id);
create index claim_policy on claim (brokerage_id, policy_id);
create index claim_author on claim (brokerage_id, author_account_id);
call protect_record_table('claim');

create table invoice (
  brokerage_id uuid not null references brokerage,
  id uuid not null default uuid_v7(),
  company_id uuid not null,
  source_key text check (char_length(source_key) <= 60),
  number text not null check (char_length(number) between 1 and 60),
  subject text not null check (char_length(subject) <= 200),
  invoiced_on day not null,
  due_on day,
  net amount not null,
  vat_rate numeric(5, 2) not null check (vat_rate between 0 and 100),
  vat amount not null,
  total amount not null,
  currency text not null default 'CHF' check (currency ~ '^[A-Z]{3}$'),
  qr_iban text check (char_length(qr_iban) <= 34),
  qr_reference text check (char_length(qr_reference) <= 27),
  state text not null default 'open' check (state in ('open', 'paid', 'cancelled')),
  data_as_of day,
  confidential boolean not null default false,
  shared_with text[],
  audience text[] not null default '{}',
  author_account_id uuid,
  published_at timestamptz,
  version integer not null default 1,
  updated_at timestamptz not null default now(),
  primary key (brokerage_id, id),
  unique (brokerage_id, source_key),
  foreign key (brokerage_id, company_id) references company (brokerage_id, id),
  foreign key (brokerage_id, author_account_id) references portal_account (brokerage_id, id)
);
create index invoice_company on invoice (brokerage_id, company_id, id);
create index invoice_author on invoice (brokerage_id, author_account_id);
call protect_record_table('invoice');

create table document (
  brokerage_id uuid not null references brokerage,
  id uuid not null default uuid_v7(),
  company_id uuid not null,
  policy_id uuid,
  source_key text check (char_length(source_key) <= 60),
  title text collate swiss not null check (char_length(title) between 1 and 200),
  category text not null check (char_length(category) <= 60),
  dated_on day,
  language text check (language in ('de', 'fr', 'it', 'en')),
  file_name text not null check (char_length(file_name) between 1 and 150),
  media_type text not null check (char_length(media_type) <= 100),
  byte_size bigint not null check (byte_size >= 0),
  sha256 bytea not null check (octet_length(sha256) = 32),
  data_as_of day,
  confidential boolean not null default false,
  shared_with text[],
  audience text[] not null default '{}',
  author_account_id uuid,
  published_at timestamptz,
  version integer not null default 1,
  updated_at timestamptz not null default now(),
  primary key (brokerage_id, id),
  unique (brokerage_id, source_key),
  foreign key (brokerage_id, company_id) references company (brokerage_id, id),
  foreign key (brokerage_id, author_account_id) references portal_account (brokerage_id, id),
  foreign key (brokerage_id, policy_id) references policy (brokerage_id, id)
);
create index document_company on document (brokerage_id, company_id, id);
create index document_policy on document (brokerage_id, policy_id);
create index document_author on document (brokerage_id, author_account_id);
call protect_record_table('document');

-- What hangs on a policy inherits its company and its audience: stricter by itself, wider only by an act of staff (shared_with).
create function inherit_audience() returns trigger language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare p record;
begin
  if new.policy_id is not null then
    select x.company_id, x.audience into p from policy x where x.brokerage_id = new.brokerage_id and x.id = new.policy_id;
    new.company_id := p.company_id;
    new.audience := case when new.shared_with is not null then new.shared_with when new.confidential then '{}' else p.audience end;
  else
    -- On no policy: what belongs to no line is for those who see the other lines; confidential for full_access alone.
    new.audience := case when new.shared_with is not null then new.shared_with when new.confidential then '{}' else '{other_lines}' end;
  end if;
  return new;
end $$;
alter function inherit_audience() owner to dossier_access;
create policy rule on policy for select to dossier_access using (brokerage_id = (select access.brokerage()));
grant select on policy to dossier_access;

create function invoice_audience() returns trigger language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  new.audience := case when new.shared_with is not null then new.shared_with when new.confidential then '{}'
    else (select b.invoice_audience from brokerage b where b.brokerage_id = new.brokerage_id) end;
  return new;
end $$;
alter function invoice_audience() owner to dossier_access;
create trigger invoice_audience before insert or update on invoice for each row execute function invoice_audience();

-- A changed audience of the brokerage's invoices reaches those that are there. Whoever looks across brokerages has no context,
-- and without one the row rules would hide every invoice: so it is set for this statement.
create function remap_invoices() returns trigger language plpgsql volatile set search_path = pg_catalog, public as $$
declare before text := coalesce(current_setting('app.brokerage', true), '');
begin
  perform set_config('app.brokerage', new.brokerage_id::text, true);
  update invoice set shared_with = shared_with where brokerage_id = new.brokerage_id and shared_with is null and not confidential;
  perform set_config('app.brokerage', before, true);
  return null;
end $$;
create trigger remap_invoices after update on brokerage for each row
  when (old.invoice_audience is distinct from new.invoice_audience) execute function remap_invoices();

create function pass_audience_on() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  update premium_invoice set shared_with = shared_with where brokerage_id = new.brokerage_id and policy_id = new.id;
  update insured_object set shared_with = shared_with where brokerage_id = new.brokerage_id and policy_id = new.id;
  update claim set shared_with = shared_with where brokerage_id = new.brokerage_id and policy_id = new.id;
  update document set shared_with = shared_with where brokerage_id = new.brokerage_id and policy_id = new.id;
  return null;
end $$;
create trigger pass_audience_on after update on policy for each row
  when (old.audience is distinct from new.audience or old.company_id is distinct from new.company_id) execute function pass_audience_on();
create trigger inherit_audience before insert or update on premium_invoice for each row execute function inherit_audience();
create trigger inherit_audience before insert or update on insured_object for each row execute function inherit_audience();
create trigger inherit_audience before insert or update on claim for each row execute function inherit_audience();
create trigger inherit_audience before insert or update on document for each row execute function inherit_audience();

-- Each run of an import, with what it read, changed and refused.
create table import_run (
  brokerage_id uuid not null references brokerage,
  id uuid not null default uuid_v7(),
  source text not null check (char_length(source) <= 400),
  started_at timestamptz not null default now(),
  finished_at timestamptz,
  report jsonb not null default '{}',
  primary key (brokerage_id, id)
);
call protect_table('import_run');
create policy reading on import_run for select to dossier_app using ((select access.is_staff()));
grant select on import_run to dossier_app;
