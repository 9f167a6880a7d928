-- Imports through the screens: what was uploaded, what is to be done with it, what a run did and how it is taken back.
create function access.imports() returns boolean language sql stable parallel safe as $$
  select coalesce(nullif(pg_catalog.current_setting('app.staff_function', true), '') in ('administrator', 'account_manager'), false)
$$;
grant execute on function access.imports() to dossier_app, dossier_operator;

alter table import_run
  add column staff_id uuid,
  add column state text not null default 'done' check (state in
    ('draft', 'checking', 'checked', 'running', 'done', 'failed', 'cancelled', 'undoing', 'undone')),
  add column documents jsonb not null default '{}',
  -- File, rows so far, rows in all; who is waited for.
  add column progress jsonb,
  -- The last sign of life of the job; a check or run without one for two minutes has died, and nothing of it is kept.
  add column alive_at timestamptz not null default now(),
  add column cancel_asked boolean not null default false,
  add column problem text check (problem in ('failed', 'no_right')),
  add column undone_at timestamptz,
  add column undone_by uuid,
  -- What could not be taken back, and why.
  add column kept jsonb not null default '[]',
  add foreign key (brokerage_id, staff_id) references staff_member (brokerage_id, id),
  add foreign key (brokerage_id, undone_by) references staff_member (brokerage_id, id);
create index import_run_staff on import_run (brokerage_id, staff_id);
create index import_run_undone_by on import_run (brokerage_id, undone_by);
create index import_run_started on import_run (brokerage_id, started_at desc);
create policy starting on import_run for insert to dossier_app with check (
  (select access.imports()) and staff_id = (select access.actor()) and state = 'draft');
create policy going_on on import_run for update to dossier_app using ((select access.imports())) with check ((select access.imports()));
grant insert (brokerage_id, id, source, staff_id, state, documents),
  update (state, progress, alive_at, cancel_asked, problem, undone_by, report, finished_at) on import_run to dossier_app;

create table import_file (
  brokerage_id uuid not null references brokerage,
  id uuid not null default uuid_v7(),
  run_id uuid not null,
  place integer not null,
  name text not null check (char_length(name) <= 200),
  encoding text not null check (char_length(encoding) <= 40),
  -- The kind of export, a name of sources.ts; null: not known yet, or not to be imported.
  source text check (char_length(source) <= 40),
  checksum bytea not null,
  -- The rows as they were read, in the file store until the run has ended.
  rows_sha256 bytea,
  row_count integer not null,
  header jsonb not null,
  samples jsonb not null,
  -- For each column of the file the field it goes to, or null.
  mapping jsonb not null default '[]',
  -- What the check found: changes (old and new) and refused rows with their cells.
  found jsonb not null default '{}',
  primary key (brokerage_id, id),
  foreign key (brokerage_id, run_id) references import_run (brokerage_id, id)
);
create index import_file_run on import_file (brokerage_id, run_id, place);
call protect_table('import_file');
create policy reading on import_file for select to dossier_app using ((select access.is_staff()));
create policy adding on import_file for insert to dossier_app with check ((select access.imports()));
create policy going_on on import_file for update to dossier_app using ((select access.imports())) with check ((select access.imports()));
grant select, insert (brokerage_id, id, run_id, place, name, encoding, source, checksum, rows_sha256, row_count, header, samples, mapping),
  update (source, mapping, found, rows_sha256) on import_file to dossier_app;

-- Which column is which field, as staff last said it for files with this heading.
create table import_mapping (
  brokerage_id uuid not null references brokerage,
  source text not null check (char_length(source) <= 40),
  signature text not null check (char_length(signature) = 64),
  mapping jsonb not null,
  updated_at timestamptz not null default now(),
  primary key (brokerage_id, source, signature)
);
call protect_table('import_mapping');
create policy reading on import_mapping for select to dossier_app using ((select access.is_staff()));
create policy adding on import_mapping for insert to dossier_app with check ((select access.imports()));
create policy changing on import_mapping for update to dossier_app using ((select access.imports())) with check ((select access.imports()));
grant select, insert (brokerage_id, source, signature, mapping), update (mapping, updated_at) on import_mapping to dossier_app;

-- What a run wrote, row by row, so that exactly this can be taken back. `mark` is the row as the run left it.
create table import_row (
  brokerage_id uuid not null references brokerage,
  run_id uuid not null,
  place integer not null,
  target text not null check (char_length(target) <= 40),
  key text not null check (char_length(key) <= 400),
  line integer not null,
  -- Null: the run made the row. Else what stood in the columns it wrote.
  before jsonb,
  mark text,
  primary key (brokerage_id, run_id, target, key),
  foreign key (brokerage_id, run_id) references import_run (brokerage_id, id)
);
call protect_table('import_row');
grant delete on import_row to dossier_operator;

-- Taking back an import deletes what it made; only the operator's connection may, inside one brokerage.
do $$
declare target text;
begin
  foreach target in array array['line_of_business', 'company', 'contact', 'policy', 'premium_invoice', 'premium_invoice_line', 'insured_object',
      'claim', 'invoice', 'document', 'document_version'] loop
    execute format('grant delete on %I to dossier_operator', target);
  end loop;
end $$;

-- An import that somebody started runs on the operator's connection, narrowed to this person: without the right to import nothing
-- is there, and of companies out of reach nothing is read, written or deleted. The command line has no person and is not narrowed.
grant execute on function access.work_out(), access.companies(), access.managed_companies(), access.is_staff(), access.is_staff_writer(),
  access.staff_function() to dossier_operator;
do $$
declare target text;
begin
  foreach target in array array['contact', 'policy', 'premium_invoice', 'insured_object', 'claim', 'invoice', 'document'] loop
    execute format('create policy as_person on %I as restrictive for all to dossier_operator using ((select access.actor()) is null or '
      '((select access.imports()) and company_id = any ((select access.companies())::uuid[])))', target);
  end loop;
  foreach target in array array['line_of_business', 'premium_invoice_line'] loop
    execute format('create policy as_person on %I as restrictive for all to dossier_operator using ((select access.actor()) is null or (select access.imports()))', target);
  end loop;
end $$;
create policy as_person on company as restrictive for all to dossier_operator
  using ((select access.actor()) is null or ((select access.imports()) and id = any ((select access.companies())::uuid[])))
  with check ((select access.actor()) is null or (select access.imports()));

-- Entries of the search go with the row.
create function search_forget() returns trigger language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  delete from search_entry e using gone g where e.brokerage_id = g.brokerage_id and e.kind = tg_table_name and e.record_id = g.id;
  return null;
end $$;
alter function search_forget() owner to dossier_access;
do $$
declare target text;
begin
  foreach target in array array['policy', 'premium_invoice', 'insured_object', 'claim', 'invoice', 'document', 'contact', 'company'] loop
    execute format('create trigger search_forget after delete on %I referencing old table as gone for each statement execute function search_forget()', target);
  end loop;
end $$;

create function wake_import() returns trigger language plpgsql as $$
begin
  perform pg_notify('dossier_live', format('%s import_run %s 0', new.brokerage_id, new.id));
  return null;
end $$;
create trigger wake_import after update of state, progress on import_run for each row execute function wake_import();
