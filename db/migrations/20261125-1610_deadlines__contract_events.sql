-- Events that open a window to end a contract (domain 2.2): a change of premium or of terms that the insurer announced, a payment after a
-- claim, a change of owner, an application. No export tells them, so staff enter them; whoever sees the policy sees them.
create table contract_event (
  brokerage_id uuid not null references brokerage,
  id uuid not null default uuid_v7(),
  policy_id uuid not null,
  kind text not null check (kind in ('change', 'claim_payment', 'ownership', 'application')),
  -- When it was received, paid, or happened: the law counts from this day.
  happened_on day not null,
  -- From when on a change holds; the pension law counts back from it.
  effective_on day,
  -- What the contract itself says goes before the law.
  agreed_day day,
  note text not null default '' check (char_length(note) <= 200),
  staff_id uuid not null,
  entered_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  primary key (brokerage_id, id),
  foreign key (brokerage_id, policy_id) references policy (brokerage_id, id),
  foreign key (brokerage_id, staff_id) references staff_member (brokerage_id, id),
  foreign key (brokerage_id, withdrawn_by) references staff_member (brokerage_id, id),
  check ((withdrawn_at is null) = (withdrawn_by is null))
);
create index contract_event_policy on contract_event (brokerage_id, policy_id);
create index contract_event_open on contract_event (brokerage_id, happened_on) where withdrawn_at is null;
create index contract_event_staff on contract_event (brokerage_id, staff_id);
create index contract_event_withdrawer on contract_event (brokerage_id, withdrawn_by);
call protect_table('contract_event');
create policy reading on contract_event for select to dossier_app using (access.sees('policy', policy_id));
create policy staff_enters on contract_event for insert to dossier_app with check (
  staff_id = (select access.actor()) and (select access.is_staff_writer()) and access.sees('policy', policy_id));
create policy staff_withdraws on contract_event for update to dossier_app
  using (withdrawn_at is null and (select access.is_staff_writer()) and access.sees('policy', policy_id))
  with check (withdrawn_by = (select access.actor()));
grant select, insert (brokerage_id, id, policy_id, kind, happened_on, effective_on, agreed_day, note, staff_id), update (withdrawn_at, withdrawn_by)
  on contract_event to dossier_app;
