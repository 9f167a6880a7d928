-- Companies are entered, moved and archived (decision 0086).

alter table company add column version integer not null default 1, add column archived_at timestamptz;
grant update (version, archived_at) on company to dossier_app;

-- Shut because its company was archived: opened again with it, unlike what somebody suspended for a reason of its own.
alter table portal_account add column archived_with_company boolean not null default false;
grant update (archived_with_company) on portal_account to dossier_app;

-- As before; of an archived company customers see nothing, whoever they are.
create or replace function access.work_out() returns text[] language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare
  staff text; login uuid; contact uuid; own uuid; manages_below boolean;
  roles text[] := '{}'; companies uuid[] := '{}'; managed uuid[] := '{}'; hats uuid[] := '{}';
begin
  select a.company_id, a.contact_id, a.login_id, c.manages_subsidiaries into own, contact, login, manages_below
    from portal_account a join company c on c.brokerage_id = a.brokerage_id and c.id = a.company_id and c.state = 'active'
    where a.brokerage_id = access.brokerage() and a.id = access.actor() and a.state = 'active';
  if own is not null then
    roles := access.roles_of(access.actor());
    companies := array[own];
    if 'group_manager' = any (roles) then
      companies := array(select access.open_company_and_below(own));
    end if;
    if 'user_manager' = any (roles) then
      managed := case when manages_below then array(select access.open_company_and_below(own)) else array[own] end;
    end if;
  else
    select s.function, s.login_id into staff, login from staff_member s
      where s.brokerage_id = access.brokerage() and s.id = access.actor() and s.state = 'active';
    if staff is not null then
      companies := array(select access.companies_of_staff(access.actor(), staff));
      managed := companies;
      hats := array(select access.hats_of(access.actor()));
    end if;
  end if;
  perform set_config('app.staff_function', coalesce(staff, ''), true), set_config('app.roles', roles::text, true),
    set_config('app.companies', companies::text, true), set_config('app.managed_companies', managed::text, true),
    set_config('app.contact', coalesce(contact::text, ''), true), set_config('app.login', coalesce(login::text, ''), true),
    set_config('app.standing_in', hats::text, true);
  return roles;
end $$;

create function access.open_company_and_below(top uuid) returns setof uuid language sql stable security definer set search_path = pg_catalog, public as $$
  select c.id from company c where c.brokerage_id = access.brokerage() and c.state = 'active' and c.id in (select access.company_and_below(top))
$$;
alter function access.open_company_and_below(uuid) owner to dossier_access;

-- The one rule read the other way round, as before: nobody at a customer's sees anything of an archived company.
create or replace function access.who_sees(p_company uuid, p_audience text[], p_author uuid) returns setof uuid
language sql stable security definer set search_path = pg_catalog, public as $$
  with recursive up as (
    select c.id, c.parent_id from company c where c.brokerage_id = access.brokerage() and c.id = p_company and c.state = 'active'
    union
    select c.id, c.parent_id from company c join up on c.id = up.parent_id where c.brokerage_id = access.brokerage()
  )
  select a.id from portal_account a
  join up on up.id = a.company_id
  join company f on f.brokerage_id = a.brokerage_id and f.id = a.company_id and f.state = 'active'
  cross join lateral (select access.roles_of(a.id) as roles) r
  where a.brokerage_id = access.brokerage() and a.state = 'active'
    and (a.company_id = p_company or 'group_manager' = any (r.roles))
    and ('full_access' = any (r.roles) or r.roles && p_audience or a.id = p_author)
$$;

