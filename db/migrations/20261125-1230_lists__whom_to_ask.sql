-- Whom a person asks who sees nothing because a role is missing: the active User Managers of the own company, by name. Nobody
-- else's contacts open with it, and no address is told.
create function access.user_managers() returns text[] language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(array_agg(distinct coalesce(nullif(concat_ws(' ', c.first_name, c.last_name), ''), c.full_name)), '{}')
  from portal_account me
  join role_grant g on g.brokerage_id = me.brokerage_id and g.company_id = me.company_id and g.role = 'user_manager'
    and g.account_id <> me.id and g.valid_from <= now() and (g.valid_until is null or g.valid_until > now())
  join portal_account a on a.brokerage_id = g.brokerage_id and a.id = g.account_id and a.state = 'active'
  join contact c on c.brokerage_id = a.brokerage_id and c.id = a.contact_id
  where me.brokerage_id = access.brokerage() and me.id = access.actor()
$$;
alter function access.user_managers() owner to dossier_access;
revoke execute on function access.user_managers() from public;
grant execute on function access.user_managers() to dossier_app;
