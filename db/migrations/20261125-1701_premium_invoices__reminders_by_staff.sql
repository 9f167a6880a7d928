-- A reminder often reaches the broker first: staff add it too. Exactly one brought it, and at most one took it back.
alter table premium_reminder alter column account_id drop not null;
alter table premium_reminder add column staff_id uuid, add column withdrawn_by_staff uuid,
  add foreign key (brokerage_id, staff_id) references staff_member (brokerage_id, id),
  add foreign key (brokerage_id, withdrawn_by_staff) references staff_member (brokerage_id, id),
  add constraint premium_reminder_brought check (num_nonnulls(account_id, staff_id) = 1),
  drop constraint premium_reminder_check,
  add constraint premium_reminder_withdrawn check (num_nonnulls(withdrawn_by, withdrawn_by_staff) = (withdrawn_at is not null)::integer);
create index premium_reminder_staff on premium_reminder (brokerage_id, staff_id);
create index premium_reminder_staff_withdrawer on premium_reminder (brokerage_id, withdrawn_by_staff);

create policy staff_adds on premium_reminder for insert to dossier_app with check (
  staff_id = (select access.actor()) and (select access.is_staff_writer()) and access.sees('premium_invoice', premium_invoice_id));
create policy staff_withdraws on premium_reminder for update to dossier_app
  using (withdrawn_at is null and (select access.is_staff_writer()) and access.sees('premium_invoice', premium_invoice_id))
  with check (withdrawn_by_staff = (select access.actor()) and (select access.is_staff_writer()));
-- What the broker added, the broker takes back.
drop policy customer_withdraws on premium_reminder;
create policy customer_withdraws on premium_reminder for update to dossier_app
  using (withdrawn_at is null and staff_id is null and not (select access.is_staff()) and access.sees('premium_invoice', premium_invoice_id))
  with check (withdrawn_by = (select access.actor()) and not (select access.is_staff()));
grant insert (staff_id), update (withdrawn_by_staff) on premium_reminder to dossier_app;
