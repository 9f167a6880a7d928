-- Who waits for the summary of the day: for the worker, which learns ids and nothing else. A month back and no further.
create function access.waits_for_daily() returns setof uuid language sql stable security definer set search_path = pg_catalog, public as $$
  select distinct coalesce(n.account_id, n.staff_id) from notification n
  left join portal_account a on a.brokerage_id = n.brokerage_id and a.id = n.account_id
  left join staff_member s on s.brokerage_id = n.brokerage_id and s.id = n.staff_id
  where n.brokerage_id = access.brokerage() and n.daily and n.created_at > now() - interval '30 days' and coalesce(a.state, s.state) = 'active'
$$;

-- What is forgotten after a time (domain 2.7): the one way in which rows of these tables go. Each function deletes what its name says
-- and nothing else; the worker calls them, once a day and for each brokerage. `p_now` is the moment from which time is counted back.
create function access.forget_notifications(p_now timestamptz) returns bigint language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare n bigint;
begin
  delete from notification where brokerage_id = access.brokerage()
    and (read_at < p_now - interval '1 year' or created_at < p_now - interval '3 years');
  get diagnostics n = row_count;
  return n;
end $$;

create function access.forget_mails(p_now timestamptz) returns bigint language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare n bigint;
begin
  delete from mail where brokerage_id = access.brokerage() and state <> 'queued' and created_at < p_now - interval '90 days';
  get diagnostics n = row_count;
  return n;
end $$;

-- Links that are used, revoked or out of date, and sign-ins that are over.
create function access.forget_sign_ins(p_now timestamptz) returns bigint language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare n bigint; total bigint := 0;
begin
  delete from activation_token where brokerage_id = access.brokerage() and least(expires_at, used_at, revoked_at) < p_now - interval '30 days';
  get diagnostics n = row_count; total := total + n;
  delete from reset_token where brokerage_id = access.brokerage() and least(expires_at, used_at, revoked_at) < p_now - interval '30 days';
  get diagnostics n = row_count; total := total + n;
  delete from session where brokerage_id = access.brokerage() and least(expires_at, ended_at) < p_now - interval '90 days';
  get diagnostics n = row_count; total := total + n;
  return total;
end $$;

do $$
declare target text;
begin
  foreach target in array array['notification', 'mail', 'activation_token', 'reset_token', 'session'] loop
    execute format('create policy rule_forgets on %I for delete to dossier_access using (brokerage_id = (select access.brokerage()))', target);
    execute format('grant delete on %I to dossier_access', target);
  end loop;
  foreach target in array array['activation_token', 'reset_token'] loop
    execute format('create policy rule on %I for select to dossier_access using (brokerage_id = (select access.brokerage()))', target);
    execute format('grant select (brokerage_id, expires_at, used_at, revoked_at) on %I to dossier_access', target);
  end loop;
  foreach target in array array['access.waits_for_daily()', 'access.forget_notifications(timestamptz)', 'access.forget_mails(timestamptz)',
    'access.forget_sign_ins(timestamptz)'] loop
    execute format('alter function %s owner to dossier_access', target);
    execute format('grant execute on function %s to dossier_worker', target);
  end loop;
end $$;
grant select (created_at) on mail to dossier_access;
