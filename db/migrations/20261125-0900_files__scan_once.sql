-- The bytes of files, one row each, however many documents, drafts and messages show them: whether they may leave the house is
-- found out and said once for all of them (security.md F5).
create table kept_file (
  brokerage_id uuid not null references brokerage,
  sha256 bytea not null check (octet_length(sha256) = 32),
  byte_size bigint not null check (byte_size >= 0),
  kept_at timestamptz not null default now(),
  -- pending: nobody has said anything yet; where no scanner is set up it stays so, and the page says «not virus-checked».
  scan_state text not null default 'pending' check (scan_state in ('pending', 'clean', 'infected', 'failed')),
  -- When the scanner was first asked: since then somebody waits.
  asked_at timestamptz,
  scanned_at timestamptz,
  -- What it said last: the name of what it found, or why it could not.
  answer text check (char_length(answer) <= 200),
  primary key (brokerage_id, sha256)
);
create index kept_file_waiting on kept_file (brokerage_id, kept_at) where scan_state in ('pending', 'failed');

-- All that was kept before. Row rules would hide every row from this migration, which stands in no brokerage.
alter table document no force row level security;
alter table claim_report_file no force row level security;
insert into kept_file (brokerage_id, sha256, byte_size, scan_state)
  select brokerage_id, sha256, max(byte_size),
    case when bool_or(scan_state = 'infected') then 'infected' when bool_and(scan_state = 'clean') then 'clean' else 'pending' end
  from (
    select brokerage_id, sha256, byte_size, scan_state from document
    union all select brokerage_id, sha256, byte_size, 'unscanned' from claim_report_file
  ) f group by brokerage_id, sha256;
alter table document force row level security;
alter table claim_report_file force row level security;

call protect_table('kept_file');
create policy reading on kept_file for select to dossier_app using (brokerage_id = (select access.brokerage()));
create policy adding on kept_file for insert to dossier_app with check (brokerage_id = (select access.brokerage()) and scan_state = 'pending');
grant select, insert (brokerage_id, sha256, byte_size) on kept_file to dossier_app;
call open_to('dossier_worker', 'kept_file', 'select, update (scan_state, asked_at, scanned_at, answer)');
-- What the scanner found is an event of the one who brought it.
call open_to('dossier_worker', 'event', 'insert (brokerage_id, id, actor_kind, actor_id, actor_name, verb, subject_kind, subject_id, company_id, details)');

-- The worker asks for scans of what came before the scanner; for that it must know which brokerages there are, and no more.
create function access.brokerages() returns setof uuid language sql stable security definer set search_path = pg_catalog, public as $$
  select brokerage_id from brokerage
$$;
alter function access.brokerages() owner to dossier_access;
grant execute on function access.brokerages() to dossier_worker;

-- Said in kept_file from now on.
drop policy customer_files on document;
create policy customer_files on document for insert to dossier_app with check (
  author_account_id = (select access.actor()) and not (select access.is_staff()) and shared_with is null
  and case when claim_id is not null then exists (select from claim c where c.brokerage_id = document.brokerage_id and c.id = claim_id
      and (c.author_account_id = (select access.actor()) or 'file_manager' = any ((select access.roles())::text[]) and c.company_id = (select access.own_company())))
    else 'file_manager' = any ((select access.roles())::text[]) and company_id = (select access.own_company())
      and (policy_id is null or access.sees('policy', policy_id)) end);
alter table document drop column scan_state;
