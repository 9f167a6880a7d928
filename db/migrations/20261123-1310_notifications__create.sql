-- Notifications (Benachrichtigungen): written in the transaction of what they tell about, for exactly the persons who may see
-- it, and hidden again by the row rule as soon as they may not any more.

create table notification (
  brokerage_id uuid not null references brokerage,
  id uuid not null default uuid_v7(),
  account_id uuid,
  staff_id uuid,
  kind text not null check (kind in ('message', 'request_opened', 'request_state', 'roles_changed', 'role_request', 'role_decided')),
  -- What it is about, and where its link leads.
  conversation_id uuid,
  message_id uuid,
  request_id uuid,
  role_request_id uuid,
  detail text check (char_length(detail) <= 60),
  actor_name text not null default '' check (char_length(actor_name) <= 200),
  created_at timestamptz not null default now(),
  visible_from timestamptz not null default now(),
  read_at timestamptz,
  primary key (brokerage_id, id),
  foreign key (brokerage_id, account_id) references portal_account (brokerage_id, id),
  foreign key (brokerage_id, staff_id) references staff_member (brokerage_id, id),
  foreign key (brokerage_id, conversation_id) references conversation (brokerage_id, id),
  foreign key (brokerage_id, message_id) references message (brokerage_id, id),
  foreign key (brokerage_id, request_id) references service_request (brokerage_id, id),
  foreign key (brokerage_id, role_request_id) references role_request (brokerage_id, id),
  check (num_nonnulls(account_id, staff_id) = 1)
);
create index notification_account on notification (brokerage_id, account_id, id);
create index notification_staff on notification (brokerage_id, staff_id, id);
create index notification_conversation on notification (brokerage_id, conversation_id);
create index notification_message on notification (brokerage_id, message_id);
create index notification_request on notification (brokerage_id, request_id);
create index notification_role_request on notification (brokerage_id, role_request_id);
create index notification_person on notification (brokerage_id, coalesce(account_id, staff_id), id);
create index notification_unread on notification (brokerage_id, coalesce(account_id, staff_id)) where read_at is null;
call protect_table('notification');

create policy reading on notification for select to dossier_app using (
  coalesce(account_id, staff_id) = (select access.actor()) and visible_from <= now()
  and (conversation_id is null or exists (select from conversation c where c.brokerage_id = notification.brokerage_id and c.id = conversation_id))
  and (message_id is null or exists (select from message m where m.brokerage_id = notification.brokerage_id and m.id = message_id))
  and (request_id is null or exists (select from service_request r where r.brokerage_id = notification.brokerage_id and r.id = request_id))
  and (role_request_id is null or exists (select from role_request q where q.brokerage_id = notification.brokerage_id and q.id = role_request_id)));
create policy marking on notification for update to dossier_app
  using (coalesce(account_id, staff_id) = (select access.actor())) with check (coalesce(account_id, staff_id) = (select access.actor()));
grant select on notification to dossier_app;
grant update (read_at) on notification to dossier_app;

-- What the mail is about, so that taking a message back also takes its mails back.
alter table mail add column about_id uuid;
create index mail_about on mail (brokerage_id, about_id) where about_id is not null;

-- The one rule read the other way round: whose eyes a record of this company, audience and author is for. Accounts only.
create function access.who_sees(p_company uuid, p_audience text[], p_author uuid) returns setof uuid
language sql stable security definer set search_path = pg_catalog, public as $$
  with recursive up as (
    select c.id, c.parent_id from company c where c.brokerage_id = access.brokerage() and c.id = p_company
    union
    select c.id, c.parent_id from company c join up on c.id = up.parent_id where c.brokerage_id = access.brokerage()
  )
  select a.id from portal_account a
  join up on up.id = a.company_id
  cross join lateral (select access.roles_of(a.id) as roles) r
  where a.brokerage_id = access.brokerage() and a.state = 'active'
    and (a.company_id = p_company or 'group_manager' = any (r.roles))
    and ('full_access' = any (r.roles) or r.roles && p_audience or a.id = p_author)
$$;

-- Who answers for a company at the brokerage: its account manager, else those who administer.
create function access.staff_of(p_company uuid) returns setof uuid language sql stable security definer set search_path = pg_catalog, public as $$
  with manager as (
    select s.id from company c join staff_member s on s.brokerage_id = c.brokerage_id and s.id = c.account_manager_id
    where c.brokerage_id = access.brokerage() and c.id = p_company and s.state = 'active' and s.login_id is not null
  )
  select id from manager
  union all
  select s.id from staff_member s where s.brokerage_id = access.brokerage() and s.state = 'active' and s.login_id is not null
    and s.function = 'administrator' and not exists (select from manager)
$$;

-- Tells everybody concerned about a message or a request, except the one who did it, and puts one mail each into the outbox.
-- Addresses of other people stay inside the database: the caller learns the mails' ids and languages, to seal their links in.
-- Who writes is no choice of the caller's: a message tells about its own author's words, and both must exist for the actor.
create function access.tell(p_kind text, p_conversation uuid, p_message uuid, p_request uuid, p_detail text, p_actor_name text, p_visible_from timestamptz)
returns table (mail_id uuid, language text) language plpgsql volatile security definer set search_path = pg_catalog, public as $$
#variable_conflict use_column
declare c record; me uuid := access.actor();
begin
  if p_message is not null then
    select v.company_id, v.audience, v.author_account_id, v.health into c from conversation v
      join message m on m.brokerage_id = v.brokerage_id and m.conversation_id = v.id
      where v.brokerage_id = access.brokerage() and v.id = p_conversation and m.id = p_message and coalesce(m.author_account_id, m.author_staff_id) = me;
    -- An answer on a line with health data is not for an author who has no role for it any more.
    if found and c.health then c.author_account_id := null; end if;
  else
    select r.company_id, r.audience, r.author_account_id, r.health into c from service_request r
      where r.brokerage_id = access.brokerage() and r.id = p_request
        and (r.author_account_id = me or access.is_staff_writer());
  end if;
  if not found or me is null then return; end if;
  return query
    with person as (
      select a as account_id, null::uuid as staff_id from access.who_sees(c.company_id, c.audience, c.author_account_id) as a where a <> me
      union all
      select null, s from access.staff_of(c.company_id) as s where s <> me
    ), told as (
      insert into notification (brokerage_id, account_id, staff_id, kind, conversation_id, message_id, request_id, detail, actor_name, visible_from)
      select access.brokerage(), p.account_id, p.staff_id, p_kind, p_conversation, p_message, p_request, p_detail, left(p_actor_name, 200), p_visible_from
      from person p returning account_id, staff_id
    ), address as (
      select coalesce(l.email, s.email) as email, coalesce(l.language, sl.language, b.language) as language
      from told t
      join brokerage b on b.brokerage_id = access.brokerage()
      left join portal_account a on a.brokerage_id = b.brokerage_id and a.id = t.account_id
      left join login l on l.brokerage_id = b.brokerage_id and l.id = a.login_id
      left join staff_member s on s.brokerage_id = b.brokerage_id and s.id = t.staff_id
      left join login sl on sl.brokerage_id = b.brokerage_id and sl.id = s.login_id
    )
    insert into mail (brokerage_id, event, recipient, language, about_id)
    select access.brokerage(), 'portal_news', x.email, x.language, coalesce(p_message, p_request) from address x
    returning id, language;
end $$;

create function take_mails_back() returns trigger language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  update mail set expires_at = now() where brokerage_id = new.brokerage_id and about_id = new.id and state = 'queued';
  return null;
end $$;
create trigger take_mails_back after update of taken_back_at on message for each row
  when (old.taken_back_at is null and new.taken_back_at is not null) execute function take_mails_back();

create function access.actor_name() returns text language sql stable security definer set search_path = pg_catalog, public as $$
  select btrim(c.first_name || ' ' || c.last_name) from portal_account a join contact c on c.brokerage_id = a.brokerage_id and c.id = a.contact_id
    where a.brokerage_id = access.brokerage() and a.id = access.actor()
  union all
  select btrim(s.first_name || ' ' || s.last_name) from staff_member s where s.brokerage_id = access.brokerage() and s.id = access.actor()
$$;

-- Whatever way a role is given or taken, the person is told: once per change, however many roles it touches. Imports and the
-- command line, which have no actor, and accounts that nobody has opened yet tell nobody.
create function tell_about_roles() returns trigger language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  if access.actor() is null or new.role = 'customer' or new.account_id = access.actor() then return null; end if;
  insert into notification (brokerage_id, account_id, kind, actor_name)
  select a.brokerage_id, a.id, 'roles_changed', coalesce((select access.actor_name()), '') from portal_account a
  where a.brokerage_id = new.brokerage_id and a.id = new.account_id and a.state = 'active'
    and not exists (select from notification n where n.brokerage_id = a.brokerage_id and n.account_id = a.id and n.kind = 'roles_changed' and n.created_at = now());
  return null;
end $$;
create trigger tell_about_roles after insert or update of valid_until on role_grant for each row execute function tell_about_roles();

-- A role that waits for a second person: those who may decide are told; who asked is told of the decision.
create function tell_about_role_request() returns trigger language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  if access.actor() is null then return null; end if;
  if tg_op = 'INSERT' then
    insert into notification (brokerage_id, account_id, staff_id, kind, role_request_id, detail, actor_name)
    select new.brokerage_id, x.account_id, x.staff_id, 'role_request', new.id, new.role, coalesce((select access.actor_name()), '')
    from (
      select a.id as account_id, null::uuid as staff_id from portal_account a
      where a.brokerage_id = new.brokerage_id and a.company_id = new.company_id and a.state = 'active' and a.id <> new.account_id
        and 'user_manager' = any (access.roles_of(a.id))
      union all
      select null, s from access.staff_of(new.company_id) as s
    ) x where coalesce(x.account_id, x.staff_id) <> access.actor();
  elsif new.decided_by is not null and new.requested_by_account is not null and new.requested_by_account <> access.actor() then
    insert into notification (brokerage_id, account_id, kind, role_request_id, detail, actor_name)
    values (new.brokerage_id, new.requested_by_account, 'role_decided', new.id, new.state, coalesce((select access.actor_name()), ''));
  end if;
  return null;
end $$;
create trigger tell_about_role_request after insert or update of state on role_request for each row execute function tell_about_role_request();

alter function access.who_sees(uuid, text[], uuid) owner to dossier_access;
alter function access.staff_of(uuid) owner to dossier_access;
alter function access.tell(text, uuid, uuid, uuid, text, text, timestamptz) owner to dossier_access;
alter function access.actor_name() owner to dossier_access;
alter function take_mails_back() owner to dossier_access;
alter function tell_about_roles() owner to dossier_access;
alter function tell_about_role_request() owner to dossier_access;
grant execute on function access.tell(text, uuid, uuid, uuid, text, text, timestamptz) to dossier_app;

create policy rule on notification for select to dossier_access using (brokerage_id = (select access.brokerage()));
create policy rule_adds on notification for insert to dossier_access with check (brokerage_id = (select access.brokerage()));
grant select, insert (brokerage_id, account_id, staff_id, kind, conversation_id, message_id, request_id, role_request_id, detail, actor_name, visible_from)
  on notification to dossier_access;
create policy rule on mail for select to dossier_access using (brokerage_id = (select access.brokerage()));
create policy rule_adds on mail for insert to dossier_access with check (brokerage_id = (select access.brokerage()));
create policy rule_changes on mail for update to dossier_access using (brokerage_id = (select access.brokerage()));
grant select (brokerage_id, id, language, about_id, state), insert (brokerage_id, event, recipient, language, about_id), update (expires_at)
  on mail to dossier_access;
