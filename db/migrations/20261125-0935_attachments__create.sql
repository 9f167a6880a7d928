-- Files in messages and requests (decision 0041). They belong to a message or to the opening of a request and are there for whoever
-- sees that; while the form they were added in is not sent, for their author alone.
create table attachment (
  brokerage_id uuid not null references brokerage,
  id uuid not null default uuid_v7(),
  -- The form they were added in; the message or request that is sent with it takes them along.
  draft_id uuid not null,
  author_account_id uuid,
  author_staff_id uuid,
  message_id uuid,
  request_id uuid,
  file_name text not null check (char_length(file_name) between 1 and 150),
  media_type text not null check (char_length(media_type) <= 100),
  byte_size bigint not null check (byte_size >= 0),
  sha256 bytea not null check (octet_length(sha256) = 32),
  added_at timestamptz not null default now(),
  -- Taken off the form before it was sent.
  removed_at timestamptz,
  primary key (brokerage_id, id),
  foreign key (brokerage_id, message_id) references message (brokerage_id, id),
  foreign key (brokerage_id, request_id) references service_request (brokerage_id, id),
  foreign key (brokerage_id, author_account_id) references portal_account (brokerage_id, id),
  foreign key (brokerage_id, author_staff_id) references staff_member (brokerage_id, id),
  check (num_nonnulls(author_account_id, author_staff_id) = 1),
  check (num_nonnulls(message_id, request_id) <= 1)
);
create index attachment_message on attachment (brokerage_id, message_id);
create index attachment_request on attachment (brokerage_id, request_id);
create index attachment_account on attachment (brokerage_id, author_account_id, added_at);
create index attachment_staff on attachment (brokerage_id, author_staff_id, added_at);
create index attachment_bytes on attachment (brokerage_id, sha256);
-- The same file twice in one form is one file, also when the form is sent twice.
create unique index attachment_once on attachment (brokerage_id, draft_id, coalesce(author_account_id, author_staff_id), sha256)
  where removed_at is null;
call protect_table('attachment');

-- The row rules of messages and requests answer inside: held back, taken back, health, lost roles count for the files, too.
create policy reading on attachment for select to dossier_app using (
  case
    when message_id is not null then exists (select from message m where m.brokerage_id = attachment.brokerage_id and m.id = message_id)
    when request_id is not null then exists (select from service_request r where r.brokerage_id = attachment.brokerage_id and r.id = request_id)
    else coalesce(author_account_id, author_staff_id) = (select access.actor()) end);
create policy adding on attachment for insert to dossier_app with check (
  message_id is null and request_id is null
  and case when (select access.is_staff()) then (select access.is_staff_writer()) and author_staff_id = (select access.actor())
    else author_account_id = (select access.actor()) end);
-- Its author takes a draft file off, or sends it: with a message or request of the same transaction only, so nothing is added to what
-- others have read. What was taken back becomes a draft again.
create policy sending on attachment for update to dossier_app
  using (coalesce(author_account_id, author_staff_id) = (select access.actor()) and removed_at is null and request_id is null
    and (message_id is null or exists (select from message m
      where m.brokerage_id = attachment.brokerage_id and m.id = message_id and m.taken_back_at is not null)))
  with check (coalesce(author_account_id, author_staff_id) = (select access.actor())
    and (message_id is null or exists (select from message m where m.brokerage_id = attachment.brokerage_id and m.id = message_id
      and coalesce(m.author_account_id, m.author_staff_id) = (select access.actor()) and m.written_at = now()))
    and (request_id is null or exists (select from service_request r where r.brokerage_id = attachment.brokerage_id and r.id = request_id
      and r.author_account_id = (select access.actor()) and r.created_at = now())));
grant select on attachment to dossier_app;
grant insert (brokerage_id, id, draft_id, author_account_id, author_staff_id, file_name, media_type, byte_size, sha256),
  update (draft_id, message_id, request_id, removed_at) on attachment to dossier_app;
create policy rule on attachment for select to dossier_access using (brokerage_id = (select access.brokerage()));
grant select on attachment to dossier_access;

-- A file alone says something, too; the code wants a text or a file.
alter table message drop constraint message_body_check;
alter table message add constraint message_body_check check (char_length(body) <= 8000);

-- What the virus scanner says changes what the pages offer.
create function wake_scanned() returns trigger language plpgsql security definer set search_path = pg_catalog, public as $$
declare place record;
begin
  for place in
    select distinct 'conversation' as kind, m.conversation_id as id from attachment a
      join message m on m.brokerage_id = a.brokerage_id and m.id = a.message_id
      where a.brokerage_id = new.brokerage_id and a.sha256 = new.sha256
    union select 'service_request', a.request_id from attachment a
      where a.brokerage_id = new.brokerage_id and a.sha256 = new.sha256 and a.request_id is not null
  loop
    perform pg_notify('dossier_live', format('%s %s %s 0', new.brokerage_id, place.kind, place.id));
  end loop;
  return null;
end $$;
alter function wake_scanned() owner to dossier_access;
create trigger wake_scanned after update of scan_state on kept_file for each row
  when (old.scan_state is distinct from new.scan_state) execute function wake_scanned();
