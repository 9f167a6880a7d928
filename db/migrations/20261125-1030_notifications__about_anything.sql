-- Notifications about whatever there is: a kind of record and an id instead of one column per kind (decision 0045). Who is told is
-- worked out by the one rule read the other way round; how they are told, by what each person has chosen.

-- What a person may choose channels for (Anlass). Names are the application's; a new one needs no new column.
create table notification_choice (
  brokerage_id uuid not null references brokerage,
  login_id uuid not null,
  -- «access» (the own rights) is told to everybody, in the portal and at once: nobody chooses.
  occasion text not null check (occasion ~ '^[a-z_]{3,40}$' and occasion <> 'access'),
  portal boolean not null,
  mail boolean not null,
  daily boolean not null,
  primary key (brokerage_id, login_id, occasion),
  foreign key (brokerage_id, login_id) references login (brokerage_id, id)
);
call protect_table('notification_choice');
comment on column notification_choice.mail is 'A mail at once.';
comment on column notification_choice.daily is 'Counted in the summary of the day.';

create table notification_setting (
  brokerage_id uuid not null references brokerage,
  login_id uuid not null,
  -- In Swiss time; over midnight where until is earlier than from.
  quiet_from time,
  quiet_until time,
  quiet_weekends boolean not null default false,
  version integer not null default 1,
  primary key (brokerage_id, login_id),
  foreign key (brokerage_id, login_id) references login (brokerage_id, id),
  check ((quiet_from is null) = (quiet_until is null)),
  check (quiet_from <> quiet_until)
);
call protect_table('notification_setting');
comment on table notification_setting is 'When mails at once wait, and the version of all that a person has chosen about notifications.';

do $$
declare target text;
begin
  foreach target in array array['notification_choice', 'notification_setting'] loop
    execute format('create policy own on %I for select to dossier_app using (login_id = (select access.own_login()))', target);
    execute format('create policy own_adds on %I for insert to dossier_app with check (login_id = (select access.own_login()))', target);
    execute format('create policy own_changes on %I for update to dossier_app using (login_id = (select access.own_login())) '
      'with check (login_id = (select access.own_login()))', target);
    execute format('create policy rule on %I for select to dossier_access using (brokerage_id = (select access.brokerage()))', target);
    execute format('grant select on %I to dossier_app, dossier_access', target);
  end loop;
end $$;
grant insert (brokerage_id, login_id, occasion, portal, mail, daily), update (portal, mail, daily) on notification_choice to dossier_app;
grant insert (brokerage_id, login_id, quiet_from, quiet_until, quiet_weekends), update (quiet_from, quiet_until, quiet_weekends, version)
  on notification_setting to dossier_app;

-- What goes for somebody who has chosen nothing: what waits for an answer or costs cover comes at once, the rest once a day.
create function access.usual_channels(p_occasion text, out portal boolean, out mail boolean, out daily boolean)
language sql immutable parallel safe as $$
  select true, p_occasion in ('access', 'message', 'request', 'claim', 'premium_warning'),
    p_occasion in ('document', 'policy', 'premium_invoice', 'invoice', 'deadline')
$$;
create function access.channels(p_login uuid, p_occasion text, out portal boolean, out mail boolean, out daily boolean)
language sql stable as $$
  select coalesce(c.portal, u.portal), coalesce(c.mail, u.mail), coalesce(c.daily, u.daily)
  from access.usual_channels(p_occasion) u
  left join public.notification_choice c on c.brokerage_id = access.brokerage() and c.login_id = p_login and c.occasion = p_occasion
$$;
grant execute on function access.usual_channels(text), access.channels(uuid, text) to dossier_app, dossier_access;

-- Whether what a notification is about exists for the actor: runs with the actor's own rights, so the row rules of each table answer.
-- The kinds that come up often keep their plans in a branch of their own; any other table with an id takes the general way at the end.
create function access.sees_news(p_kind text, p_id uuid) returns boolean language plpgsql stable cost 1000 as $$
declare yes boolean;
begin
  if p_kind = 'document' then
    return exists (select from public.document x where x.brokerage_id = access.brokerage() and x.id = p_id);
  elsif p_kind = 'message' then
    return exists (select from public.message x where x.brokerage_id = access.brokerage() and x.id = p_id);
  elsif p_kind = 'policy' then
    return exists (select from public.policy x where x.brokerage_id = access.brokerage() and x.id = p_id);
  elsif p_kind = 'premium_invoice' then
    return exists (select from public.premium_invoice x where x.brokerage_id = access.brokerage() and x.id = p_id);
  elsif p_kind = 'claim' then
    return exists (select from public.claim x where x.brokerage_id = access.brokerage() and x.id = p_id);
  elsif p_kind = 'service_request' then
    return exists (select from public.service_request x where x.brokerage_id = access.brokerage() and x.id = p_id);
  elsif p_kind = 'invoice' then
    return exists (select from public.invoice x where x.brokerage_id = access.brokerage() and x.id = p_id);
  elsif p_kind = 'role_request' then
    return exists (select from public.role_request x where x.brokerage_id = access.brokerage() and x.id = p_id);
  elsif to_regclass('public.' || quote_ident(p_kind)) is null then
    return false;
  end if;
  execute format('select exists (select from public.%I x where x.brokerage_id = access.brokerage() and x.id = $1)', p_kind) using p_id into yes;
  return yes;
end $$;
grant execute on function access.sees_news(text, uuid) to dossier_app;

drop policy reading on notification;
drop trigger take_mails_back on message;
drop function take_mails_back();
drop function access.tell(text, uuid, uuid, uuid, text, text, timestamptz);
alter table notification
  add column occasion text not null default 'access' check (occasion ~ '^[a-z_]{3,40}$'),
  add column about_kind text check (about_kind ~ '^[a-z_]{3,40}$'),
  add column about_id uuid,
  -- What belongs together on the page: the policy a document is on, the conversation of a message. Never shown, only compared.
  add column group_id uuid,
  add column portal boolean not null default true,
  -- Still to be sent; false once it was, or when nobody wanted it.
  add column mail boolean not null default false,
  add column daily boolean not null default false;

-- Row rules would hide every row from this migration, which stands in no brokerage.
alter table notification no force row level security;
alter table conversation no force row level security;
update notification n set
  occasion = case when kind = 'message' then 'message' when kind like 'request%' then 'request' else 'access' end,
  about_kind = case when message_id is not null then 'message' when request_id is not null then 'service_request'
    when role_request_id is not null then 'role_request' end,
  about_id = coalesce(message_id, request_id, role_request_id),
  group_id = coalesce(request_id,
    (select coalesce(c.about_id, c.id) from conversation c where c.brokerage_id = n.brokerage_id and c.id = n.conversation_id),
    role_request_id, account_id, staff_id);
alter table conversation force row level security;
alter table notification force row level security;

alter table notification
  drop constraint notification_kind_check,
  drop column conversation_id, drop column message_id, drop column request_id, drop column role_request_id,
  alter column occasion drop default,
  alter column group_id set not null,
  add check (kind ~ '^[a-z_]{3,40}$'),
  add check ((about_kind is null) = (about_id is null));
create index notification_about on notification (brokerage_id, about_id) where about_id is not null;
create index notification_group on notification (brokerage_id, coalesce(account_id, staff_id), group_id);
create index notification_mail on notification (brokerage_id, coalesce(account_id, staff_id)) where mail;
create index notification_daily on notification (brokerage_id, coalesce(account_id, staff_id)) where daily;

create policy reading on notification for select to dossier_app using (
  coalesce(account_id, staff_id) = (select access.actor()) and visible_from <= now()
  and (about_id is null or access.sees_news(about_kind, about_id)));
grant update (mail, daily) on notification to dossier_app;
grant insert (occasion, about_kind, about_id, group_id, portal, mail, daily, read_at) on notification to dossier_access;

-- The person's mail about news: one, two minutes after the first of several (graphile keeps the moment of a job that waits).
create function jobs.enqueue_once(task text, payload json, run_at timestamptz, job_key text) returns void
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  perform graphile_worker.add_job(task, payload, run_at => run_at, max_attempts => 12, job_key => job_key, job_key_mode => 'preserve_run_at');
end $$;
grant usage on schema jobs to dossier_access;
grant execute on function jobs.enqueue_once(text, json, timestamptz, text) to dossier_access;
do $$ begin
  grant create on schema jobs to dossier_worker;
  alter function jobs.enqueue_once(text, json, timestamptz, text) owner to dossier_worker;
  revoke create on schema jobs from dossier_worker;
end $$;

create function access.mail_soon(p_person uuid, p_from timestamptz) returns void language sql volatile security definer set search_path = pg_catalog, public as $$
  select jobs.enqueue_once('news_mail', json_build_object('brokerageId', access.brokerage(), 'personId', p_person),
    greatest(p_from, now()) + interval '2 minutes', 'news_mail:' || p_person)
$$;

-- The next moment at which something becomes visible to the actor of which a mail is still to be sent.
create function access.next_mail() returns timestamptz language sql stable security definer set search_path = pg_catalog, public as $$
  select min(visible_from) from notification
  where brokerage_id = access.brokerage() and coalesce(account_id, staff_id) = access.actor() and mail and visible_from > now()
$$;

-- What `access.tell` must know of what it tells about: whose it is, for whom, since when, and with what it belongs together.
-- Any record table answers in the general way; a message is for whoever sees its conversation, and only its author may tell of it.
create function access.news_about(p_kind text, p_id uuid)
returns table (company_id uuid, audience text[], author_account_id uuid, published_at timestamptz, group_id uuid)
language plpgsql stable security definer set search_path = pg_catalog, public as $$
#variable_conflict use_column
begin
  if p_kind = 'message' then
    -- An answer on a line with health data is not for an author who has no role for it any more.
    return query select v.company_id, v.audience, case when not v.health then v.author_account_id end, m.written_at, coalesce(v.about_id, v.id)
      from message m join conversation v on v.brokerage_id = m.brokerage_id and v.id = m.conversation_id
      where m.brokerage_id = access.brokerage() and m.id = p_id and coalesce(m.author_account_id, m.author_staff_id) = access.actor();
  elsif exists (select from pg_policy p join pg_attribute a on a.attrelid = p.polrelid and a.attname = 'audience'
      where p.polrelid = to_regclass('public.' || quote_ident(p_kind)) and p.polname = 'reading') then
    return query execute format(
      'select x.company_id, x.audience, x.author_account_id, x.published_at,
         coalesce((to_jsonb(x) ->> ''claim_id'')::uuid, (to_jsonb(x) ->> ''policy_id'')::uuid, x.id)
       from %I x where x.brokerage_id = access.brokerage() and x.id = $1', p_kind) using p_id;
  end if;
end $$;

-- Tells everybody who may see it, and whoever answers for the company at the brokerage, but never the one who did it, whichever of
-- their accounts they did it with. What the actor does not see, the actor tells nothing about. Others' addresses and choices stay inside.
create function access.tell(p_kind text, p_occasion text, p_about_kind text, p_about_id uuid, p_detail text, p_actor_name text, p_from timestamptz)
returns void language plpgsql volatile security definer set search_path = pg_catalog, public as $$
#variable_conflict use_column
declare about record; told record; me uuid := access.actor();
begin
  select * into about from access.news_about(p_about_kind, p_about_id);
  if not found or me is null then return; end if;
  if access.is_staff() and not access.is_staff_writer() or p_about_kind <> 'message' and not (about.company_id = any (access.companies())
      and (access.full_access() or about.audience && access.roles() or coalesce(about.author_account_id = me, false))) then return; end if;
  for told in
  with person as (
    select a.id as account_id, null::uuid as staff_id, a.login_id, greatest(p_from, about.published_at) as visible_from
    from access.who_sees(about.company_id, about.audience, about.author_account_id) as w(id)
    join portal_account a on a.brokerage_id = access.brokerage() and a.id = w.id
    where about.published_at is not null
    union all
    select null, s.id, s.login_id, p_from from access.staff_of(about.company_id) as w(id)
    join staff_member s on s.brokerage_id = access.brokerage() and s.id = w.id
  )
    insert into notification (brokerage_id, account_id, staff_id, occasion, kind, about_kind, about_id, group_id, detail, actor_name,
      visible_from, portal, mail, daily, read_at)
    select access.brokerage(), p.account_id, p.staff_id, p_occasion, p_kind, p_about_kind, p_about_id, about.group_id, p_detail,
      left(p_actor_name, 200), p.visible_from, c.portal, c.mail, c.daily, case when not c.portal then now() end
    from person p cross join lateral access.channels(p.login_id, p_occasion) c
    where coalesce(p.account_id, p.staff_id) <> me and p.login_id is distinct from access.own_login() and (c.portal or c.mail or c.daily)
    returning coalesce(account_id, staff_id) as person, visible_from, mail
  loop
    if told.mail then perform access.mail_soon(told.person, told.visible_from); end if;
  end loop;
end $$;

-- Tells the actor alone: what a job has done for them (a package is ready), or found out about what they brought.
create function access.tell_me(p_kind text, p_occasion text, p_about_kind text, p_about_id uuid, p_detail text)
returns void language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare me uuid := access.actor(); staff boolean := access.is_staff(); c record;
begin
  if me is null or access.own_login() is null then return; end if;
  select * into c from access.channels(access.own_login(), p_occasion);
  if not (c.portal or c.mail or c.daily) then return; end if;
  insert into notification (brokerage_id, account_id, staff_id, occasion, kind, about_kind, about_id, group_id, detail, portal, mail, daily, read_at)
  values (access.brokerage(), case when not staff then me end, case when staff then me end, p_occasion, p_kind, p_about_kind, p_about_id,
    coalesce(p_about_id, me), p_detail, c.portal, c.mail, c.daily, case when not c.portal then now() end);
  if c.mail then perform access.mail_soon(me, now()); end if;
end $$;

-- Whatever way a role is given or taken, the person is told: once per change, however many roles it touches. Imports and the
-- command line, which have no actor, and accounts that nobody has opened yet tell nobody. It is about security: in the portal and at once.
create or replace function tell_about_roles() returns trigger language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  if access.actor() is null or new.role = 'customer' or new.account_id = access.actor() then return null; end if;
  insert into notification (brokerage_id, account_id, occasion, kind, group_id, actor_name, mail)
  select a.brokerage_id, a.id, 'access', 'roles_changed', a.id, coalesce((select access.actor_name()), ''), true from portal_account a
  where a.brokerage_id = new.brokerage_id and a.id = new.account_id and a.state = 'active'
    and not exists (select from notification n where n.brokerage_id = a.brokerage_id and n.account_id = a.id and n.kind = 'roles_changed' and n.created_at = now());
  if found then perform access.mail_soon(new.account_id, now()); end if;
  return null;
end $$;

-- A role that waits for a second person: those who may decide are told (their mail is one of its own); who asked is told of the decision.
create or replace function tell_about_role_request() returns trigger language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  if access.actor() is null then return null; end if;
  if tg_op = 'INSERT' then
    insert into notification (brokerage_id, account_id, staff_id, occasion, kind, about_kind, about_id, group_id, detail, actor_name)
    select new.brokerage_id, x.account_id, x.staff_id, 'access', 'role_request', 'role_request', new.id, new.id, new.role, coalesce((select access.actor_name()), '')
    from (
      select a.id as account_id, null::uuid as staff_id from portal_account a
      where a.brokerage_id = new.brokerage_id and a.company_id = new.company_id and a.state = 'active' and a.id <> new.account_id
        and 'user_manager' = any (access.roles_of(a.id))
      union all
      select null, s from access.staff_of(new.company_id) as s
    ) x where coalesce(x.account_id, x.staff_id) <> access.actor();
  elsif new.decided_by is not null and new.requested_by_account is not null and new.requested_by_account <> access.actor() then
    insert into notification (brokerage_id, account_id, occasion, kind, about_kind, about_id, group_id, detail, actor_name, mail)
    values (new.brokerage_id, new.requested_by_account, 'access', 'role_decided', 'role_request', new.id, new.id, new.state,
      coalesce((select access.actor_name()), ''), true);
    perform access.mail_soon(new.requested_by_account, now());
  end if;
  return null;
end $$;

-- A reported claim whose company nobody at the brokerage answers for: the brokerage itself gets a mail, as everybody else does.
create or replace function access.tell_of_claim(p_claim uuid) returns table (mail_id uuid, language text) language plpgsql volatile security definer set search_path = pg_catalog, public as $$
#variable_conflict use_column
declare of_company uuid;
begin
  select c.company_id into of_company from claim c
    where c.brokerage_id = access.brokerage() and c.id = p_claim and c.author_account_id = access.actor();
  if not found or exists (select from access.staff_of(of_company))
    or exists (select from mail m where m.brokerage_id = access.brokerage() and m.about_id = p_claim) then return; end if;
  return query
    insert into mail (brokerage_id, event, recipient, language, about_id)
    select access.brokerage(), 'claim_reported', b.email, b.language, p_claim from brokerage b
    where b.brokerage_id = access.brokerage() and b.email is not null
    returning id, language;
end $$;

do $$
declare f text;
begin
  foreach f in array array['access.mail_soon(uuid, timestamptz)', 'access.next_mail()', 'access.news_about(text, uuid)',
    'access.tell(text, text, text, uuid, text, text, timestamptz)', 'access.tell_me(text, text, text, uuid, text)'] loop
    execute format('alter function %s owner to dossier_access', f);
  end loop;
end $$;
grant execute on function access.tell(text, text, text, uuid, text, text, timestamptz), access.tell_me(text, text, text, uuid, text),
  access.next_mail() to dossier_app;
