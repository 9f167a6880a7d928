-- Mails that do not arrive are told to the administrators of the brokerage (decision 0114): one that failed for good at once, an outbox that
-- stands still once a day. In the portal, and in the summary of the day; `p_by_mail` is false for what must not be the reason of a mail.
create function access.tell_administrators(p_kind text, p_detail text, p_by_mail boolean) returns bigint language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare n bigint;
begin
  insert into notification (brokerage_id, staff_id, occasion, kind, detail, group_id, daily)
  select s.brokerage_id, s.id, 'outbox', p_kind, left(p_detail, 60), s.brokerage_id, p_by_mail from staff_member s
  where s.brokerage_id = access.brokerage() and s.function = 'administrator' and s.state = 'active'
    and not exists (select from notification o where o.brokerage_id = s.brokerage_id and o.staff_id = s.id and o.kind = p_kind
      and o.detail = left(p_detail, 60) and o.read_at is null);
  get diagnostics n = row_count;
  return n;
end $$;

-- News that an administrator gets by mail: were their failing told by mail, one broken mailbox would be the reason of a mail every day.
create function access.is_news_to_administrator(p_event text, p_recipient text) returns boolean language sql stable security definer set search_path = pg_catalog, public as $$
  select p_event in ('portal_news', 'portal_daily') and exists (select from staff_member s
    where s.brokerage_id = access.brokerage() and s.function = 'administrator' and lower(s.email) = lower(p_recipient))
$$;

create function tell_about_failed_mail() returns trigger language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  perform access.tell_administrators('mail_failed', new.recipient, not access.is_news_to_administrator(new.event, new.recipient));
  return null;
end $$;
create trigger tell_about_failed_mail after update of state on mail for each row
  when (new.state = 'failed' and old.state <> 'failed') execute function tell_about_failed_mail();

-- How many mails wait for longer than an hour; told at most once in 24 hours.
create function access.tell_of_waiting_mails(p_now timestamptz) returns bigint language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare n bigint;
begin
  select count(*) into n from mail where brokerage_id = access.brokerage() and state = 'queued' and created_at < p_now - interval '1 hour'
    and coalesce(expires_at > p_now, true) and not access.is_news_to_administrator(event, recipient);
  if n = 0 or exists (select from notification where brokerage_id = access.brokerage() and kind = 'mails_waiting'
    and created_at > p_now - interval '24 hours') then return 0; end if;
  perform access.tell_administrators('mails_waiting', n::text, true);
  return n;
end $$;

do $$
declare target text;
begin
  foreach target in array array['access.tell_administrators(text, text, boolean)', 'access.is_news_to_administrator(text, text)',
    'tell_about_failed_mail()', 'access.tell_of_waiting_mails(timestamptz)'] loop
    execute format('alter function %s owner to dossier_access', target);
  end loop;
end $$;
grant execute on function access.tell_of_waiting_mails(timestamptz) to dossier_worker;
grant select (event, recipient, expires_at) on mail to dossier_access;
