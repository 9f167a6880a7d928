-- How a person arranged the lower cards of Home: the order as far as they chose one, and what they hid. A card that comes with a
-- later version is in neither and stands where we put it.
alter table login
  add column home_order text[] not null default '{}' check (cardinality(home_order) <= 20),
  add column home_hidden text[] not null default '{}' check (cardinality(home_hidden) <= 20);
grant update (home_order, home_hidden) on login to dossier_app;

-- Whom to ask for a role: the active User Managers of the own company, by name and nothing else. Colleagues may know them, though
-- their contacts are not theirs to see.
create function access.own_user_managers() returns table (account_id uuid, full_name text)
language sql stable security definer set search_path = pg_catalog, public as $$
  select a.id, btrim(c.first_name || ' ' || c.last_name) from portal_account me
  join portal_account a on a.brokerage_id = me.brokerage_id and a.company_id = me.company_id and a.state = 'active'
  join contact c on c.brokerage_id = a.brokerage_id and c.id = a.contact_id
  where me.brokerage_id = access.brokerage() and me.id = access.actor() and me.state = 'active' and 'user_manager' = any (access.roles_of(a.id))
  order by c.full_name, a.id limit 20
$$;
alter function access.own_user_managers() owner to dossier_access;
grant execute on function access.own_user_managers() to dossier_app;
