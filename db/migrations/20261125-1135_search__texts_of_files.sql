-- The text of documents: read out of the file by a job, kept in the entry of every document that has these bytes.

-- A long text may have more words than a tsvector holds (1 MB): then as much of it as fits.
create function search_long_words(t text) returns tsvector language plpgsql stable set search_path = pg_catalog, public as $$
declare most integer := 200000; plain text;
begin
  loop
    begin
      plain := search_plain(left(t, most));
      return strip(to_tsvector('simple', plain)) || strip(to_tsvector('german', plain)) || strip(to_tsvector('french', plain))
        || strip(to_tsvector('italian', plain)) || strip(to_tsvector('english', plain));
    exception when program_limit_exceeded then
      most := most / 2;
      if most < 1000 then return ''; end if;
    end;
  end loop;
end $$;
create or replace function search_words(t text) returns tsvector language sql stable parallel safe as $$
  select case when length(t) > 20000 then public.search_long_words(t)
    else (select strip(to_tsvector('pg_catalog.simple', w) || to_tsvector('pg_catalog.german', w) || to_tsvector('pg_catalog.french', w)
        || to_tsvector('pg_catalog.italian', w) || to_tsvector('pg_catalog.english', w))
      from (select public.search_plain(coalesce(t, '')) as w) plain) end
$$;
grant execute on function search_long_words(text) to dossier_app, dossier_access;

-- Documents whose bytes nobody has read yet.
create index search_entry_unread on search_entry (brokerage_id, record_id) where kind = 'document' and body_sha256 is distinct from sha256;

-- For the worker: bytes to read, of the scan states whose files may leave the house (security.md F5), but for those it has tried just now.
create function access.texts_wanted(p_states text[], p_unknown boolean, p_tried bytea[], p_most integer)
returns table (sha256 bytea, media_type text, byte_size bigint)
language sql stable security definer set search_path = pg_catalog, public as $$
  select distinct on (d.sha256) d.sha256, d.media_type, d.byte_size
  from search_entry e
  join document d on d.brokerage_id = e.brokerage_id and d.id = e.record_id
  left join kept_file k on k.brokerage_id = d.brokerage_id and k.sha256 = d.sha256
  where e.brokerage_id = access.brokerage() and e.kind = 'document' and e.body_sha256 is distinct from e.sha256
    and case when k.scan_state is null then p_unknown else k.scan_state = any (p_states) end and d.sha256 <> all (p_tried)
  order by d.sha256 limit p_most
$$;

-- What the worker read; an empty text says that there is nothing to read, so that nobody tries again.
create function access.keep_text(p_sha256 bytea, p_text text) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  update search_entry e set body = nullif(left(p_text, 200000), ''), body_sha256 = e.sha256, words = e.own_words || search_words(left(p_text, 200000))
    where e.brokerage_id = access.brokerage() and e.kind = 'document' and e.sha256 = p_sha256 and e.body_sha256 is distinct from e.sha256;
end $$;
create index search_entry_bytes on search_entry (brokerage_id, sha256) where sha256 is not null;

-- New or replaced bytes, and those that the scanner has just let through, are read soon. One job a brokerage, however many files
-- come at once: it waits until nothing more has come for a few seconds.
create function search_texts_wanted() returns trigger language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare of_brokerage uuid;
begin
  if tg_table_name = 'kept_file' then
    for of_brokerage in select distinct f.brokerage_id from fresh f where f.scan_state = 'clean' loop
      perform jobs.enqueue('search_texts', json_build_object('brokerageId', of_brokerage), now() + interval '3 seconds', 'search_texts:' || of_brokerage);
    end loop;
  else
    for of_brokerage in select distinct f.brokerage_id from fresh f
        join search_entry e on e.brokerage_id = f.brokerage_id and e.kind = 'document' and e.record_id = f.id
        where e.body_sha256 is distinct from f.sha256 loop
      perform jobs.enqueue('search_texts', json_build_object('brokerageId', of_brokerage), now() + interval '3 seconds', 'search_texts:' || of_brokerage);
    end loop;
  end if;
  return null;
end $$;
-- After search_follow_…, by name.
create trigger search_texts_new after insert on document referencing new table as fresh for each statement execute function search_texts_wanted();
create trigger search_texts_changed after update on document referencing new table as fresh for each statement execute function search_texts_wanted();
create trigger search_texts_scanned after update on kept_file referencing new table as fresh for each statement execute function search_texts_wanted();

do $$ begin
  call become('dossier_worker');
  grant execute on function jobs.enqueue(text, json, timestamptz, text) to dossier_access;
end $$;
grant usage on schema jobs to dossier_access;
create policy rule on kept_file for select to dossier_access using (brokerage_id = (select access.brokerage()));
grant select on kept_file to dossier_access;
alter function access.texts_wanted(text[], boolean, bytea[], integer) owner to dossier_access;
alter function access.keep_text(bytea, text) owner to dossier_access;
alter function search_texts_wanted() owner to dossier_access;
grant execute on function access.texts_wanted(text[], boolean, bytea[], integer), access.keep_text(bytea, text) to dossier_worker;
