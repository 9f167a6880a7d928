-- Service requests (Anfragen) and conversations (Portalnachrichten): both are records under the one rule. They hang on any
-- other record, so they name it by kind and id instead of one foreign key per kind: a new kind of record needs no new column.
-- The triggers below refuse an id that is not there; the row rules refuse one that the author does not see.

-- Company, audience and sensitivity of the record that a request or conversation is about. No row: there is no such record.
create function access.record_of(p_kind text, p_id uuid) returns table (company_id uuid, audience text[], health boolean)
language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  if p_kind = 'service_request' then
    return query select r.company_id, r.audience, r.health from service_request r where r.brokerage_id = access.brokerage() and r.id = p_id;
  elsif p_kind = 'invoice' then
    return query select i.company_id, i.audience, false from invoice i where i.brokerage_id = access.brokerage() and i.id = p_id;
  elsif p_kind = 'policy' then
    return query select p.company_id, p.audience, l.health from policy p
      join line_of_business l on l.brokerage_id = p.brokerage_id and l.code = p.line_code
      where p.brokerage_id = access.brokerage() and p.id = p_id;
  elsif p_kind in ('premium_invoice', 'insured_object', 'claim', 'document') then
    return query execute format(
      'select x.company_id, x.audience, coalesce(l.health, false) from %I x
       left join policy p on p.brokerage_id = x.brokerage_id and p.id = x.policy_id
       left join line_of_business l on l.brokerage_id = p.brokerage_id and l.code = p.line_code
       where x.brokerage_id = access.brokerage() and x.id = $1', p_kind) using p_id;
  end if;
end $$;

-- Whether the record exists for the actor: runs with the actor's own rights, so the row rules of each table answer.
create function access.sees(p_kind text, p_id uuid) returns boolean language plpgsql stable set search_path = pg_catalog, public as $$
declare yes boolean := false;
begin
  if p_kind in ('policy', 'premium_invoice', 'insured_object', 'claim', 'invoice', 'document', 'service_request') then
    execute format('select exists (select from %I x where x.brokerage_id = access.brokerage() and x.id = $1)', p_kind) using p_id into yes;
  end if;
  return yes;
end $$;
grant execute on function access.sees(text, uuid) to dossier_app;

create table service_request (
  brokerage_id uuid not null references brokerage,
  id uuid not null default uuid_v7(),
  company_id uuid not null,
  -- A-2026-0001: counts per company and year, without gaps (security.md T8).
  number text not null check (char_length(number) <= 20),
  category text not null check (category in ('offer', 'contract_change', 'vehicle_in', 'vehicle_out', 'plate_change', 'certificate',
    'termination', 'access_question')),
  about_kind text check (about_kind in ('policy', 'insured_object', 'claim')),
  about_id uuid,
  subject text collate swiss not null check (char_length(subject) between 1 and 200),
  body text not null check (char_length(body) <= 8000),
  -- What the category asks for besides (plate, recipient of a certificate …), as short texts by field name.
  details jsonb not null default '{}' check (jsonb_typeof(details) = 'object' and length(details::text) <= 4000),
  urgent boolean not null default false,
  wished_on day,
  state text not null default 'new' check (state in ('new', 'in_progress', 'waiting_customer', 'waiting_insurer', 'done', 'withdrawn')),
  state_since timestamptz not null default now(),
  author_name text not null check (char_length(author_name) <= 200),
  created_at timestamptz not null default now(),
  -- Lines with health data: others' answers are not for an author who has no role for them any more (domain 2.8).
  health boolean not null default false,
  confidential boolean not null default false,
  shared_with text[],
  audience text[] not null default '{}',
  author_account_id uuid,
  published_at timestamptz default now(),
  version integer not null default 1,
  updated_at timestamptz not null default now(),
  primary key (brokerage_id, id),
  unique (brokerage_id, company_id, number),
  foreign key (brokerage_id, company_id) references company (brokerage_id, id),
  foreign key (brokerage_id, author_account_id) references portal_account (brokerage_id, id),
  check ((about_kind is null) = (about_id is null))
);
create index service_request_company on service_request (brokerage_id, company_id, id);
create index service_request_author on service_request (brokerage_id, author_account_id);
create index service_request_about on service_request (brokerage_id, about_id);
call protect_record_table('service_request');

create table service_request_counter (
  brokerage_id uuid not null references brokerage,
  company_id uuid not null,
  year integer not null check (year between 2000 and 2300),
  last integer not null default 0,
  primary key (brokerage_id, company_id, year),
  foreign key (brokerage_id, company_id) references company (brokerage_id, id)
);
call protect_table('service_request_counter');
comment on table service_request_counter is 'The last number given, per company and year; its row is the lock behind which numbers are given.';

create table conversation (
  brokerage_id uuid not null references brokerage,
  id uuid not null default uuid_v7(),
  company_id uuid not null,
  about_kind text check (about_kind in ('policy', 'premium_invoice', 'insured_object', 'claim', 'invoice', 'document', 'service_request')),
  about_id uuid,
  subject text collate swiss not null check (char_length(subject) between 1 and 200),
  started_at timestamptz not null default now(),
  last_message_at timestamptz not null default now(),
  health boolean not null default false,
  confidential boolean not null default false,
  shared_with text[],
  audience text[] not null default '{}',
  author_account_id uuid,
  published_at timestamptz default now(),
  version integer not null default 1,
  updated_at timestamptz not null default now(),
  primary key (brokerage_id, id),
  foreign key (brokerage_id, company_id) references company (brokerage_id, id),
  foreign key (brokerage_id, author_account_id) references portal_account (brokerage_id, id),
  check ((about_kind is null) = (about_id is null))
);
create index conversation_company on conversation (brokerage_id, company_id, last_message_at);
create index conversation_author on conversation (brokerage_id, author_account_id);
create index conversation_about on conversation (brokerage_id, about_id);
create unique index conversation_of_request on conversation (brokerage_id, about_id) where about_kind = 'service_request';
call protect_record_table('conversation');
comment on column conversation.author_account_id is 'The person at the customer: who began it, or to whom the broker wrote. Null where staff began it on a record.';

create table message (
  brokerage_id uuid not null references brokerage,
  id uuid not null default uuid_v7(),
  conversation_id uuid not null,
  author_account_id uuid,
  author_staff_id uuid,
  author_name text not null check (char_length(author_name) <= 200),
  body text not null check (char_length(body) between 1 and 8000),
  written_at timestamptz not null default now(),
  -- Until then the author can take it back, and nobody else knows of it (interface A.2).
  delivers_at timestamptz not null default now() + interval '30 seconds',
  taken_back_at timestamptz,
  primary key (brokerage_id, id),
  foreign key (brokerage_id, conversation_id) references conversation (brokerage_id, id),
  foreign key (brokerage_id, author_account_id) references portal_account (brokerage_id, id),
  foreign key (brokerage_id, author_staff_id) references staff_member (brokerage_id, id),
  check (num_nonnulls(author_account_id, author_staff_id) = 1)
);
create index message_conversation on message (brokerage_id, conversation_id, written_at);
create index message_account on message (brokerage_id, author_account_id);
create index message_staff on message (brokerage_id, author_staff_id);
call protect_table('message');

-- A request gets company and audience from its record, else it is between its author and the broker: an empty audience,
-- which Kompletter Zugriff alone reaches besides. Its number comes last, behind the lock of the company's counter: two forms
-- at once wait for each other, and one that was sent before takes no number, so there is never a gap.
create function service_request_prepare() returns trigger language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare about record; this_year integer := extract(year from now() at time zone 'Europe/Zurich'); given integer;
begin
  if new.about_id is not null then
    select * into about from access.record_of(new.about_kind, new.about_id);
    if not found then raise exception 'no such record: % %', new.about_kind, new.about_id using errcode = '23503'; end if;
    new.company_id := about.company_id;
    new.health := about.health;
    new.audience := case when new.shared_with is not null then new.shared_with when new.confidential then '{}' else about.audience end;
  else
    new.audience := coalesce(new.shared_with, '{}');
  end if;
  if tg_op = 'INSERT' then
    insert into service_request_counter (brokerage_id, company_id, year) values (new.brokerage_id, new.company_id, this_year)
      on conflict do nothing;
    perform from service_request_counter c
      where c.brokerage_id = new.brokerage_id and c.company_id = new.company_id and c.year = this_year for update;
    if exists (select from service_request r where r.brokerage_id = new.brokerage_id and r.id = new.id) then return null; end if;
    update service_request_counter c set last = c.last + 1
      where c.brokerage_id = new.brokerage_id and c.company_id = new.company_id and c.year = this_year returning c.last into given;
    new.number := format('A-%s-%s', this_year, lpad(given::text, greatest(4, length(given::text)), '0'));
  end if;
  return new;
end $$;
alter function service_request_prepare() owner to dossier_access;
create trigger prepare before insert or update of company_id, about_kind, about_id, confidential, shared_with, audience on service_request
  for each row execute function service_request_prepare();

-- A conversation inherits like a request; that of a request also its author. Alone, it is between one person and the broker.
create function conversation_prepare() returns trigger language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare about record;
begin
  if new.about_id is not null then
    select * into about from access.record_of(new.about_kind, new.about_id);
    if not found then raise exception 'no such record: % %', new.about_kind, new.about_id using errcode = '23503'; end if;
    new.company_id := about.company_id;
    new.health := about.health;
    new.audience := case when new.shared_with is not null then new.shared_with when new.confidential then '{}' else about.audience end;
    if new.about_kind = 'service_request' then
      select r.author_account_id into new.author_account_id from service_request r
        where r.brokerage_id = new.brokerage_id and r.id = new.about_id;
    end if;
  else
    new.audience := coalesce(new.shared_with, '{}');
    if not exists (select from portal_account a
        where a.brokerage_id = new.brokerage_id and a.id = new.author_account_id and a.company_id = new.company_id) then
      raise exception 'a conversation about nothing is with a person of the company' using errcode = '23503';
    end if;
  end if;
  return new;
end $$;
alter function conversation_prepare() owner to dossier_access;
create trigger prepare before insert or update of company_id, about_kind, about_id, confidential, shared_with, audience on conversation
  for each row execute function conversation_prepare();

-- A record that is shared otherwise takes what is said about it along.
create function pass_audience_to_talk() returns trigger language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  update service_request set shared_with = shared_with where brokerage_id = new.brokerage_id and about_id = new.id and about_kind = tg_table_name;
  update conversation set shared_with = shared_with where brokerage_id = new.brokerage_id and about_id = new.id and about_kind = tg_table_name;
  return null;
end $$;
alter function pass_audience_to_talk() owner to dossier_access;
do $$
declare target text;
begin
  foreach target in array array['policy', 'premium_invoice', 'insured_object', 'claim', 'invoice', 'document', 'service_request'] loop
    execute format(
      'create trigger pass_audience_to_talk after update on %I for each row
       when (old.audience is distinct from new.audience or old.company_id is distinct from new.company_id) execute function pass_audience_to_talk()', target);
  end loop;
end $$;

create function conversation_grows() returns trigger language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  update conversation set last_message_at = new.written_at where brokerage_id = new.brokerage_id and id = new.conversation_id;
  return null;
end $$;
alter function conversation_grows() owner to dossier_access;
create trigger conversation_grows after insert on message for each row execute function conversation_grows();

-- What the customers' people may write: a request of their own on a record they see, and its withdrawal while it is open.
create policy customer_adds on service_request for insert to dossier_app with check (
  author_account_id = (select access.actor()) and not (select access.is_staff()) and state = 'new' and shared_with is null
  and company_id = any ((select access.companies())::uuid[]) and (about_id is null or access.sees(about_kind, about_id)));
create policy author_withdraws on service_request for update to dossier_app
  using (author_account_id = (select access.actor()) and company_id = any ((select access.companies())::uuid[]) and state not in ('done', 'withdrawn'))
  with check (author_account_id = (select access.actor()) and state = 'withdrawn');
grant insert (brokerage_id, id, company_id, category, about_kind, about_id, subject, body, details, urgent, wished_on, author_account_id, author_name)
  on service_request to dossier_app;
grant update (state, state_since, version, updated_at) on service_request to dossier_app;

create policy customer_adds on conversation for insert to dossier_app with check (
  author_account_id = (select access.actor()) and not (select access.is_staff()) and shared_with is null
  and company_id = any ((select access.companies())::uuid[]) and (about_id is null or access.sees(about_kind, about_id)));
grant insert (brokerage_id, id, company_id, about_kind, about_id, subject, author_account_id) on conversation to dossier_app;

-- A message is there for whoever sees its conversation: for its author at once, for the others when it is delivered.
create policy reading on message for select to dossier_app using (
  (coalesce(author_account_id, author_staff_id) = (select access.actor()) or (delivers_at <= now() and taken_back_at is null))
  and exists (select from conversation c where c.brokerage_id = message.brokerage_id and c.id = message.conversation_id
    and (not c.health or coalesce(message.author_account_id, message.author_staff_id) = (select access.actor())
      or (select access.full_access()) or c.audience && (select access.roles()))));
create policy writing on message for insert to dossier_app with check (
  taken_back_at is null
  and case when (select access.is_staff()) then (select access.is_staff_writer()) and author_staff_id = (select access.actor())
    else author_account_id = (select access.actor()) end
  and exists (select from conversation c where c.brokerage_id = message.brokerage_id and c.id = message.conversation_id));
create policy taking_back on message for update to dossier_app
  using (coalesce(author_account_id, author_staff_id) = (select access.actor()) and taken_back_at is null and delivers_at > now()
    and (not (select access.is_staff()) or (select access.is_staff_writer())))
  with check (coalesce(author_account_id, author_staff_id) = (select access.actor()) and taken_back_at is not null);
grant select on message to dossier_app;
grant insert (brokerage_id, id, conversation_id, author_account_id, author_staff_id, author_name, body) on message to dossier_app;
grant update (taken_back_at) on message to dossier_app;

do $$
declare target text;
begin
  foreach target in array array['premium_invoice', 'insured_object', 'claim', 'invoice', 'document', 'service_request', 'service_request_counter',
    'conversation', 'message'] loop
    execute format('create policy rule on %I for select to dossier_access using (brokerage_id = (select access.brokerage()))', target);
    execute format('grant select on %I to dossier_access', target);
  end loop;
  foreach target in array array['service_request', 'service_request_counter', 'conversation'] loop
    execute format('create policy rule_changes on %I for update to dossier_access using (brokerage_id = (select access.brokerage()))', target);
  end loop;
end $$;
create policy rule_adds on service_request_counter for insert to dossier_access with check (brokerage_id = (select access.brokerage()));
grant insert (brokerage_id, company_id, year), update (last) on service_request_counter to dossier_access;
grant update (shared_with) on service_request to dossier_access;
grant update (shared_with, last_message_at) on conversation to dossier_access;
alter function access.record_of(text, uuid) owner to dossier_access;
