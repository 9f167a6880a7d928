-- «Schaden melden»: a report is its author's own until it is sent; then it is a claim under the one rule. Files that were added
-- become documents of the claim.

-- The lines whose claims are of a kind. Other: every line, for what fits nowhere else.
create function access.claim_kind_lines(p_kind text) returns text[] language sql immutable parallel safe as $$
  select case p_kind
    when 'vehicle' then array['MF', 'MFA']
    when 'property' then array['SACH', 'ERTR', 'GEB', 'GEBW', 'TECH', 'MASCH', 'TRAN', 'BAUW', 'AR', 'KUNST', 'VALO']
    when 'liability' then array['BHP', 'BERH', 'BAUH', 'TRHP']
    when 'accident' then array['UVG', 'UVGZ', 'UVGF', 'KUNF']
    when 'sickness' then array['KTG', 'KKV']
    when 'cyber' then array['CYB']
  end
$$;

create function access.own_company() returns uuid language sql stable security definer set search_path = pg_catalog, public as $$
  select a.company_id from portal_account a where a.brokerage_id = access.brokerage() and a.id = access.actor()
$$;

-- The roles that open any line of a kind at a company: who holds one of them reports such claims, and nobody else is offered it.
create function access.claim_kind_roles(p_company uuid, p_kind text) returns text[] language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(array_agg(distinct r.role order by r.role), '{}')
  from line_of_business l cross join lateral unnest(access.line_audience(p_company, l.code)) as r(role)
  where l.brokerage_id = access.brokerage() and l.active
    and (access.claim_kind_lines(p_kind) is null or l.code = any (access.claim_kind_lines(p_kind)))
$$;

create function access.reports_kind(p_company uuid, p_kind text) returns boolean language sql stable as $$
  select access.full_access() or access.claim_kind_roles(p_company, p_kind) && access.roles()
$$;

-- The audience of a claim on no policy: those roles that open whichever line of the kind it turns out to be. «Other» may be any
-- line, so that is nobody but full_access (and the author).
create function access.claim_kind_audience(p_company uuid, p_kind text) returns text[] language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(array_agg(r.role order by r.role), '{}') from unnest(access.claim_kind_roles(p_company, p_kind)) as r(role)
  where p_kind <> 'other' and not exists (
    select from line_of_business l where l.brokerage_id = access.brokerage() and l.active
      and l.code = any (access.claim_kind_lines(p_kind)) and not (r.role = any (access.line_audience(p_company, l.code))))
$$;
alter function access.own_company() owner to dossier_access;
alter function access.claim_kind_roles(uuid, text) owner to dossier_access;
alter function access.claim_kind_audience(uuid, text) owner to dossier_access;
grant execute on function access.own_company(), access.claim_kind_roles(uuid, text) to dossier_app, dossier_operator;
grant execute on function access.claim_kind_lines(text), access.reports_kind(uuid, text) to dossier_app, dossier_access;
grant execute on function access.line_audience(uuid, text) to dossier_access;

-- A reported claim: the policy may stay open, and the report says more than a claim of the export does.
alter table claim alter column policy_id drop not null;
alter table claim add column kind text check (kind in ('vehicle', 'property', 'liability', 'accident', 'sickness', 'cyber', 'other'));
alter table claim add column details jsonb not null default '{}' check (jsonb_typeof(details) = 'object' and length(details::text) <= 16000);
alter table claim add constraint policy_or_kind check (policy_id is not null or kind is not null);
comment on column claim.kind is 'What the person who reported it chose; null for claims out of the export.';
comment on column claim.details is 'What the report says besides (time, people concerned, object), as short texts by field name.';

create table claim_counter (
  brokerage_id uuid not null references brokerage,
  company_id uuid not null,
  year integer not null check (year between 2000 and 2300),
  last integer not null default 0,
  primary key (brokerage_id, company_id, year),
  foreign key (brokerage_id, company_id) references company (brokerage_id, id)
);
call protect_table('claim_counter');
comment on table claim_counter is 'The last claim number given, per company and year; its row is the lock behind which numbers are given.';

-- Runs after inherit_audience (by name): what a claim on a policy gets there stays; one without gets the audience of its kind.
-- The number comes last, behind the lock of the counter, and goes on where the export's own numbers end: never one twice, never a gap.
create function claim_reported() returns trigger language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare this_year integer := extract(year from now() at time zone 'Europe/Zurich'); taken integer; given integer;
begin
  if new.policy_id is null and new.shared_with is null and not new.confidential then
    new.audience := access.claim_kind_audience(new.company_id, new.kind);
  end if;
  if tg_op = 'INSERT' and new.author_account_id is not null then
    new.reported_on := (now() at time zone 'Europe/Zurich')::date;
    new.published_at := now();
    insert into claim_counter (brokerage_id, company_id, year) values (new.brokerage_id, new.company_id, this_year) on conflict do nothing;
    perform from claim_counter c where c.brokerage_id = new.brokerage_id and c.company_id = new.company_id and c.year = this_year for update;
    if exists (select from claim x where x.brokerage_id = new.brokerage_id and x.id = new.id) then return null; end if;
    select max(substring(x.number from 8)::integer) into taken from claim x
      where x.brokerage_id = new.brokerage_id and x.company_id = new.company_id and x.number ~ format('^S-%s-\d{5}$', this_year);
    update claim_counter c set last = greatest(c.last, coalesce(taken, 0)) + 1
      where c.brokerage_id = new.brokerage_id and c.company_id = new.company_id and c.year = this_year returning c.last into given;
    new.number := format('S-%s-%s', this_year, lpad(given::text, greatest(5, length(given::text)), '0'));
  end if;
  return new;
end $$;
alter function claim_reported() owner to dossier_access;
create trigger reported before insert or update on claim for each row when (new.kind is not null) execute function claim_reported();

-- A changed mapping of lines reaches the claims that are on no policy, too.
create function remap_reported_claims() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  update claim set shared_with = shared_with where brokerage_id = new.brokerage_id and policy_id is null and kind is not null;
  return null;
end $$;
create trigger remap_reported_claims after update on line_of_business for each row
  when (old.audience is distinct from new.audience or old.active is distinct from new.active) execute function remap_reported_claims();
create trigger remap_reported_claims after insert or update on company_line for each row execute function remap_reported_claims();

create policy customer_reports on claim for insert to dossier_app with check (
  author_account_id = (select access.actor()) and not (select access.is_staff()) and state = 'reported' and kind is not null
  and shared_with is null and not confidential and company_id = any ((select access.companies())::uuid[])
  and (policy_id is null and access.reports_kind(company_id, kind) or policy_id is not null and access.sees('policy', policy_id)));
grant insert (brokerage_id, id, company_id, policy_id, kind, occurred_on, place, description, details, author_account_id) on claim to dossier_app;

-- The draft. Nobody but its author reads it, not even staff: it may hold health data that nobody has sent.
create table claim_report (
  brokerage_id uuid not null references brokerage,
  id uuid not null default uuid_v7(),
  company_id uuid not null,
  account_id uuid not null,
  kind text not null check (kind in ('vehicle', 'property', 'liability', 'accident', 'sickness', 'cyber', 'other')),
  -- What was typed, by field name, also where it is not right yet.
  data jsonb not null default '{}' check (jsonb_typeof(data) = 'object' and length(data::text) <= 24000),
  step text not null default 'event' check (step in ('event', 'people', 'files', 'check')),
  created_at timestamptz not null default now(),
  saved_at timestamptz not null default now(),
  discarded_at timestamptz,
  submitted_at timestamptz,
  claim_id uuid,
  version integer not null default 1,
  primary key (brokerage_id, id),
  foreign key (brokerage_id, company_id) references company (brokerage_id, id),
  foreign key (brokerage_id, account_id) references portal_account (brokerage_id, id),
  foreign key (brokerage_id, claim_id) references claim (brokerage_id, id),
  check ((submitted_at is null) = (claim_id is null))
);
create index claim_report_company on claim_report (brokerage_id, company_id);
create index claim_report_account on claim_report (brokerage_id, account_id, saved_at);
create index claim_report_claim on claim_report (brokerage_id, claim_id);
call protect_table('claim_report');
create policy reading on claim_report for select to dossier_app using (
  account_id = (select access.actor()) and company_id = any ((select access.companies())::uuid[]));
create policy writing on claim_report for insert to dossier_app with check (
  account_id = (select access.actor()) and company_id = (select access.own_company()) and submitted_at is null);
create policy saving on claim_report for update to dossier_app
  using (account_id = (select access.actor()) and submitted_at is null and discarded_at is null)
  with check (account_id = (select access.actor()));
grant select on claim_report to dossier_app;
grant insert (brokerage_id, id, company_id, account_id, kind, data), update (kind, data, step, saved_at, discarded_at, submitted_at, claim_id, version)
  on claim_report to dossier_app;

create table claim_report_file (
  brokerage_id uuid not null references brokerage,
  id uuid not null default uuid_v7(),
  report_id uuid not null,
  account_id uuid not null,
  file_name text not null check (char_length(file_name) between 1 and 150),
  media_type text not null check (char_length(media_type) <= 100),
  byte_size bigint not null check (byte_size >= 0),
  sha256 bytea not null check (octet_length(sha256) = 32),
  added_at timestamptz not null default now(),
  removed_at timestamptz,
  primary key (brokerage_id, id),
  foreign key (brokerage_id, report_id) references claim_report (brokerage_id, id),
  foreign key (brokerage_id, account_id) references portal_account (brokerage_id, id)
);
create index claim_report_file_report on claim_report_file (brokerage_id, report_id, added_at);
create index claim_report_file_account on claim_report_file (brokerage_id, account_id, added_at);
-- The same photo sent twice is one photo.
create unique index claim_report_file_once on claim_report_file (brokerage_id, report_id, sha256) where removed_at is null;
call protect_table('claim_report_file');
create policy reading on claim_report_file for select to dossier_app using (account_id = (select access.actor()));
create policy adding on claim_report_file for insert to dossier_app with check (
  account_id = (select access.actor()) and exists (select from claim_report r where r.brokerage_id = claim_report_file.brokerage_id
    and r.id = report_id and r.submitted_at is null and r.discarded_at is null));
create policy removing on claim_report_file for update to dossier_app
  using (account_id = (select access.actor()) and exists (select from claim_report r where r.brokerage_id = claim_report_file.brokerage_id
    and r.id = report_id and r.submitted_at is null))
  with check (account_id = (select access.actor()) and removed_at is not null);
grant select on claim_report_file to dossier_app;
grant insert (brokerage_id, id, report_id, account_id, file_name, media_type, byte_size, sha256), update (removed_at) on claim_report_file to dossier_app;

-- Documents that people of the customer upload: into the dossier, or to the claim they reported.
alter table document add column claim_id uuid;
alter table document add foreign key (brokerage_id, claim_id) references claim (brokerage_id, id);
create index document_claim on document (brokerage_id, claim_id);
-- unscanned: no virus scanner is set up, and the page says so. pending, infected, failed: nobody gets the bytes (security.md F5).
alter table document add column scan_state text not null default 'unscanned' check (scan_state in ('unscanned', 'pending', 'clean', 'infected', 'failed'));

-- Runs after inherit_audience (by name): what hangs on a claim goes where the claim goes.
create function join_claim() returns trigger language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare c record;
begin
  if new.claim_id is not null then
    select x.company_id, x.policy_id, x.audience into strict c from claim x where x.brokerage_id = new.brokerage_id and x.id = new.claim_id;
    new.company_id := c.company_id;
    new.policy_id := c.policy_id;
    new.audience := case when new.shared_with is not null then new.shared_with when new.confidential then '{}' else c.audience end;
  end if;
  if tg_op = 'INSERT' and new.author_account_id is not null then new.published_at := now(); end if;
  return new;
end $$;
alter function join_claim() owner to dossier_access;
create trigger join_claim before insert or update on document for each row execute function join_claim();

create function pass_claim_on() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  update document set shared_with = shared_with where brokerage_id = new.brokerage_id and claim_id = new.id;
  return null;
end $$;
create trigger pass_claim_on after update on claim for each row
  when (old.audience is distinct from new.audience or old.company_id is distinct from new.company_id or old.policy_id is distinct from new.policy_id)
  execute function pass_claim_on();

create policy customer_files on document for insert to dossier_app with check (
  author_account_id = (select access.actor()) and not (select access.is_staff()) and shared_with is null and scan_state <> 'clean'
  and case when claim_id is not null then exists (select from claim c where c.brokerage_id = document.brokerage_id and c.id = claim_id
      and (c.author_account_id = (select access.actor()) or 'file_manager' = any ((select access.roles())::text[]) and c.company_id = (select access.own_company())))
    else 'file_manager' = any ((select access.roles())::text[]) and company_id = (select access.own_company())
      and (policy_id is null or access.sees('policy', policy_id)) end);
grant insert (brokerage_id, id, company_id, policy_id, claim_id, title, category, dated_on, file_name, media_type, byte_size, sha256,
  confidential, scan_state, author_account_id) on document to dossier_app;

-- A claim on no policy is about health where its kind is.
create or replace function access.record_of(p_kind text, p_id uuid) returns table (company_id uuid, audience text[], health boolean)
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
      'select x.company_id, x.audience, coalesce(l.health, false)%s from %I x
       left join policy p on p.brokerage_id = x.brokerage_id and p.id = x.policy_id
       left join line_of_business l on l.brokerage_id = p.brokerage_id and l.code = p.line_code
       where x.brokerage_id = access.brokerage() and x.id = $1',
      case p_kind
        when 'claim' then ' or coalesce(x.kind in (''accident'', ''sickness''), false)'
        when 'document' then ' or exists (select from claim c where c.brokerage_id = x.brokerage_id and c.id = x.claim_id and c.kind in (''accident'', ''sickness''))'
        else '' end, p_kind) using p_id;
  end if;
end $$;

-- Puts one mail each into the outbox for those who answer for the company, else for the brokerage itself. Their addresses stay
-- inside; only the author of a claim that was reported a moment ago can call for it.
create function access.tell_of_claim(p_claim uuid) returns table (mail_id uuid, language text) language plpgsql volatile security definer set search_path = pg_catalog, public as $$
#variable_conflict use_column
declare of_company uuid;
begin
  select c.company_id into of_company from claim c
    where c.brokerage_id = access.brokerage() and c.id = p_claim and c.author_account_id = access.actor();
  if not found or exists (select from mail m where m.brokerage_id = access.brokerage() and m.about_id = p_claim) then return; end if;
  return query
    with address as (
      select s.email, coalesce(l.language, b.language) as language from access.staff_of(of_company) as x(id)
      join staff_member s on s.brokerage_id = access.brokerage() and s.id = x.id
      join brokerage b on b.brokerage_id = s.brokerage_id
      left join login l on l.brokerage_id = s.brokerage_id and l.id = s.login_id
    )
    insert into mail (brokerage_id, event, recipient, language, about_id)
    select access.brokerage(), 'claim_reported', x.email, x.language, p_claim from (
      select email, language from address
      union all
      select b.email, b.language from brokerage b where b.brokerage_id = access.brokerage() and b.email is not null and not exists (select from address)
    ) x
    returning id, language;
end $$;
alter function access.tell_of_claim(uuid) owner to dossier_access;
grant execute on function access.tell_of_claim(uuid) to dossier_app;

create policy rule on claim_counter for select to dossier_access using (brokerage_id = (select access.brokerage()));
create policy rule_adds on claim_counter for insert to dossier_access with check (brokerage_id = (select access.brokerage()));
create policy rule_changes on claim_counter for update to dossier_access using (brokerage_id = (select access.brokerage()));
grant select, insert (brokerage_id, company_id, year), update (last) on claim_counter to dossier_access;
