-- What the broker's people write again and again, and what they do again and again. Text modules are per language; a macro names one by its
-- shortcut, so that it speaks the language of whoever reads.
create table text_module (
  brokerage_id uuid not null references brokerage,
  id uuid not null,
  language text not null check (language in ('de', 'fr', 'it', 'en')),
  shortcut text not null check (shortcut ~ '^[a-z0-9-]{1,30}$'),
  name text collate swiss not null check (char_length(name) between 1 and 80),
  body text not null check (char_length(body) between 1 and 4000),
  version integer not null default 1,
  updated_at timestamptz not null default now(),
  removed_at timestamptz,
  primary key (brokerage_id, id)
);
create unique index text_module_shortcut on text_module (brokerage_id, language, shortcut) where removed_at is null;
call protect_table('text_module');

create table macro (
  brokerage_id uuid not null references brokerage,
  id uuid not null,
  name text collate swiss not null check (char_length(name) between 1 and 80),
  -- The text module that is sent; null: nothing is.
  shortcut text check (shortcut ~ '^[a-z0-9-]{1,30}$'),
  -- The state of a request; null: as it is.
  state text check (state in ('new', 'in_progress', 'waiting_customer', 'waiting_insurer', 'done')),
  assign text not null default 'keep' check (assign in ('keep', 'me', 'team')),
  finishes boolean not null default false,
  snooze_days integer check (snooze_days between 1 and 90),
  version integer not null default 1,
  updated_at timestamptz not null default now(),
  removed_at timestamptz,
  primary key (brokerage_id, id)
);
call protect_table('macro');

do $$
declare target text;
begin
  foreach target in array array['text_module', 'macro'] loop
    execute format('create policy reading on %I for select to dossier_app using ((select access.is_staff()))', target);
    execute format('create policy adding on %I for insert to dossier_app with check ((select access.is_staff_writer()))', target);
    execute format('create policy changing on %I for update to dossier_app using ((select access.is_staff_writer()))
      with check ((select access.is_staff_writer()))', target);
    execute format('grant select on %I to dossier_app', target);
  end loop;
end $$;
grant insert (brokerage_id, id, language, shortcut, name, body), update (language, shortcut, name, body, version, updated_at, removed_at)
  on text_module to dossier_app;
grant insert (brokerage_id, id, name, shortcut, state, assign, finishes, snooze_days),
  update (name, shortcut, state, assign, finishes, snooze_days, version, updated_at, removed_at) on macro to dossier_app;
