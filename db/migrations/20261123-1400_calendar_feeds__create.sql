-- The personal calendar address (interface A.4, 14): whoever holds the secret reads the deadlines that its owner may see at that
-- moment. The owner's own roles and scope are worked out anew at every reading, so the address never opens more than the portal.
create table calendar_feed (
  brokerage_id uuid not null references brokerage,
  id uuid not null default uuid_v7(),
  account_id uuid not null,
  token_hash bytea not null check (octet_length(token_hash) = 32),
  created_at timestamptz not null default now(),
  last_read_at timestamptz,
  revoked_at timestamptz,
  primary key (brokerage_id, id),
  unique (brokerage_id, token_hash),
  foreign key (brokerage_id, account_id) references portal_account (brokerage_id, id)
);
create unique index calendar_feed_current on calendar_feed (brokerage_id, account_id) where revoked_at is null;
call protect_table('calendar_feed');
comment on column calendar_feed.last_read_at is 'To the hour: calendars ask often, and reading must stay reading.';

create policy reading on calendar_feed for select to dossier_app using (account_id = (select access.actor()));
create policy adding on calendar_feed for insert to dossier_app with check (account_id = (select access.actor()));
create policy revoking on calendar_feed for update to dossier_app
  using (account_id = (select access.actor())) with check (account_id = (select access.actor()));
grant select (brokerage_id, id, account_id, created_at, last_read_at, revoked_at) on calendar_feed to dossier_app;
grant insert (brokerage_id, id, account_id, token_hash) on calendar_feed to dossier_app;
grant update (revoked_at) on calendar_feed to dossier_app;

-- Sets the context of the transaction to the owner of a calendar address. No row, and a context without a person: no such
-- address at this brokerage, a revoked one, or an owner whose account is not active.
create function access.enter_feed(p_token_hash bytea) returns table (account_id uuid, language text, company_name text)
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
#variable_conflict use_column
declare feed record;
begin
  perform set_config('app.actor', '', true);
  select f.id, f.account_id, f.last_read_at, l.language, c.name::text as company_name into feed
    from calendar_feed f
    join portal_account a on a.brokerage_id = f.brokerage_id and a.id = f.account_id and a.state = 'active'
    join login l on l.brokerage_id = a.brokerage_id and l.id = a.login_id
    join company c on c.brokerage_id = a.brokerage_id and c.id = a.company_id
    where f.brokerage_id = access.brokerage() and f.token_hash = p_token_hash and f.revoked_at is null;
  if not found then return; end if;
  perform set_config('app.actor', feed.account_id::text, true);
  perform access.work_out();
  if feed.last_read_at is null or feed.last_read_at < now() - interval '1 hour' then
    update calendar_feed x set last_read_at = now() where x.brokerage_id = access.brokerage() and x.id = feed.id;
  end if;
  return query select feed.account_id, feed.language, feed.company_name;
end $$;
alter function access.enter_feed(bytea) owner to dossier_access;
grant execute on function access.enter_feed(bytea) to dossier_app;
create policy rule on calendar_feed for select to dossier_access using (brokerage_id = (select access.brokerage()));
create policy rule_reads on calendar_feed for update to dossier_access
  using (brokerage_id = (select access.brokerage())) with check (brokerage_id = (select access.brokerage()));
grant select, update (last_read_at) on calendar_feed to dossier_access;
