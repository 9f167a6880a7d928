-- The broker's people say how far a claim is (decision 0063); who may know the reserve is the brokerage's choice.

grant update (state, insurer_number, closed_on, version, updated_at) on claim to dossier_app;

alter table brokerage add column reserve_for text not null default 'full_access' check (reserve_for in ('nobody', 'full_access', 'line'));
comment on column brokerage.reserve_for is 'Which of the customer''s people know the insurer''s reserve: nobody, Kompletter Zugriff, or also the roles that open the claim''s line.';

-- Asked once a statement, like access.full_access(). Staff always know it.
create function access.knows_reserves() returns boolean language sql stable as $$
  select access.is_staff() or access.full_access() and (select b.reserve_for <> 'nobody' from brokerage b where b.brokerage_id = access.brokerage())
$$;
create function access.knows_reserves_by_line() returns boolean language sql stable as $$
  select (select b.reserve_for = 'line' from brokerage b where b.brokerage_id = access.brokerage())
$$;
grant execute on function access.knows_reserves(), access.knows_reserves_by_line() to dossier_app;
