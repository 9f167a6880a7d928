-- The inbox of the broker's people (decision 0095): one row for each thing that a customer brought and that waits for somebody: a
-- conversation, a request, a reported claim, a role request, a mail that could not be delivered. What it is about stays where it is;
-- here stands only the work on it. Rows are made and kept up by triggers, so nothing that comes in can be missed.

-- What the brokerage promises: within how many hours of its office time somebody answers. No row: the usual.
create table answer_promise (
  brokerage_id uuid primary key references brokerage,
  hours integer not null default 4 check (hours between 1 and 80),
  from_minute integer not null default 480 check (from_minute between 0 and 1380),
  to_minute integer not null default 1050 check (to_minute between 60 and 1440),
  -- 1 is Monday.
  days integer[] not null default '{1,2,3,4,5}' check (days <@ array[1, 2, 3, 4, 5, 6, 7] and cardinality(days) between 1 and 7),
  version integer not null default 1,
  updated_at timestamptz not null default now(),
  check (to_minute - from_minute >= 60)
);
call protect_table('answer_promise');
create policy reading on answer_promise for select to dossier_app using ((select access.is_staff()));
create policy adding on answer_promise for insert to dossier_app with check ((select access.staff_function()) = 'administrator');
create policy changing on answer_promise for update to dossier_app using ((select access.staff_function()) = 'administrator')
  with check ((select access.staff_function()) = 'administrator');
create policy rule on answer_promise for select to dossier_access using (brokerage_id = (select access.brokerage()));
grant select, insert (brokerage_id, hours, from_minute, to_minute, days), update (hours, from_minute, to_minute, days, version, updated_at)
  on answer_promise to dossier_app;
grant select on answer_promise to dossier_access;

create table inbox_item (
  brokerage_id uuid not null references brokerage,
  -- That of the record it is about.
  id uuid not null,
  company_id uuid not null,
  kind text not null check (kind in ('conversation', 'service_request', 'claim', 'role_request', 'mail')),
  -- Who brought it, where that is a person with an account.
  account_id uuid,
  -- Before this nobody of the broker's people knows of it: a message can be taken back for a while.
  visible_from timestamptz not null,
  -- A request for a role is open for some days only.
  expires_at timestamptz,
  -- When the customer last did something; later than done or put aside means it is open again.
  woken_at timestamptz not null,
  -- Since when the customer waits for an answer, and until when one is promised; null: answered.
  waiting_since timestamptz,
  due_at timestamptz,
  -- How often somebody answered, and who did last: whoever answers must have seen it.
  answers integer not null default 0,
  answered_by text check (char_length(answered_by) <= 200),
  -- When somebody moved it on without a message (a new state).
  acted_at timestamptz,
  assigned_staff_id uuid,
  snoozed_at timestamptz,
  snoozed_until timestamptz,
  done_at timestamptz,
  done_by text check (char_length(done_by) <= 200),
  version integer not null default 1,
  primary key (brokerage_id, id),
  foreign key (brokerage_id, company_id) references company (brokerage_id, id),
  foreign key (brokerage_id, account_id) references portal_account (brokerage_id, id),
  foreign key (brokerage_id, assigned_staff_id) references staff_member (brokerage_id, id)
);
create index inbox_item_company on inbox_item (brokerage_id, company_id, woken_at);
create index inbox_item_account on inbox_item (brokerage_id, account_id);
create index inbox_item_assigned on inbox_item (brokerage_id, assigned_staff_id, woken_at);
create index inbox_item_open on inbox_item (brokerage_id, woken_at) where done_at is null or woken_at > done_at;
call protect_table('inbox_item');
create policy reading on inbox_item for select to dossier_app using (
  (select access.is_staff()) and company_id = any ((select access.companies())::uuid[]) and visible_from <= now());
create policy working on inbox_item for update to dossier_app
  using ((select access.is_staff_writer()) and company_id = any ((select access.companies())::uuid[]) and visible_from <= now())
  with check ((select access.is_staff_writer()));
create policy rule on inbox_item for select to dossier_access using (brokerage_id = (select access.brokerage()));
create policy rule_adds on inbox_item for insert to dossier_access with check (brokerage_id = (select access.brokerage()));
create policy rule_changes on inbox_item for update to dossier_access using (brokerage_id = (select access.brokerage()));
grant select, update (assigned_staff_id, snoozed_at, snoozed_until, done_at, done_by, version) on inbox_item to dossier_app;
grant select, insert, update on inbox_item to dossier_access;

-- What the broker's people say among themselves. A table of its own, so that no page, export or mail of a customer can come across it:
-- for customers there is not one row in here.
create table inbox_note (
  brokerage_id uuid not null references brokerage,
  id uuid not null,
  item_id uuid not null,
  author_staff_id uuid not null,
  author_name text not null check (char_length(author_name) <= 200),
  body text not null check (char_length(body) between 1 and 4000),
  written_at timestamptz not null default now(),
  primary key (brokerage_id, id),
  foreign key (brokerage_id, item_id) references inbox_item (brokerage_id, id),
  foreign key (brokerage_id, author_staff_id) references staff_member (brokerage_id, id)
);
create index inbox_note_item on inbox_note (brokerage_id, item_id, id);
create index inbox_note_author on inbox_note (brokerage_id, author_staff_id);
call protect_table('inbox_note');
-- Whoever sees the item: its own row rule answers inside.
create policy reading on inbox_note for select to dossier_app using ((select access.is_staff())
  and exists (select from inbox_item i where i.brokerage_id = inbox_note.brokerage_id and i.id = inbox_note.item_id));
create policy writing on inbox_note for insert to dossier_app with check ((select access.is_staff_writer())
  and author_staff_id = (select access.actor())
  and exists (select from inbox_item i where i.brokerage_id = inbox_note.brokerage_id and i.id = inbox_note.item_id));
grant select, insert (brokerage_id, id, item_id, author_staff_id, author_name, body) on inbox_note to dossier_app;

-- «Petra schreibt gerade …»: who had the field for the answer under the fingers last, and when.
create table inbox_writing (
  brokerage_id uuid not null references brokerage,
  item_id uuid not null,
  staff_id uuid not null,
  at timestamptz not null default now(),
  primary key (brokerage_id, item_id, staff_id),
  foreign key (brokerage_id, item_id) references inbox_item (brokerage_id, id),
  foreign key (brokerage_id, staff_id) references staff_member (brokerage_id, id)
);
create index inbox_writing_staff on inbox_writing (brokerage_id, staff_id);
call protect_table('inbox_writing');
create policy reading on inbox_writing for select to dossier_app using ((select access.is_staff())
  and exists (select from inbox_item i where i.brokerage_id = inbox_writing.brokerage_id and i.id = inbox_writing.item_id));
create policy saying on inbox_writing for insert to dossier_app with check ((select access.is_staff_writer())
  and staff_id = (select access.actor())
  and exists (select from inbox_item i where i.brokerage_id = inbox_writing.brokerage_id and i.id = inbox_writing.item_id));
create policy saying_again on inbox_writing for update to dossier_app using ((select access.is_staff_writer())
  and staff_id = (select access.actor())) with check (staff_id = (select access.actor()));
grant select, insert (brokerage_id, item_id, staff_id), update (at) on inbox_writing to dossier_app;

-- The moment after so many minutes of office time, in Swiss days and hours.
create function access.after_office_minutes(p_start timestamptz, p_minutes integer, p_from integer, p_to integer, p_days integer[])
returns timestamptz language plpgsql stable set search_path = pg_catalog, public as $$
declare
  here timestamp := p_start at time zone 'Europe/Zurich';
  of_day date := here::date;
  remaining integer := p_minutes;
  opens timestamp; room integer;
begin
  -- 80 hours, one hour a week: after that many days at the latest.
  for step in 0..600 loop
    if extract(isodow from of_day)::integer = any (p_days) then
      opens := greatest(of_day + make_interval(mins => p_from), here);
      room := floor(extract(epoch from of_day + make_interval(mins => p_to) - opens) / 60);
      if room >= remaining then return (opens + make_interval(mins => remaining)) at time zone 'Europe/Zurich'; end if;
      remaining := remaining - greatest(room, 0);
    end if;
    of_day := of_day + 1;
  end loop;
  return (of_day + make_interval(mins => p_to)) at time zone 'Europe/Zurich';
end $$;

-- Until when an answer is promised. Claims have their own promise, in days of office time (brokerage.claim_answer_days).
create function access.answer_due(p_kind text, p_since timestamptz) returns timestamptz
language sql stable security definer set search_path = pg_catalog, public as $$
  select access.after_office_minutes(p_since,
    case when p_kind = 'claim' then b.claim_answer_days * (coalesce(p.to_minute, 1050) - coalesce(p.from_minute, 480)) else coalesce(p.hours, 4) * 60 end,
    coalesce(p.from_minute, 480), coalesce(p.to_minute, 1050), coalesce(p.days, '{1,2,3,4,5}'))
  from brokerage b left join answer_promise p on p.brokerage_id = b.brokerage_id where b.brokerage_id = access.brokerage()
$$;
alter function access.after_office_minutes(timestamptz, integer, integer, integer, integer[]) owner to dossier_access;
alter function access.answer_due(text, timestamptz) owner to dossier_access;

-- Works out anew how an item stands, from what was said. `p_begun`: when the record itself came, null where it is only messages. The
-- item is locked before anything is read, so two messages at once are both counted.
create function access.inbox_settle(p_kind text, p_id uuid, p_company uuid, p_account uuid, p_begun timestamptz) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare item inbox_item; said record; answered timestamptz; waits timestamptz; wakes timestamptz;
begin
  insert into inbox_item (brokerage_id, id, company_id, kind, account_id, visible_from, woken_at)
    values (access.brokerage(), p_id, p_company, p_kind, p_account, coalesce(p_begun, 'infinity'), coalesce(p_begun, '-infinity')) on conflict do nothing;
  select * into item from inbox_item where brokerage_id = access.brokerage() and id = p_id for update;
  select min(m.delivers_at) filter (where m.author_account_id is not null) as first_heard,
      max(m.delivers_at) filter (where m.author_account_id is not null) as last_heard,
      count(*) filter (where m.author_staff_id is not null) as answers,
      max(m.written_at) filter (where m.author_staff_id is not null) as last_answer,
      (array_agg(m.author_name order by m.written_at desc) filter (where m.author_staff_id is not null))[1] as answered_by,
      (array_agg(m.author_account_id order by m.written_at desc) filter (where m.author_account_id is not null))[1] as account_id
    into said
    from conversation c join message m on m.brokerage_id = c.brokerage_id and m.conversation_id = c.id and m.taken_back_at is null
    where c.brokerage_id = access.brokerage()
      and case when p_kind = 'conversation' then c.id = p_id else c.about_kind = p_kind and c.about_id = p_id end;
  answered := greatest(said.last_answer, item.acted_at);
  select min(m.delivers_at) into waits
    from conversation c join message m on m.brokerage_id = c.brokerage_id and m.conversation_id = c.id and m.taken_back_at is null
    where c.brokerage_id = access.brokerage() and m.author_account_id is not null and (answered is null or m.written_at > answered)
      and case when p_kind = 'conversation' then c.id = p_id else c.about_kind = p_kind and c.about_id = p_id end;
  if p_begun > coalesce(answered, '-infinity') then waits := least(waits, p_begun); end if;
  wakes := coalesce(greatest(p_begun, said.last_heard), item.woken_at);
  update inbox_item set
      company_id = p_company,
      account_id = coalesce(p_account, said.account_id, account_id),
      visible_from = coalesce(p_begun, said.first_heard, 'infinity'),
      woken_at = wakes,
      waiting_since = waits,
      due_at = access.answer_due(p_kind, waits),
      answers = said.answers,
      answered_by = left(said.answered_by, 200),
      version = version + 1
    where brokerage_id = access.brokerage() and id = p_id;
end $$;
alter function access.inbox_settle(text, uuid, uuid, uuid, timestamptz) owner to dossier_access;

-- A message belongs to the request or the reported claim that it is about, else to its conversation.
create function inbox_hears() returns trigger language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare talk conversation; begun timestamptz; author uuid;
begin
  -- A migration stands in no brokerage, and brings nothing in.
  if access.brokerage() is null then return null; end if;
  select * into talk from conversation where brokerage_id = new.brokerage_id and id = new.conversation_id;
  if talk.about_kind = 'service_request' then
    select created_at, author_account_id into begun, author from service_request where brokerage_id = new.brokerage_id and id = talk.about_id;
    perform access.inbox_settle('service_request', talk.about_id, talk.company_id, author, begun);
  elsif talk.about_kind = 'claim' and exists (select from inbox_item where brokerage_id = new.brokerage_id and id = talk.about_id) then
    select published_at, author_account_id into begun, author from claim where brokerage_id = new.brokerage_id and id = talk.about_id;
    perform access.inbox_settle('claim', talk.about_id, talk.company_id, author, begun);
  else
    perform access.inbox_settle('conversation', talk.id, talk.company_id, null, null);
  end if;
  return null;
end $$;
alter function inbox_hears() owner to dossier_access;
create trigger inbox_hears after insert or update of taken_back_at on message for each row execute function inbox_hears();

create function inbox_takes_request() returns trigger language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare opened boolean := tg_op = 'INSERT'; moved boolean := not opened and new.state <> old.state;
begin
  -- A migration stands in no brokerage, and brings nothing in.
  if access.brokerage() is null then return null; end if;
  perform access.inbox_settle('service_request', new.id, new.company_id, new.author_account_id, new.created_at);
  update inbox_item set assigned_staff_id = new.handler_staff_id, version = version + 1
    where brokerage_id = new.brokerage_id and id = new.id and assigned_staff_id is distinct from new.handler_staff_id;
  if moved then
    -- Opened again by its author: it waits as from now. Moved on by the broker: the author hears of it, so that is an answer.
    update inbox_item set
        done_at = case when new.state in ('done', 'withdrawn') then now() end,
        done_by = case when new.state = 'done' then new.handler_name end,
        acted_at = case when access.is_staff() then now() else acted_at end,
        woken_at = case when old.state = 'done' and not access.is_staff() then now() else woken_at end,
        version = version + 1
      where brokerage_id = new.brokerage_id and id = new.id;
    if access.is_staff() or new.state = 'withdrawn' then
      update inbox_item set waiting_since = null, due_at = null where brokerage_id = new.brokerage_id and id = new.id;
    else
      update inbox_item set waiting_since = now(), due_at = access.answer_due('service_request', now())
        where brokerage_id = new.brokerage_id and id = new.id;
    end if;
  end if;
  return null;
end $$;
alter function inbox_takes_request() owner to dossier_access;
create trigger inbox_takes_request after insert or update of state, handler_staff_id, company_id on service_request
  for each row execute function inbox_takes_request();

-- Claims that customers report; those that come with an export are known to the broker already.
create function inbox_takes_claim() returns trigger language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  if new.author_account_id is null or new.kind is null or new.published_at is null then return null; end if;
  if tg_op = 'INSERT' then
    perform access.inbox_settle('claim', new.id, new.company_id, new.author_account_id, new.published_at);
  elsif new.state <> old.state then
    update inbox_item set acted_at = now(), waiting_since = null, due_at = null, version = version + 1,
        done_at = case when new.state in ('settled', 'rejected', 'closed') then coalesce(done_at, now()) end
      where brokerage_id = new.brokerage_id and id = new.id;
  end if;
  return null;
end $$;
alter function inbox_takes_claim() owner to dossier_access;
create trigger inbox_takes_claim after insert or update of state on claim for each row execute function inbox_takes_claim();

create function inbox_takes_role_request() returns trigger language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  if tg_op = 'INSERT' then
    perform access.inbox_settle('role_request', new.id, new.company_id, new.requested_by_account, new.requested_at);
    update inbox_item set expires_at = new.expires_at where brokerage_id = new.brokerage_id and id = new.id;
  elsif new.state <> 'pending' then
    update inbox_item set done_at = coalesce(done_at, now()), done_by = new.decided_by, waiting_since = null, due_at = null, version = version + 1
      where brokerage_id = new.brokerage_id and id = new.id;
  end if;
  return null;
end $$;
alter function inbox_takes_role_request() owner to dossier_access;
create trigger inbox_takes_role_request after insert or update of state on role_request for each row execute function inbox_takes_role_request();

-- A mail that could not be delivered is nobody's who waits: it has no due time.
create function inbox_takes_mail() returns trigger language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  insert into inbox_item (brokerage_id, id, company_id, kind, account_id, visible_from, woken_at)
    values (new.brokerage_id, new.id, new.company_id, 'mail', new.account_id, now(), now())
    on conflict (brokerage_id, id) do update set woken_at = now(), version = inbox_item.version + 1;
  return null;
end $$;
alter function inbox_takes_mail() owner to dossier_access;
create trigger inbox_takes_mail after update of state on mail for each row
  when (new.state = 'failed' and old.state <> 'failed' and new.company_id is not null) execute function inbox_takes_mail();

create policy rule on role_request for select to dossier_access using (brokerage_id = (select access.brokerage()));
grant select on role_request to dossier_access;

-- Done without a word is an answer, too: nobody waits for one any more.
create function inbox_is_done() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  new.acted_at := now();
  new.waiting_since := null;
  new.due_at := null;
  return new;
end $$;
create trigger inbox_is_done before update of done_at on inbox_item for each row
  when (new.done_at is not null and new.done_at is distinct from old.done_at) execute function inbox_is_done();

-- Another promise: what waits is due at another time.
create function promise_changes() returns trigger language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  update inbox_item set due_at = access.answer_due(kind, waiting_since) where brokerage_id = new.brokerage_id and waiting_since is not null;
  return null;
end $$;
alter function promise_changes() owner to dossier_access;
create trigger promise_changes after insert or update on answer_promise for each row execute function promise_changes();

-- Open pages look anew (decision 0040).
create function wake_inbox() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  perform pg_notify('dossier_live', format('%s inbox_item %s %s', new.brokerage_id, coalesce(to_jsonb(new) ->> 'item_id', to_jsonb(new) ->> 'id'), 0));
  return null;
end $$;
create trigger wake_inbox after insert or update on inbox_item for each row execute function wake_inbox();
create trigger wake_inbox after insert on inbox_note for each row execute function wake_inbox();
create trigger wake_inbox after insert or update on inbox_writing for each row execute function wake_inbox();

-- What stands open already. Row rules would want a brokerage, and a migration stands in none.
do $$
declare target text; house uuid; one record;
begin
  foreach target in array array['brokerage', 'service_request', 'claim', 'role_request', 'conversation', 'message', 'inbox_item', 'answer_promise'] loop
    execute format('alter table %I no force row level security', target);
  end loop;
  for house in select brokerage_id from brokerage loop
    perform set_config('app.brokerage', house::text, true);
    for one in select * from service_request where brokerage_id = house loop
      perform access.inbox_settle('service_request', one.id, one.company_id, one.author_account_id, one.created_at);
      update inbox_item set assigned_staff_id = one.handler_staff_id,
          done_at = case when one.state in ('done', 'withdrawn') then greatest(one.state_since, woken_at) end,
          acted_at = case when one.state <> 'new' then one.state_since end
        where brokerage_id = house and id = one.id;
      perform access.inbox_settle('service_request', one.id, one.company_id, one.author_account_id, one.created_at);
    end loop;
    for one in select * from claim where brokerage_id = house and author_account_id is not null and kind is not null and published_at is not null loop
      perform access.inbox_settle('claim', one.id, one.company_id, one.author_account_id, one.published_at);
      update inbox_item set acted_at = case when one.state <> 'reported' then one.updated_at end,
          done_at = case when one.state in ('settled', 'rejected', 'closed') then greatest(one.updated_at, woken_at) end
        where brokerage_id = house and id = one.id;
      perform access.inbox_settle('claim', one.id, one.company_id, one.author_account_id, one.published_at);
    end loop;
    for one in select * from role_request where brokerage_id = house and state = 'pending' loop
      perform access.inbox_settle('role_request', one.id, one.company_id, one.requested_by_account, one.requested_at);
      update inbox_item set expires_at = one.expires_at where brokerage_id = house and id = one.id;
    end loop;
    for one in select c.* from conversation c where c.brokerage_id = house and c.about_kind is distinct from 'service_request'
        and not (c.about_kind = 'claim' and exists (select from inbox_item i where i.brokerage_id = house and i.id = c.about_id)) loop
      perform access.inbox_settle('conversation', one.id, one.company_id, null, null);
    end loop;
  end loop;
  perform set_config('app.brokerage', '', true);
  foreach target in array array['brokerage', 'service_request', 'claim', 'role_request', 'conversation', 'message', 'inbox_item', 'answer_promise'] loop
    execute format('alter table %I force row level security', target);
  end loop;
end $$;
