-- What happened is sealed: every minute the new events get a number and a digest that contains the digest before it, so that an event that
-- is changed, taken away or slipped in later breaks the chain, and one can say where (decision 0110).
create table audit_seal (
  brokerage_id uuid not null references brokerage,
  seq bigint not null check (seq > 0),
  -- No foreign key: an event that is gone must leave its seal behind.
  event_id uuid not null,
  sealed_at timestamptz not null default now(),
  content bytea not null check (octet_length(content) = 32),
  link bytea not null check (octet_length(link) = 32),
  primary key (brokerage_id, seq),
  unique (brokerage_id, event_id)
);
call protect_table('audit_seal');
revoke insert, update on audit_seal from dossier_operator;

-- The chain as it stood and was checked at a moment; the same goes out by mail, where nobody who holds the database can change it.
create table audit_anchor (
  brokerage_id uuid not null references brokerage,
  id uuid not null default uuid_v7(),
  at timestamptz not null default now(),
  seq bigint not null check (seq >= 0),
  link bytea not null check (octet_length(link) = 32),
  -- null: the chain was whole.
  finding text check (finding in ('seal_missing', 'link_wrong', 'event_missing', 'event_changed', 'event_inserted', 'anchor_lost')),
  broken_seq bigint,
  event_id uuid,
  primary key (brokerage_id, id)
);
call protect_table('audit_anchor');
revoke insert, update on audit_anchor from dossier_operator;

create index event_at on event (brokerage_id, at desc, id desc);

-- Administrators and auditors of the brokerage read everything that happened in it, companies or none.
create function access.sees_whole_trail() returns boolean language sql stable parallel safe as $$
  select coalesce(access.staff_function() in ('administrator', 'auditor'), false)
$$;
grant execute on function access.sees_whole_trail() to dossier_app, dossier_gate, dossier_worker, dossier_operator, dossier_access;
create policy whole_trail on event for select to dossier_app using ((select access.sees_whole_trail()));

create policy reading on audit_seal for select to dossier_app using (
  exists (select from event e where e.brokerage_id = audit_seal.brokerage_id and e.id = audit_seal.event_id));
grant select on audit_seal to dossier_app;
create policy reading on audit_anchor for select to dossier_app using ((select access.sees_whole_trail()));
grant select on audit_anchor to dossier_app;

create policy rule on audit_seal for select to dossier_access using (brokerage_id = (select access.brokerage()));
create policy rule_adds on audit_seal for insert to dossier_access with check (brokerage_id = (select access.brokerage()));
grant select, insert (brokerage_id, seq, event_id, content, link) on audit_seal to dossier_access;
create policy rule on audit_anchor for select to dossier_access using (brokerage_id = (select access.brokerage()));
create policy rule_adds on audit_anchor for insert to dossier_access with check (brokerage_id = (select access.brokerage()));
grant select, insert (brokerage_id, id, seq, link, finding, broken_seq, event_id) on audit_anchor to dossier_access;
create policy rule_adds on event for insert to dossier_access with check (brokerage_id = (select access.brokerage()));
grant insert (brokerage_id, actor_kind, actor_id, actor_name, verb, subject_kind, subject_id, company_id, details) on event to dossier_access;

-- Everything that an event says, as one text that is the same for ever.
create function access.event_content(e event) returns bytea language sql stable parallel safe set search_path = pg_catalog as $$
  select sha256(convert_to(jsonb_build_array(e.brokerage_id, e.id, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
    e.actor_kind, e.actor_id, e.actor_name, e.verb, e.subject_kind, e.subject_id, e.company_id, e.details)::text, 'UTF8'))
$$;
create function access.next_link(p_before bytea, p_seq bigint, p_event uuid, p_content bytea) returns bytea
language sql immutable parallel safe set search_path = pg_catalog as $$
  select sha256(p_before || int8send(p_seq) || uuid_send(p_event) || p_content)
$$;
create function access.first_link() returns bytea language sql stable parallel safe set search_path = pg_catalog as $$
  select sha256(uuid_send(access.brokerage()))
$$;

-- How long the transaction of a change may last: its event carries the time it began at, and is seen when it ended.
create function access.longest_change() returns interval language sql immutable parallel safe as $$ select interval '2 hours' $$;

-- Seals what is not sealed yet, oldest first; answers how many. One at a time in a brokerage.
create function access.seal_events(p_most integer default 50000) returns bigint
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  last record; e record; n bigint := 0; at_seq bigint; at_link bytea;
begin
  perform pg_advisory_xact_lock(hashtextextended('audit ' || access.brokerage()::text, 0));
  select s.seq, s.link, s.sealed_at into last from audit_seal s where s.brokerage_id = access.brokerage() order by s.seq desc limit 1;
  at_seq := coalesce(last.seq, 0);
  at_link := coalesce(last.link, access.first_link());
  for e in
    select v.id, access.event_content(v) as content from event v
    where v.brokerage_id = access.brokerage() and v.at >= coalesce(last.sealed_at - access.longest_change(), '-infinity')
      and not exists (select from audit_seal s where s.brokerage_id = v.brokerage_id and s.event_id = v.id)
    order by v.at, v.id limit p_most
  loop
    at_seq := at_seq + 1;
    at_link := access.next_link(at_link, at_seq, e.id, e.content);
    insert into audit_seal (brokerage_id, seq, event_id, content, link) values (access.brokerage(), at_seq, e.id, e.content, at_link);
    n := n + 1;
  end loop;
  return n;
end $$;

-- Walks the whole chain, against what the events say today, against its own links, and against the anchors: those kept here, and one
-- that is given (from a mail). Says the first place that does not fit; no finding means that the chain is whole.
create function access.check_seals(p_anchor_seq bigint default null, p_anchor_link bytea default null)
returns table (seq bigint, link bytea, finding text, broken_seq bigint, event_id uuid)
language plpgsql stable security definer set search_path = pg_catalog, public as $$
#variable_conflict use_column
declare last record; broken record; lost bigint; slipped uuid;
begin
  select s.seq, s.link, s.sealed_at into last from audit_seal s where s.brokerage_id = access.brokerage() order by s.seq desc limit 1;
  select w.seq, w.event_id, w.what into broken from (
    select s.seq, s.event_id, case
        when s.seq <> coalesce(lag(s.seq) over before, 0) + 1 then 'seal_missing'
        when s.link <> access.next_link(coalesce(lag(s.link) over before, access.first_link()), s.seq, s.event_id, s.content) then 'link_wrong'
        when e.id is null then 'event_missing'
        when s.content <> access.event_content(e) then 'event_changed' end as what
    from audit_seal s left join event e on e.brokerage_id = s.brokerage_id and e.id = s.event_id
    where s.brokerage_id = access.brokerage()
    window before as (order by s.seq)) w
  where w.what is not null order by w.seq limit 1;
  if broken.what is not null then
    return query select coalesce(last.seq, 0), coalesce(last.link, access.first_link()), broken.what, broken.seq, broken.event_id;
    return;
  end if;
  select min(a.seq) into lost from (
      select a.seq, a.link from audit_anchor a where a.brokerage_id = access.brokerage() and a.finding is null
      union all select p_anchor_seq, p_anchor_link where p_anchor_seq is not null) a
    where a.seq > 0 and not exists (
      select from audit_seal s where s.brokerage_id = access.brokerage() and s.seq = a.seq and s.link = a.link);
  if lost is not null then
    return query select coalesce(last.seq, 0), coalesce(last.link, access.first_link()), 'anchor_lost', lost, null::uuid;
    return;
  end if;
  select e.id into slipped from event e where e.brokerage_id = access.brokerage() and e.at < last.sealed_at - access.longest_change()
    and not exists (select from audit_seal s where s.brokerage_id = e.brokerage_id and s.event_id = e.id)
    order by e.at, e.id limit 1;
  return query select coalesce(last.seq, 0), coalesce(last.link, access.first_link()),
    case when slipped is not null then 'event_inserted' end, null::bigint, slipped;
end $$;

-- Checks and keeps what was found.
create function access.anchor_events() returns table (seq bigint, link bytea, finding text, broken_seq bigint, event_id uuid)
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
#variable_conflict use_column
declare found record;
begin
  select * into found from access.check_seals();
  insert into audit_anchor (brokerage_id, id, seq, link, finding, broken_seq, event_id)
    values (access.brokerage(), uuid_v7(), found.seq, found.link, found.finding, found.broken_seq, found.event_id);
  return query select found.seq, found.link, found.finding, found.broken_seq, found.event_id;
end $$;

-- Whoever opens a record with health data, or a confidential one, leaves a trace: once an hour and person (GeBüV: recorded access).
create function access.note_read(p_kind text, p_id uuid, p_name text) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare it record; hidden boolean; reasons text[];
begin
  if p_kind not in ('policy', 'premium_invoice', 'insured_object', 'claim', 'invoice', 'document', 'service_request')
    or access.actor() is null then return; end if;
  select * into it from access.record_of(p_kind, p_id);
  if not found then return; end if;
  if p_kind <> 'service_request' then
    execute format('select x.confidential from %I x where x.brokerage_id = access.brokerage() and x.id = $1', p_kind) using p_id into hidden;
  end if;
  reasons := array_remove(array[case when it.health then 'health' end, case when hidden then 'confidential' end], null);
  if cardinality(reasons) = 0 then return; end if;
  if exists (select from event e where e.brokerage_id = access.brokerage() and e.subject_id = p_id and e.verb = 'record.read'
    and e.actor_id = access.actor() and e.at > now() - interval '1 hour') then return; end if;
  insert into event (brokerage_id, actor_kind, actor_id, actor_name, verb, subject_kind, subject_id, company_id, details)
    values (access.brokerage(), case when access.is_staff() then 'staff' else 'customer' end, access.actor(), left(p_name, 200), 'record.read',
      p_kind, p_id, it.company_id, jsonb_build_object('why', to_jsonb(reasons)));
end $$;

-- To whom the anchor of the day goes: the brokerage itself; when something is wrong, also each of its administrators.
create function access.trail_watchers(p_all boolean) returns table (email text, language text)
language sql stable security definer set search_path = pg_catalog, public as $$
  select b.email, b.language from brokerage b where b.brokerage_id = access.brokerage() and b.email is not null
  union
  select m.email, coalesce(l.language, b.language) from staff_member m
    join brokerage b on b.brokerage_id = m.brokerage_id
    left join login l on l.brokerage_id = m.brokerage_id and l.id = m.login_id
    where m.brokerage_id = access.brokerage() and m.function = 'administrator' and m.state = 'active' and (p_all or b.email is null)
$$;

alter function access.seal_events(integer) owner to dossier_access;
alter function access.check_seals(bigint, bytea) owner to dossier_access;
alter function access.anchor_events() owner to dossier_access;
alter function access.note_read(text, uuid, text) owner to dossier_access;
alter function access.trail_watchers(boolean) owner to dossier_access;
grant execute on function access.event_content(event), access.next_link(bytea, bigint, uuid, bytea), access.first_link(), access.longest_change()
  to dossier_access;
grant execute on function access.seal_events(integer), access.check_seals(bigint, bytea), access.anchor_events() to dossier_worker, dossier_operator;
grant execute on function access.trail_watchers(boolean) to dossier_worker;
grant execute on function access.note_read(text, uuid, text) to dossier_app;
-- The anchor of the day is a mail that a job writes.
grant insert (brokerage_id, id, event, recipient, language, company_id, account_id, expires_at) on mail to dossier_worker;
