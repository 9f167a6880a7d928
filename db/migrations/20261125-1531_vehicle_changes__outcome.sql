-- A vehicle mutation is worked off in the inbox: the request's fields make or change the insured object. Which one it became stands in
-- the request, once: of two who carry out the same request, one does.
alter table service_request
  add column outcome_id uuid,
  add foreign key (brokerage_id, outcome_id) references insured_object (brokerage_id, id);
comment on column service_request.outcome_id is 'The insured object that was made or changed for this request; null until somebody did.';
create index service_request_outcome on service_request (brokerage_id, outcome_id);
grant update (outcome_id) on service_request to dossier_app;

-- As before, and the outcome is the broker's to write, too.
create or replace function guard_request() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  if access.actor() is null or access.is_staff() or current_user <> 'dossier_app' then return new; end if;
  if (new.urgent, new.handler_staff_id, new.handler_name, new.next_step, new.next_on, new.cover_confirmed_at, new.cover_confirmed_by, new.outcome_id)
      is distinct from (old.urgent, old.handler_staff_id, old.handler_name, old.next_step, old.next_on, old.cover_confirmed_at,
        old.cover_confirmed_by, old.outcome_id)
    or new.state is distinct from (case when old.state = 'done' then 'new' else 'withdrawn' end) then
    raise exception 'not for its author to change' using errcode = '42501';
  end if;
  return new;
end $$;

grant insert (brokerage_id, id, company_id, policy_id, kind, name, plate, master_number, vin, make_model, first_registered_on, value, valid_from,
  published_at) on insured_object to dossier_app;
grant update (plate, master_number, make_model, valid_to, version, updated_at) on insured_object to dossier_app;

-- What a mutation changes is remembered, whoever changed it.
drop trigger remember_changes on insured_object;
call remember_changes_of('insured_object', 'plate', 'make_model', 'master_number', 'value', 'location', 'valid_from', 'valid_to');
