-- What every request and every page of a record asks is planned once for each connection. Plans for the very values would be no
-- better: everything here goes by keys. They cost more than the answers, again with each request.
alter function access.enter(text, boolean, bytea) set plan_cache_mode = force_generic_plan;
alter function access.session_state(uuid) set plan_cache_mode = force_generic_plan;

-- The columns that the rule reads, of one record that exists for the actor. No row: it is not there. As before, but with a statement
-- for each kind: a statement put together is planned anew each time.
create or replace function access.opened_record(p_kind text, p_id uuid)
returns table (company_id uuid, audience text[], author_account_id uuid, published_at timestamptz)
language plpgsql stable security definer set search_path = pg_catalog, public set plan_cache_mode = force_generic_plan as $$
begin
  case p_kind
    when 'policy' then return query select x.company_id, x.audience, x.author_account_id, x.published_at from policy x
      where x.brokerage_id = access.brokerage() and x.id = p_id and access.opens(x.company_id, x.audience, x.author_account_id, x.published_at);
    when 'premium_invoice' then return query select x.company_id, x.audience, x.author_account_id, x.published_at from premium_invoice x
      where x.brokerage_id = access.brokerage() and x.id = p_id and access.opens(x.company_id, x.audience, x.author_account_id, x.published_at);
    when 'insured_object' then return query select x.company_id, x.audience, x.author_account_id, x.published_at from insured_object x
      where x.brokerage_id = access.brokerage() and x.id = p_id and access.opens(x.company_id, x.audience, x.author_account_id, x.published_at);
    when 'claim' then return query select x.company_id, x.audience, x.author_account_id, x.published_at from claim x
      where x.brokerage_id = access.brokerage() and x.id = p_id and access.opens(x.company_id, x.audience, x.author_account_id, x.published_at);
    when 'invoice' then return query select x.company_id, x.audience, x.author_account_id, x.published_at from invoice x
      where x.brokerage_id = access.brokerage() and x.id = p_id and access.opens(x.company_id, x.audience, x.author_account_id, x.published_at);
    when 'document' then return query select x.company_id, x.audience, x.author_account_id, x.published_at from document x
      where x.brokerage_id = access.brokerage() and x.id = p_id and access.opens(x.company_id, x.audience, x.author_account_id, x.published_at);
    when 'service_request' then return query select x.company_id, x.audience, x.author_account_id, x.published_at from service_request x
      where x.brokerage_id = access.brokerage() and x.id = p_id and access.opens(x.company_id, x.audience, x.author_account_id, x.published_at);
    else null;
  end case;
end $$;

-- Whether a record is confidential, for functions that run with other rights than the actor's; null: it is not there, or of a kind that never is.
create function access.is_confidential(p_kind text, p_id uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  case p_kind
    when 'policy' then return (select x.confidential from policy x where x.brokerage_id = access.brokerage() and x.id = p_id);
    when 'premium_invoice' then return (select x.confidential from premium_invoice x where x.brokerage_id = access.brokerage() and x.id = p_id);
    when 'insured_object' then return (select x.confidential from insured_object x where x.brokerage_id = access.brokerage() and x.id = p_id);
    when 'claim' then return (select x.confidential from claim x where x.brokerage_id = access.brokerage() and x.id = p_id);
    when 'invoice' then return (select x.confidential from invoice x where x.brokerage_id = access.brokerage() and x.id = p_id);
    when 'document' then return (select x.confidential from document x where x.brokerage_id = access.brokerage() and x.id = p_id);
    else return null;
  end case;
end $$;
alter function access.is_confidential(text, uuid) owner to dossier_access;
grant execute on function access.is_confidential(text, uuid) to dossier_access;

-- As before, without a statement put together.
create or replace function access.note_read(p_kind text, p_id uuid, p_name text) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public set plan_cache_mode = force_generic_plan as $$
declare it record; hidden boolean; reasons text[];
begin
  if p_kind not in ('policy', 'premium_invoice', 'insured_object', 'claim', 'invoice', 'document', 'service_request')
    or access.actor() is null then return; end if;
  select * into it from access.record_of(p_kind, p_id);
  if not found then return; end if;
  hidden := access.is_confidential(p_kind, p_id);
  reasons := array_remove(array[case when it.health then 'health' end, case when hidden then 'confidential' end], null);
  if cardinality(reasons) = 0 then return; end if;
  if exists (select from event e where e.brokerage_id = access.brokerage() and e.subject_id = p_id and e.verb = 'record.read'
    and e.actor_id = access.actor() and e.at > now() - interval '1 hour') then return; end if;
  insert into event (brokerage_id, actor_kind, actor_id, actor_name, verb, subject_kind, subject_id, company_id, details)
    values (access.brokerage(), case when access.is_staff() then 'staff' else 'customer' end, access.actor(), left(p_name, 200), 'record.read',
      p_kind, p_id, it.company_id, jsonb_build_object('why', to_jsonb(reasons)));
end $$;
