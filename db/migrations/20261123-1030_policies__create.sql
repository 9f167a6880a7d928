create table policy (
  brokerage_id uuid not null references brokerage,
  id uuid not null default uuid_v7(),
  company_id uuid not null,
  source_key text check (char_length(source_key) <= 60),
  number text not null check (char_length(number) between 1 and 60),
  insurer text collate swiss not null check (char_length(insurer) <= 120),
  line_code text not null,
  name text collate swiss not null check (char_length(name) <= 200),
  starts_on day,
  ends_on day,
  notice_months integer check (notice_months between 0 and 60),
  payment_mode text check (payment_mode in ('yearly', 'half_yearly', 'quarterly', 'monthly', 'single')),
  premium_net amount,
  stamp_duty amount,
  premium_gross amount,
  currency text not null default 'CHF' check (currency ~ '^[A-Z]{3}$'),
  deductible amount,
  sum_insured amount,
  state text not null default 'active' check (state in ('offer', 'active', 'suspended', 'terminated', 'expired', 'replaced')),
  data_as_of day,
  -- Record columns: confidential and shared_with are what people decide, audience is what follows from it.
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
  foreign key (brokerage_id, line_code) references line_of_business (brokerage_id, code),
  foreign key (brokerage_id, author_account_id) references portal_account (brokerage_id, id)
);
create index policy_company on policy (brokerage_id, company_id, number);
-- In the order of the list, so that a person who may see very many gets the first ten without sorting them all.
create index policy_number on policy (brokerage_id, number, id);
create index policy_line on policy (brokerage_id, line_code);
create index policy_author on policy (brokerage_id, author_account_id);
call protect_record_table('policy');

create function policy_audience() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  new.audience := case when new.shared_with is not null then new.shared_with
    when new.confidential then '{}'
    else access.line_audience(new.company_id, new.line_code) end;
  return new;
end $$;
create trigger policy_audience before insert or update of company_id, line_code, confidential, shared_with, audience on policy
  for each row execute function policy_audience();

-- A changed mapping reaches every record of the line at once.
create function remap_line() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  update policy set shared_with = shared_with where brokerage_id = new.brokerage_id and line_code = new.code;
  return null;
end $$;
create trigger remap_line after update on line_of_business for each row
  when (old.audience is distinct from new.audience or old.active is distinct from new.active) execute function remap_line();
create function remap_company_line() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  update policy set shared_with = shared_with where brokerage_id = new.brokerage_id and company_id = new.company_id and line_code = new.line_code;
  return null;
end $$;
create trigger remap_company_line after insert or update on company_line for each row execute function remap_company_line();
