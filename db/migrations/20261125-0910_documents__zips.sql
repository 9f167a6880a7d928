-- Several documents as one ZIP, built by the queue as the person who asked for it. It holds what exists for that person when it is
-- built, and is handed out as long as all of that still does; a day later it is gone.
create table document_zip (
  brokerage_id uuid not null references brokerage,
  id uuid not null default uuid_v7(),
  account_id uuid,
  staff_id uuid,
  asked_for uuid[] not null check (cardinality(asked_for) between 1 and 200),
  state text not null default 'waiting' check (state in ('waiting', 'ready', 'empty', 'failed', 'gone')),
  -- What is in it: documents, and which version of each.
  document_ids uuid[] not null default '{}',
  numbers integer[] not null default '{}',
  byte_size bigint,
  sha256 bytea check (octet_length(sha256) = 32),
  created_at timestamptz not null default now(),
  ready_at timestamptz,
  primary key (brokerage_id, id),
  foreign key (brokerage_id, account_id) references portal_account (brokerage_id, id),
  foreign key (brokerage_id, staff_id) references staff_member (brokerage_id, id),
  check (num_nonnulls(account_id, staff_id) = 1),
  check (cardinality(document_ids) = cardinality(numbers)),
  check ((state = 'ready') = (sha256 is not null))
);
create index document_zip_account on document_zip (brokerage_id, account_id, created_at);
create index document_zip_staff on document_zip (brokerage_id, staff_id, created_at);
create index document_zip_ready on document_zip (brokerage_id, ready_at) where state = 'ready';
call protect_table('document_zip');
create policy reading on document_zip for select to dossier_app using (coalesce(account_id, staff_id) = (select access.actor()));
create policy asking on document_zip for insert to dossier_app with check (
  case when (select access.is_staff()) then staff_id = (select access.actor()) else account_id = (select access.actor()) end and state = 'waiting');
create policy building on document_zip for update to dossier_app
  using (coalesce(account_id, staff_id) = (select access.actor()) and state = 'waiting')
  with check (coalesce(account_id, staff_id) = (select access.actor()));
grant select, insert (brokerage_id, id, account_id, staff_id, asked_for), update (state, document_ids, numbers, byte_size, sha256, ready_at)
  on document_zip to dossier_app;
-- The worker takes away what is a day old.
call open_to('dossier_worker', 'document_zip', 'select (brokerage_id, id, state, sha256, ready_at), update (state, sha256)');

-- Open pages hear of it: of a ZIP, and of a document whose file was replaced or scanned.
create function wake_zip() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  perform pg_notify('dossier_live', format('%s document_zip %s 0', new.brokerage_id, new.id));
  return null;
end $$;
create trigger wake_zip after update of state on document_zip for each row execute function wake_zip();

create function wake_document() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  perform pg_notify('dossier_live', format('%s document %s 0', new.brokerage_id, new.id));
  return null;
end $$;
create trigger wake_document after update on document for each row
  when (old.version is distinct from new.version or old.file_number is distinct from new.file_number) execute function wake_document();

create function wake_documents_of_file() returns trigger language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  perform pg_notify('dossier_live', format('%s document %s 0', d.brokerage_id, d.id))
    from document d where d.brokerage_id = new.brokerage_id and d.sha256 = new.sha256 limit 100;
  return null;
end $$;
alter function wake_documents_of_file() owner to dossier_access;
create trigger wake_documents_of_file after update of scan_state on kept_file for each row
  when (old.scan_state is distinct from new.scan_state) execute function wake_documents_of_file();
create index document_file on document (brokerage_id, sha256);
