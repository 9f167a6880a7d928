create table login (
  brokerage_id uuid not null references brokerage,
  id uuid not null default uuid_v7(),
  email text not null check (char_length(email) <= 254),
  -- Canonical form for comparison: one person, one counter, however the address is typed (security.md A2).
  email_key text not null check (char_length(email_key) <= 254),
  language text not null default 'de' check (language in ('de', 'fr', 'it', 'en')),
  theme text not null default 'system' check (theme in ('system', 'light', 'dark')),
  density text not null default 'comfortable' check (density in ('comfortable', 'compact')),
  shortcuts boolean not null default true,
  created_at timestamptz not null default now(),
  primary key (brokerage_id, id),
  unique (brokerage_id, email_key)
);
call protect_table('login');
comment on table login is 'An address that signs in at a brokerage; secrets stand in login_secret.';

-- The people at the brokerage. Account managers come with the import before they ever sign in (login_id is null).
create table staff_member (
  brokerage_id uuid not null references brokerage,
  id uuid not null default uuid_v7(),
  login_id uuid,
  first_name text not null check (char_length(first_name) <= 80),
  last_name text not null check (char_length(last_name) <= 80),
  email text not null check (char_length(email) <= 254),
  email_key text not null check (char_length(email_key) <= 254),
  phone text check (char_length(phone) <= 40),
  function text not null default 'account_manager' check (function in ('administrator', 'account_manager', 'assistant', 'auditor')),
  state text not null default 'active' check (state in ('active', 'suspended')),
  created_at timestamptz not null default now(),
  primary key (brokerage_id, id),
  unique (brokerage_id, email_key),
  unique (brokerage_id, login_id),
  foreign key (brokerage_id, login_id) references login (brokerage_id, id)
);
call protect_table('staff_member');

create table company (
  brokerage_id uuid not null references brokerage,
  id uuid not null default uuid_v7(),
  source_key text check (char_length(source_key) <= 60),
  name text collate swiss not null check (char_length(name) between 1 and 160),
  street text check (char_length(street) <= 160),
  postal_code text check (char_length(postal_code) <= 12),
  town text collate swiss check (char_length(town) <= 80),
  canton text check (char_length(canton) <= 2),
  country text not null default 'CH' check (country ~ '^[A-Z]{2}$'),
  uid text check (char_length(uid) <= 20),
  noga text check (char_length(noga) <= 12),
  language text not null default 'de' check (language in ('de', 'fr', 'it', 'en')),
  parent_id uuid,
  account_manager_id uuid,
  state text not null default 'active' check (state in ('active', 'archived')),
  remark text check (char_length(remark) <= 4000),
  -- null: a User Manager may assign every role; else exactly these (domain 2.8 "the roles the broker lets this company assign").
  assignable_roles text[],
  -- A User Manager of this holding also looks after the contacts of the companies below.
  manages_subsidiaries boolean not null default false,
  -- null: as the brokerage says.
  sensitive_roles_need_approval boolean,
  updated_at timestamptz not null default now(),
  primary key (brokerage_id, id),
  unique (brokerage_id, source_key),
  foreign key (brokerage_id, parent_id) references company (brokerage_id, id),
  foreign key (brokerage_id, account_manager_id) references staff_member (brokerage_id, id),
  check (parent_id <> id)
);
create index company_parent on company (brokerage_id, parent_id);
create index company_account_manager on company (brokerage_id, account_manager_id);
call protect_table('company');

-- A company can never stand below itself, and a tree is at most ten deep (security.md Z3). Moves within one brokerage
-- happen one after the other, so that two moves at once cannot close a circle together.
create function company_tree_guard() returns trigger language plpgsql set search_path = pg_catalog, public as $$
declare ancestor uuid := new.parent_id; depth integer;
begin
  if new.parent_id is null then return new; end if;
  perform pg_advisory_xact_lock(hashtextextended('company_tree:' || new.brokerage_id::text, 0));
  -- What stands below the moved company comes along and counts too.
  with recursive below as (
    select new.id as id, 1 as level
    union all
    select c.id, below.level + 1 from company c join below on c.parent_id = below.id where c.brokerage_id = new.brokerage_id and below.level < 12
  )
  select max(level) into depth from below;
  while ancestor is not null loop
    if ancestor = new.id then
      raise exception 'company % would stand below itself', new.id using errcode = 'DS001';
    end if;
    depth := depth + 1;
    if depth > 10 then
      raise exception 'holding deeper than ten levels' using errcode = 'DS002';
    end if;
    select c.parent_id into ancestor from company c where c.brokerage_id = new.brokerage_id and c.id = ancestor;
  end loop;
  return new;
end $$;
create trigger company_tree_guard before insert or update of parent_id on company for each row execute function company_tree_guard();

create table contact (
  brokerage_id uuid not null references brokerage,
  id uuid not null default uuid_v7(),
  company_id uuid not null,
  source_key text check (char_length(source_key) <= 60),
  salutation text check (salutation in ('mrs', 'mr')),
  first_name text collate swiss not null check (char_length(first_name) <= 80),
  last_name text collate swiss not null check (char_length(last_name) between 1 and 80),
  -- «Keller Franziska», as lists show and sort it.
  full_name text collate swiss not null generated always as (last_name || case when first_name = '' then '' else ' ' || first_name end) stored,
  email text check (char_length(email) <= 254),
  email_key text check (char_length(email_key) <= 254),
  position text collate swiss check (char_length(position) <= 120),
  phone text check (phone ~ '^\+[0-9]{5,15}$'),
  mobile text check (mobile ~ '^\+[0-9]{5,15}$'),
  language text not null default 'de' check (language in ('de', 'fr', 'it', 'en')),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (brokerage_id, id),
  unique (brokerage_id, source_key),
  foreign key (brokerage_id, company_id) references company (brokerage_id, id)
);
create index contact_company on contact (brokerage_id, company_id, full_name);
call protect_table('contact');
comment on column contact.phone is 'E.164; shown in the national form. A bare +41 is no phone and is stored as null.';
