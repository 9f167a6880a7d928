-- Who works on a request, what comes next and when, and that cover is confirmed: said by the broker's people, seen by everybody who
-- sees the request.
alter table service_request
  add column handler_staff_id uuid,
  -- Kept by name: customers may not know all of the broker's people.
  add column handler_name text check (char_length(handler_name) <= 200),
  add column next_step text check (char_length(next_step) between 1 and 200),
  add column next_on day,
  -- For vehicles: nothing is covered before this is said (domain 2.5).
  add column cover_confirmed_at timestamptz,
  add column cover_confirmed_by text check (char_length(cover_confirmed_by) <= 200),
  add foreign key (brokerage_id, handler_staff_id) references staff_member (brokerage_id, id);
create index service_request_handler on service_request (brokerage_id, handler_staff_id);

grant update (urgent, handler_staff_id, handler_name, next_step, next_on, cover_confirmed_at, cover_confirmed_by) on service_request to dossier_app;

-- Its author withdraws it while it is open, and opens it again within 14 days after it was done.
drop policy author_withdraws on service_request;
create policy author_changes on service_request for update to dossier_app
  using (author_account_id = (select access.actor()) and company_id = any ((select access.companies())::uuid[])
    and (state not in ('done', 'withdrawn') or state = 'done' and state_since > now() - interval '14 days'))
  with check (author_account_id = (select access.actor()) and state in ('withdrawn', 'new'));

-- What rules for one row alone cannot say: which state follows which, and that the rest is the broker's to write.
create function guard_request() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  if access.actor() is null or access.is_staff() or current_user <> 'dossier_app' then return new; end if;
  if (new.urgent, new.handler_staff_id, new.handler_name, new.next_step, new.next_on, new.cover_confirmed_at, new.cover_confirmed_by)
      is distinct from (old.urgent, old.handler_staff_id, old.handler_name, old.next_step, old.next_on, old.cover_confirmed_at, old.cover_confirmed_by)
    or new.state is distinct from (case when old.state = 'done' then 'new' else 'withdrawn' end) then
    raise exception 'not for its author to change' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger guard before update on service_request for each row execute function guard_request();
