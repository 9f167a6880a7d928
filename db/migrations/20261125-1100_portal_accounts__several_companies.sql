-- One person, several companies: a login may have a portal account at each of them (security.md I10). A session is of one account;
-- which others there are, what is new there, and whose a record is, the functions below say, each under the rules of that account.

-- The accounts that the actor's address opens, the present one included. Nobody else's, and none of staff.
create function access.own_accounts() returns table (account_id uuid, company_id uuid, company_name text)
language sql stable security definer set search_path = pg_catalog, public as $$
  select a.id, a.company_id, c.name::text from portal_account a
  join company c on c.brokerage_id = a.brokerage_id and c.id = a.company_id
  where a.brokerage_id = access.brokerage() and a.login_id = access.own_login() and a.state = 'active' and not access.is_staff()
  order by c.name, a.id
$$;

-- Goes on as another account of the same person, roles and scope worked out anew. False, and nothing changes, for any other account.
create function access.step_into(p_account uuid) returns boolean language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  if not exists (select from access.own_accounts() o where o.account_id = p_account) then return false; end if;
  perform set_config('app.actor', p_account::text, true);
  perform access.work_out();
  return true;
end $$;

-- The person's other companies, and how much is unread there: counted as the account there, under its row rules, at most 99.
create function access.elsewhere() returns table (account_id uuid, company_name text, unread integer)
language plpgsql volatile set search_path = pg_catalog, public as $$
#variable_conflict use_column
declare me uuid := access.actor(); others uuid[]; names text[]; counted integer;
begin
  select array_agg(o.account_id), array_agg(o.company_name) into others, names from access.own_accounts() o where o.account_id <> me;
  for i in 1 .. coalesce(cardinality(others), 0) loop
    perform access.step_into(others[i]);
    select count(*) into counted from (select from notification n where n.read_at is null limit 99) as some_unread;
    return query select others[i], names[i], counted;
  end loop;
  perform access.step_into(me);
end $$;

-- The first of the person's other accounts for which something with this id exists: asked as that account, under its row rules.
-- Null where it exists for none of them, or nowhere: the two are the same.
create function access.seen_elsewhere(p_id uuid) returns uuid language plpgsql volatile set search_path = pg_catalog, public as $$
declare me uuid := access.actor(); other uuid; target text; found_one boolean; answer uuid;
begin
  foreach other in array array(select o.account_id from access.own_accounts() o where o.account_id <> me) loop
    perform access.step_into(other);
    foreach target in array array['policy', 'premium_invoice', 'insured_object', 'claim', 'invoice', 'document', 'service_request',
        'conversation', 'notification', 'claim_report', 'contact'] loop
      execute format('select exists (select from %I x where x.brokerage_id = access.brokerage() and x.id = $1)', target) using p_id into found_one;
      if found_one then answer := other; exit; end if;
    end loop;
    exit when answer is not null;
  end loop;
  perform access.step_into(me);
  return answer;
end $$;

-- As before, and whether the person has accounts at several companies.
drop function access.enter(text, boolean, bytea);
create function access.enter(p_host text, p_fall_back boolean, p_token bytea)
returns table (
  brokerage_id uuid, number text, name text, host text, brokerage_language text, brand_colour text, brokerage_phone text,
  brokerage_email text, remember_allowed boolean,
  session_id uuid, login_id uuid, account_id uuid, staff_id uuid, staff_function text, first_name text, last_name text,
  email text, contact_id uuid, company_id uuid, company_name text, language text, theme text, density text, shortcuts boolean,
  roles text[], below boolean, manager_name text, manager_email text, manager_phone text, terms_due boolean, several boolean
) language plpgsql volatile security definer set search_path = pg_catalog, public as $$
#variable_conflict use_column
declare b brokerage; found_session uuid; seen timestamptz; person record;
begin
  select * into b from brokerage x where x.host = p_host and x.state = 'active';
  if not found and p_fall_back then
    select * into b from brokerage x where x.is_default and x.state = 'active';
  end if;
  if b.brokerage_id is null then return; end if;
  perform set_config('app.brokerage', b.brokerage_id::text, true), set_config('app.actor', '', true);
  -- Idle 30 minutes, absolute as the row says (security.md S3); a session counts only on the host it was made for (S2), and only
  -- while the account or the member of staff is active.
  select s.id as session_id, s.last_seen_at, s.terms_due, l.id as login_id, a.id as account_id, m.id as staff_id, m.function as staff_function,
      coalesce(c.first_name, m.first_name) as first_name, coalesce(c.last_name, m.last_name) as last_name, l.email,
      c.id as contact_id, f.id as company_id, f.name::text as company_name, l.language, l.theme, l.density, l.shortcuts,
      f.id is not null and exists (select from company x where x.brokerage_id = f.brokerage_id and x.parent_id = f.id) as below,
      nullif(concat_ws(' ', h.first_name, h.last_name), '') as manager_name, h.email as manager_email, h.phone as manager_phone,
      a.id is not null and exists (select from portal_account o where o.brokerage_id = a.brokerage_id and o.login_id = a.login_id
        and o.id <> a.id and o.state = 'active') as several
    into person
    from session s
    join login l on l.brokerage_id = s.brokerage_id and l.id = s.login_id
    left join portal_account a on a.brokerage_id = s.brokerage_id and a.id = s.account_id and a.state = 'active'
    left join contact c on c.brokerage_id = a.brokerage_id and c.id = a.contact_id
    left join company f on f.brokerage_id = a.brokerage_id and f.id = a.company_id
    left join staff_member h on h.brokerage_id = f.brokerage_id and h.id = f.account_manager_id and h.state = 'active'
    left join staff_member m on m.brokerage_id = s.brokerage_id and m.id = s.staff_id and m.state = 'active'
    where s.brokerage_id = b.brokerage_id and s.token_hash = p_token and s.host = p_host and s.ended_at is null
      and s.expires_at > now() and s.last_seen_at > now() - interval '30 minutes' and coalesce(a.id, m.id) is not null;
  if not found then
    -- A visitor: no role, no company; nothing of an earlier transaction is left (settings are transaction-local).
    return query select b.brokerage_id, b.number, b.name, b.host, b.language, b.brand_colour, b.phone, b.email, b.remember_allowed,
      null::uuid, null::uuid, null::uuid, null::uuid, null, null, null, null, null::uuid, null::uuid, null, null, null, null, null::boolean,
      '{}'::text[], false, null, null, null, false, false;
    return;
  end if;
  perform set_config('app.actor', coalesce(person.account_id, person.staff_id)::text, true);
  -- At most one write a minute and person, so that reading stays reading.
  if person.last_seen_at < now() - interval '1 minute' then
    update session x set last_seen_at = now() where x.brokerage_id = b.brokerage_id and x.id = person.session_id and x.last_seen_at < now();
  end if;
  return query select b.brokerage_id, b.number, b.name, b.host, b.language, b.brand_colour, b.phone, b.email, b.remember_allowed,
    person.session_id, person.login_id, person.account_id, person.staff_id, person.staff_function, person.first_name, person.last_name,
    person.email, person.contact_id, person.company_id, person.company_name, person.language, person.theme, person.density, person.shortcuts,
    access.work_out(), person.below, person.manager_name, person.manager_email, person.manager_phone,
    person.terms_due, person.several;
end $$;

alter function access.own_accounts() owner to dossier_access;
alter function access.step_into(uuid) owner to dossier_access;
alter function access.enter(text, boolean, bytea) owner to dossier_access;
grant execute on function access.own_accounts(), access.step_into(uuid), access.elsewhere(), access.seen_elsewhere(uuid),
  access.enter(text, boolean, bytea) to dossier_app;
-- A remembered browser comes back to the company that was used last.
grant update (account_id) on remember_token to dossier_gate;
