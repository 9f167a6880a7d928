-- What a premium invoice is made of, and what is known of its payment beside what the insurer's export says: a payment the customer
-- reports, and a reminder with the day it was dispatched, from which the fourteen days of VVG Art. 20 run.

-- Lines that a source delivers by themselves. Net premium and stamp duty of an export without lines stand in the columns of the
-- invoice and are lines when they are read (docs/decisions/0030).
create table premium_invoice_line (
  brokerage_id uuid not null references brokerage,
  id uuid not null default uuid_v7(),
  premium_invoice_id uuid not null,
  source_key text check (char_length(source_key) <= 60),
  kind text not null check (kind in ('net', 'surcharge', 'stamp_duty', 'discount', 'instalment_surcharge', 'fee')),
  label text check (char_length(label) <= 200),
  amount amount not null,
  source_cells text check (char_length(source_cells) <= 400),
  updated_at timestamptz not null default now(),
  primary key (brokerage_id, id),
  unique (brokerage_id, source_key),
  foreign key (brokerage_id, premium_invoice_id) references premium_invoice (brokerage_id, id)
);
create index premium_invoice_line_invoice on premium_invoice_line (brokerage_id, premium_invoice_id);
comment on column premium_invoice_line.amount is 'As it counts towards the total: a discount is negative.';
call protect_table('premium_invoice_line');
create policy reading on premium_invoice_line for select to dossier_app using (access.sees('premium_invoice', premium_invoice_id));
grant select on premium_invoice_line to dossier_app;
-- Sources write a discount either way.
create function discount_is_negative() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  new.amount := -abs(new.amount);
  return new;
end $$;
create trigger discount_is_negative before insert or update on premium_invoice_line for each row
  when (new.kind = 'discount' and new.amount > 0) execute function discount_is_negative();

create or replace function refresh_statistics(target text) returns void language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  if not target = any (array['line_of_business', 'company', 'contact', 'policy', 'premium_invoice', 'premium_invoice_line', 'insured_object',
    'claim', 'invoice', 'document']) then
    raise exception 'not a table of imports: %', target using errcode = '42501';
  end if;
  execute format('analyze public.%I', target);
end $$;

-- «Als bezahlt melden»: stands beside the insurer's state and never in its place; at most one at a time.
create table premium_payment_report (
  brokerage_id uuid not null references brokerage,
  id uuid not null default uuid_v7(),
  premium_invoice_id uuid not null,
  account_id uuid not null,
  paid_on day not null,
  reported_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  primary key (brokerage_id, id),
  foreign key (brokerage_id, premium_invoice_id) references premium_invoice (brokerage_id, id),
  foreign key (brokerage_id, account_id) references portal_account (brokerage_id, id),
  foreign key (brokerage_id, withdrawn_by) references portal_account (brokerage_id, id),
  check ((withdrawn_at is null) = (withdrawn_by is null))
);
create index premium_payment_report_invoice on premium_payment_report (brokerage_id, premium_invoice_id);
create unique index premium_payment_report_current on premium_payment_report (brokerage_id, premium_invoice_id) where withdrawn_at is null;
create index premium_payment_report_account on premium_payment_report (brokerage_id, account_id);
create index premium_payment_report_withdrawer on premium_payment_report (brokerage_id, withdrawn_by);
call protect_table('premium_payment_report');
create policy reading on premium_payment_report for select to dossier_app using (access.sees('premium_invoice', premium_invoice_id));
create policy customer_reports on premium_payment_report for insert to dossier_app with check (
  account_id = (select access.actor()) and not (select access.is_staff()) and access.sees('premium_invoice', premium_invoice_id));
create policy customer_withdraws on premium_payment_report for update to dossier_app
  using (withdrawn_at is null and not (select access.is_staff()) and access.sees('premium_invoice', premium_invoice_id))
  with check (withdrawn_by = (select access.actor()));
grant select, insert (brokerage_id, id, premium_invoice_id, account_id, paid_on), update (withdrawn_at, withdrawn_by)
  on premium_payment_report to dossier_app;

-- A document can belong to a premium invoice: then it lies on the policy, and is for those who see the invoice.
alter table document add column premium_invoice_id uuid;
alter table document add constraint document_premium_invoice foreign key (brokerage_id, premium_invoice_id) references premium_invoice (brokerage_id, id);
create index document_premium_invoice on document (brokerage_id, premium_invoice_id);
grant insert (premium_invoice_id) on document to dossier_app;

-- Runs after inherit_audience and join_claim (by name).
create function join_premium_invoice() returns trigger language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare i record;
begin
  select x.company_id, x.policy_id, x.audience into strict i from premium_invoice x
    where x.brokerage_id = new.brokerage_id and x.id = new.premium_invoice_id;
  new.company_id := i.company_id;
  new.policy_id := i.policy_id;
  new.audience := case when new.shared_with is not null then new.shared_with when new.confidential then '{}' else i.audience end;
  return new;
end $$;
alter function join_premium_invoice() owner to dossier_access;
create trigger join_premium_invoice before insert or update on document for each row
  when (new.premium_invoice_id is not null) execute function join_premium_invoice();

create function pass_premium_invoice_on() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  update document set shared_with = shared_with where brokerage_id = new.brokerage_id and premium_invoice_id = new.id;
  return null;
end $$;
create trigger pass_premium_invoice_on after update on premium_invoice for each row
  when (old.audience is distinct from new.audience or old.company_id is distinct from new.company_id or old.policy_id is distinct from new.policy_id)
  execute function pass_premium_invoice_on();

-- Whoever sees the invoice may add the reminder that came for it, and nobody hangs a document on an invoice out of sight.
create policy customer_files_reminder on document for insert to dossier_app with check (
  premium_invoice_id is not null and author_account_id = (select access.actor()) and not (select access.is_staff())
  and claim_id is null and shared_with is null and not confidential);
create policy on_visible_invoice on document as restrictive for insert to dossier_app
  with check (premium_invoice_id is null or access.sees('premium_invoice', premium_invoice_id));

-- A reminder of the insurer (Mahnung), as the customer got it. The fourteen days run from the day it was dispatched.
create table premium_reminder (
  brokerage_id uuid not null references brokerage,
  id uuid not null default uuid_v7(),
  premium_invoice_id uuid not null,
  dispatched_on day not null,
  document_id uuid not null,
  account_id uuid not null,
  added_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  primary key (brokerage_id, id),
  foreign key (brokerage_id, premium_invoice_id) references premium_invoice (brokerage_id, id),
  foreign key (brokerage_id, document_id) references document (brokerage_id, id),
  foreign key (brokerage_id, account_id) references portal_account (brokerage_id, id),
  foreign key (brokerage_id, withdrawn_by) references portal_account (brokerage_id, id),
  check ((withdrawn_at is null) = (withdrawn_by is null))
);
create index premium_reminder_invoice on premium_reminder (brokerage_id, premium_invoice_id);
create index premium_reminder_document on premium_reminder (brokerage_id, document_id);
create index premium_reminder_account on premium_reminder (brokerage_id, account_id);
create index premium_reminder_withdrawer on premium_reminder (brokerage_id, withdrawn_by);
call protect_table('premium_reminder');
create policy reading on premium_reminder for select to dossier_app using (access.sees('premium_invoice', premium_invoice_id));
create policy customer_adds on premium_reminder for insert to dossier_app with check (
  account_id = (select access.actor()) and not (select access.is_staff()) and access.sees('premium_invoice', premium_invoice_id));
create policy customer_withdraws on premium_reminder for update to dossier_app
  using (withdrawn_at is null and not (select access.is_staff()) and access.sees('premium_invoice', premium_invoice_id))
  with check (withdrawn_by = (select access.actor()));
grant select, insert (brokerage_id, id, premium_invoice_id, dispatched_on, document_id, account_id), update (withdrawn_at, withdrawn_by)
  on premium_reminder to dossier_app;
