-- Live updates of open pages. Whoever commits a change says which row it was, by ids alone: `brokerage kind id milliseconds`. Each
-- server process listens and then looks, as each person who has the row open, whether there is something new for them (decision 0040).
-- The milliseconds are how long it takes until there can be: a message that can still be taken back is not there for others yet.

create function wake_conversation() returns trigger language plpgsql set search_path = pg_catalog, public as $$
declare wait bigint := ceil(extract(epoch from new.delivers_at - clock_timestamp()) * 1000);
begin
  perform pg_notify('dossier_live', format('%s conversation %s 0', new.brokerage_id, new.conversation_id));
  if new.taken_back_at is null and wait > 0 then
    perform pg_notify('dossier_live', format('%s conversation %s %s', new.brokerage_id, new.conversation_id, wait));
  end if;
  return null;
end $$;
create trigger wake_conversation after insert or update on message for each row execute function wake_conversation();

create function wake_request() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  perform pg_notify('dossier_live', format('%s service_request %s 0', new.brokerage_id, new.id));
  return null;
end $$;
create trigger wake_request after update on service_request for each row execute function wake_request();

-- Whatever concerns one person (told something, read something, given or taken a role): all their pages look anew.
create function wake_told() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  perform pg_notify('dossier_live', format('%s person %s %s', new.brokerage_id, coalesce(new.account_id, new.staff_id),
    greatest(0, ceil(extract(epoch from new.visible_from - clock_timestamp()) * 1000))::bigint));
  return null;
end $$;
create trigger wake_told after insert or update on notification for each row execute function wake_told();

create function wake_account() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  perform pg_notify('dossier_live', format('%s person %s 0', new.brokerage_id, new.account_id));
  return null;
end $$;
create trigger wake_account after insert or update on role_grant for each row execute function wake_account();

create function wake_session() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  perform pg_notify('dossier_live', format('%s session %s 0', new.brokerage_id, new.id));
  return null;
end $$;
create trigger wake_session after update of ended_at on session for each row
  when (old.ended_at is null and new.ended_at is not null) execute function wake_session();
