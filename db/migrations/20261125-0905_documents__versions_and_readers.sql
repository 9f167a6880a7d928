-- A document keeps its place when its file is replaced: the row names the newest one, document_version all of them.
alter table document add column file_number integer not null default 1 check (file_number > 0);
alter table document add column file_since timestamptz not null default now();
comment on column document.file_number is 'Which version the file of this row is.';
comment on column document.file_since is 'Since when it is this file.';

create table document_version (
  brokerage_id uuid not null references brokerage,
  document_id uuid not null,
  number integer not null check (number > 0),
  file_name text not null check (char_length(file_name) between 1 and 150),
  media_type text not null check (char_length(media_type) <= 100),
  byte_size bigint not null check (byte_size >= 0),
  sha256 bytea not null check (octet_length(sha256) = 32),
  -- Who brought it; nobody where an import did.
  author_account_id uuid,
  author_staff_id uuid,
  author_name text not null default '' check (char_length(author_name) <= 200),
  added_at timestamptz not null default now(),
  primary key (brokerage_id, document_id, number),
  foreign key (brokerage_id, document_id) references document (brokerage_id, id),
  foreign key (brokerage_id, author_account_id) references portal_account (brokerage_id, id),
  foreign key (brokerage_id, author_staff_id) references staff_member (brokerage_id, id),
  check (num_nonnulls(author_account_id, author_staff_id) <= 1)
);
create index document_version_account on document_version (brokerage_id, author_account_id, added_at);
create index document_version_staff on document_version (brokerage_id, author_staff_id, added_at);

-- Who opened or downloaded which version: one row per person and version, with the first and the last time.
create table document_read (
  brokerage_id uuid not null references brokerage,
  document_id uuid not null,
  number integer not null,
  reader_id uuid not null generated always as (coalesce(account_id, staff_id)) stored,
  account_id uuid,
  staff_id uuid,
  reader_name text not null check (char_length(reader_name) <= 200),
  first_at timestamptz not null default now(),
  last_at timestamptz not null default now(),
  downloaded_at timestamptz,
  primary key (brokerage_id, document_id, number, reader_id),
  foreign key (brokerage_id, document_id, number) references document_version (brokerage_id, document_id, number),
  foreign key (brokerage_id, account_id) references portal_account (brokerage_id, id),
  foreign key (brokerage_id, staff_id) references staff_member (brokerage_id, id),
  check (num_nonnulls(account_id, staff_id) = 1)
);
create index document_read_account on document_read (brokerage_id, account_id);
create index document_read_staff on document_read (brokerage_id, staff_id);

-- What was kept before. No trigger may take this for a change, and no row rule hide a row from it.
alter table document no force row level security;
alter table document disable trigger user;
update document set file_since = coalesce(published_at, updated_at);
insert into document_version (brokerage_id, document_id, number, file_name, media_type, byte_size, sha256, author_account_id, author_name, added_at)
  select d.brokerage_id, d.id, 1, d.file_name, d.media_type, d.byte_size, d.sha256, d.author_account_id, '', d.file_since from document d;
alter table document enable trigger user;
alter table document force row level security;

call protect_table('document_version');
call protect_table('document_read');

-- Whatever way a file comes (upload, replacement, import), its version is kept. A document that somebody files in the portal is there
-- at once; what an import brings is published by the import.
create function count_version() returns trigger language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  if tg_op = 'INSERT' then
    new.file_number := 1;
    if access.actor() is not null then new.published_at := now(); end if;
  elsif new.sha256 is distinct from old.sha256 then
    new.file_number := old.file_number + 1;
    new.file_since := now();
  else
    new.file_number := old.file_number;
    new.file_since := old.file_since;
  end if;
  return new;
end $$;
alter function count_version() owner to dossier_access;
create trigger count_version before insert or update on document for each row execute function count_version();

create function keep_version() returns trigger language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare staff boolean := access.is_staff();
begin
  insert into document_version (brokerage_id, document_id, number, file_name, media_type, byte_size, sha256, author_account_id, author_staff_id, author_name)
  values (new.brokerage_id, new.id, new.file_number, new.file_name, new.media_type, new.byte_size, new.sha256,
    case when staff then null when tg_op = 'INSERT' then coalesce(access.actor(), new.author_account_id) else access.actor() end,
    case when staff then access.actor() end, coalesce(left(access.actor_name(), 200), ''));
  return null;
end $$;
alter function keep_version() owner to dossier_access;
create trigger keep_version after insert on document for each row execute function keep_version();
create trigger keep_version_again after update on document for each row
  when (old.file_number is distinct from new.file_number) execute function keep_version();

create policy rule on document_version for select to dossier_access using (brokerage_id = (select access.brokerage()));
create policy rule_adds on document_version for insert to dossier_access with check (brokerage_id = (select access.brokerage()));
grant select, insert on document_version to dossier_access;

-- Whoever sees the document sees what its file was before.
create policy reading on document_version for select to dossier_app using (exists (
  select from document d where d.brokerage_id = document_version.brokerage_id and d.id = document_id));
grant select on document_version to dossier_app;

-- One's own marks; those of others for the broker, for who looks after the company's people, and for who filed the document. What the
-- broker's people read is the broker's business.
create policy reading on document_read for select to dossier_app using (
  coalesce(account_id, staff_id) = (select access.actor())
  or exists (select from document d where d.brokerage_id = document_read.brokerage_id and d.id = document_id
    and ((select access.is_staff()) or document_read.account_id is not null
      and (d.company_id = any ((select access.managed_companies())::uuid[]) or d.author_account_id = (select access.actor())))));
create policy adding on document_read for insert to dossier_app with check (
  case when (select access.is_staff()) then staff_id = (select access.actor()) else account_id = (select access.actor()) end
  and exists (select from document_version v where v.brokerage_id = document_read.brokerage_id and v.document_id = document_read.document_id
    and v.number = document_read.number));
create policy again on document_read for update to dossier_app
  using (coalesce(account_id, staff_id) = (select access.actor())) with check (coalesce(account_id, staff_id) = (select access.actor()));
grant select, insert (brokerage_id, document_id, number, account_id, staff_id, reader_name, downloaded_at), update (last_at, downloaded_at)
  on document_read to dossier_app;

-- A File Manager re-categorises and replaces what is in the own company's dossier (domain 2.5); company and audience are not theirs to change.
create policy file_manager_changes on document for update to dossier_app
  using ('file_manager' = any ((select access.roles())::text[]) and company_id = (select access.own_company()))
  with check ('file_manager' = any ((select access.roles())::text[]) and company_id = (select access.own_company()));
grant update (title, category, dated_on, file_name, media_type, byte_size, sha256, version, updated_at) on document to dossier_app;

-- From when on something counts as new to the actor: not what was there before they could look, and nothing for ever.
create function access.news_since() returns timestamptz language sql stable security definer set search_path = pg_catalog, public as $$
  select greatest(now() - interval '60 days', (
    select a.activated_at from portal_account a where a.brokerage_id = access.brokerage() and a.id = access.actor()))
$$;
alter function access.news_since() owner to dossier_access;
grant execute on function access.news_since() to dossier_app;
create index document_new on document (brokerage_id, company_id, file_since);

-- Whether a company's people may bring so many bytes more (security.md F1). Only yes or no: the sum would tell of what is hidden.
create function access.has_room(p_company uuid, p_bytes bigint, p_most bigint) returns boolean language sql stable security definer
set search_path = pg_catalog, public as $$
  select coalesce(sum(v.byte_size), 0) + p_bytes <= p_most from document d
  join document_version v on v.brokerage_id = d.brokerage_id and v.document_id = d.id and v.author_account_id is not null
  where d.brokerage_id = access.brokerage() and d.company_id = p_company
$$;
alter function access.has_room(uuid, bigint, bigint) owner to dossier_access;
grant execute on function access.has_room(uuid, bigint, bigint) to dossier_app;
