-- What an export or the calendar brought is looked for as the person it is news for, under the row rules, every hour: nothing is worked
-- out while an import runs, and nobody hears of what they do not see (decision 0045).
create table notification_look (
  brokerage_id uuid not null references brokerage,
  account_id uuid not null,
  looked_at timestamptz not null default now(),
  primary key (brokerage_id, account_id),
  foreign key (brokerage_id, account_id) references portal_account (brokerage_id, id)
);
call protect_table('notification_look');
comment on table notification_look is 'Up to which moment was looked for what is news for somebody; its row is the lock of two workers.';
create policy own on notification_look for select to dossier_app using (account_id = (select access.actor()));
create policy own_adds on notification_look for insert to dossier_app with check (account_id = (select access.actor()));
create policy own_changes on notification_look for update to dossier_app
  using (account_id = (select access.actor())) with check (account_id = (select access.actor()));
create policy rule on notification_look for select to dossier_access using (brokerage_id = (select access.brokerage()));
grant select, insert (brokerage_id, account_id, looked_at), update (looked_at) on notification_look to dossier_app;
grant select on notification_look to dossier_access;

-- For whom it was not looked since then: for the worker, which learns ids and nothing else.
create function access.waits_for_look(p_before timestamptz) returns setof uuid language sql stable security definer set search_path = pg_catalog, public as $$
  select a.id from portal_account a
  left join notification_look l on l.brokerage_id = a.brokerage_id and l.account_id = a.id
  where a.brokerage_id = access.brokerage() and a.state = 'active' and coalesce(l.looked_at, '-infinity') < p_before
$$;
alter function access.waits_for_look(timestamptz) owner to dossier_access;
grant execute on function access.waits_for_look(timestamptz) to dossier_worker;

-- Tells the actor of several records at once, each with a detail or none, by the channels chosen. A new record is told of once, also
-- where somebody told of it before.
create function access.tell_me_of(p_kind text, p_occasion text, p_about_kind text, p_ids uuid[], p_details text[]) returns integer
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare me uuid := access.actor(); c record; n integer;
begin
  if me is null or access.own_login() is null or access.is_staff() then return 0; end if;
  select * into c from access.channels(access.own_login(), p_occasion);
  if not (c.portal or c.mail or c.daily) then return 0; end if;
  insert into notification (brokerage_id, account_id, occasion, kind, about_kind, about_id, group_id, detail, portal, mail, daily, read_at)
  select access.brokerage(), me, p_occasion, p_kind, p_about_kind, x.id, coalesce(a.group_id, x.id), x.detail, c.portal, c.mail, c.daily,
    case when not c.portal then now() end
  from unnest(p_ids, p_details) as x(id, detail)
  left join lateral access.news_about(p_about_kind, x.id) a on true
  where p_kind not like '%\_new' or not exists (select from notification o
    where o.brokerage_id = access.brokerage() and o.account_id = me and o.about_id = x.id and o.about_kind = p_about_kind);
  get diagnostics n = row_count;
  if n > 0 and c.mail then perform access.mail_soon(me, now()); end if;
  return n;
end $$;
alter function access.tell_me_of(text, text, text, uuid[], text[]) owner to dossier_access;
grant execute on function access.tell_me_of(text, text, text, uuid[], text[]) to dossier_app;
