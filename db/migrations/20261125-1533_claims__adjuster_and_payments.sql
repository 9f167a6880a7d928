-- What the broker's people keep of a claim besides its state: who handles it at the insurer, the reserve, and what was paid when.
alter table claim
  add column insurer_contact text check (char_length(insurer_contact) <= 120),
  add column insurer_phone text check (char_length(insurer_phone) <= 40),
  add column insurer_email text check (char_length(insurer_email) <= 254);
grant update (insurer_contact, insurer_phone, insurer_email, reserve, paid) on claim to dossier_app;

-- Single payments are the broker's working papers: to whom something was paid can say what customers' people need not know of each other.
-- Their sum stands in the claim, for everybody who sees it.
create table claim_payment (
  brokerage_id uuid not null references brokerage,
  id uuid not null,
  claim_id uuid not null,
  kind text not null check (kind in ('payment', 'refund')),
  paid_on day not null,
  amount amount not null check (amount > 0),
  payee text check (char_length(payee) <= 120),
  author_name text not null check (char_length(author_name) <= 200),
  written_at timestamptz not null default now(),
  primary key (brokerage_id, id),
  foreign key (brokerage_id, claim_id) references claim (brokerage_id, id)
);
create index claim_payment_claim on claim_payment (brokerage_id, claim_id, paid_on);
call protect_table('claim_payment');
create policy reading on claim_payment for select to dossier_app using ((select access.is_staff()) and access.sees('claim', claim_id));
create policy adding on claim_payment for insert to dossier_app
  with check ((select access.is_staff_writer()) and access.sees('claim', claim_id));
grant select, insert (brokerage_id, id, claim_id, kind, paid_on, amount, payee, author_name) on claim_payment to dossier_app;
