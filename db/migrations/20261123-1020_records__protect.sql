-- What makes a table a record table: company_id, audience, author_account_id, published_at — and this one rule (domain 2.8).
create procedure protect_record_table(target regclass) language plpgsql set search_path = pg_catalog, public as $$
begin
  call protect_table(target);
  execute format($rule$
    create policy reading on %s for select to dossier_app using (
      company_id = any ((select access.companies())::uuid[])
      and (published_at <= now() or (select access.is_staff()))
      and ((select access.full_access()) or audience && (select access.roles()) or author_account_id = (select access.actor())))
  $rule$, target);
  execute format('create policy staff_adds on %s for insert to dossier_app with check ((select access.is_staff_writer()))', target);
  execute format('create policy staff_changes on %s for update to dossier_app using ((select access.is_staff_writer())) '
    'with check ((select access.is_staff_writer()))', target);
  execute format('grant select on %s to dossier_app', target);
  -- Only roles that open lines may stand in an audience: customer, user_manager, file_manager and group_manager open none.
  execute format($check$
    alter table %s add constraint audience_opens_lines check (
      audience <@ array['occupational_pension', 'personal_lines', 'fleet', 'other_lines']
      and (shared_with is null or shared_with <@ array['occupational_pension', 'personal_lines', 'fleet', 'other_lines']))
  $check$, target);
end $$;

-- Line of business → roles. An empty audience opens to full_access alone; a line nobody mapped has one (fail closed).
create table line_of_business (
  brokerage_id uuid not null references brokerage,
  code text not null check (code ~ '^[A-Z0-9_-]{1,12}$'),
  name text collate swiss not null check (char_length(name) between 1 and 120),
  audience text[] not null default '{}' check (audience <@ array['occupational_pension', 'personal_lines', 'fleet', 'other_lines']),
  stamp_rate numeric(5, 2) not null default 0 check (stamp_rate between 0 and 100),
  object_kind text check (char_length(object_kind) <= 60),
  -- Records of this line may carry health data (besonders schützenswert, DSG Art. 5).
  health boolean not null default false,
  active boolean not null default true,
  primary key (brokerage_id, code)
);
call protect_table('line_of_business');
create policy reading on line_of_business for select to dossier_app using ((select access.actor()) is not null);
create policy rule on line_of_business for select to dossier_access using (brokerage_id = (select access.brokerage()));
grant select on line_of_business to dossier_app, dossier_access;

create table company_line (
  brokerage_id uuid not null references brokerage,
  company_id uuid not null,
  line_code text not null,
  audience text[] not null check (audience <@ array['occupational_pension', 'personal_lines', 'fleet', 'other_lines']),
  primary key (brokerage_id, company_id, line_code),
  foreign key (brokerage_id, company_id) references company (brokerage_id, id),
  foreign key (brokerage_id, line_code) references line_of_business (brokerage_id, code)
);
create index company_line_line on company_line (brokerage_id, line_code);
call protect_table('company_line');
create policy reading on company_line for select to dossier_app using (company_id = any ((select access.companies())::uuid[]));
create policy rule on company_line for select to dossier_access using (brokerage_id = (select access.brokerage()));
grant select on company_line to dossier_app, dossier_access;

-- The audience that a record gets from its line: the company's own mapping, else the brokerage's, else nobody.
create function access.line_audience(company uuid, line text) returns text[] language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(
    (select o.audience from company_line o where o.brokerage_id = access.brokerage() and o.company_id = company and o.line_code = line),
    (select l.audience from line_of_business l where l.brokerage_id = access.brokerage() and l.code = line and l.active),
    '{}')
$$;
alter function access.line_audience(uuid, text) owner to dossier_access;
grant execute on function access.line_audience(uuid, text) to dossier_app, dossier_operator;
