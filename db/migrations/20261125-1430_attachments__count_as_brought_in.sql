-- What goes with messages and requests is brought in by a company's people as well (security.md F1): the same five gigabytes.
create or replace function access.has_room(p_company uuid, p_bytes bigint, p_most bigint) returns boolean language sql stable security definer
set search_path = pg_catalog, public as $$
  select p_bytes
    + (select coalesce(sum(v.byte_size), 0) from document d
        join document_version v on v.brokerage_id = d.brokerage_id and v.document_id = d.id and v.author_account_id is not null
        where d.brokerage_id = access.brokerage() and d.company_id = p_company)
    + (select coalesce(sum(a.byte_size), 0) from portal_account p
        join attachment a on a.brokerage_id = p.brokerage_id and a.author_account_id = p.id and a.removed_at is null
        where p.brokerage_id = access.brokerage() and p.company_id = p_company)
    <= p_most
$$;
