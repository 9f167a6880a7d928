-- Search: one entry for each record, contact and company, found by its words, under the row rules of what it stands for.
create extension if not exists pg_trgm;
create extension if not exists unaccent;
create extension if not exists btree_gin;

-- Texts as they are compared: no accents, no capitals, and «ae», «oe», «ue» as people without umlauts write them. Names the schema
-- itself, so that the planner can inline it.
create function search_fold(t text) returns text language sql stable parallel safe as $$
  select pg_catalog.replace(pg_catalog.replace(pg_catalog.replace(pg_catalog.lower(public.unaccent('public.unaccent'::pg_catalog.regdictionary, t)),
    'ae', 'a'), 'oe', 'o'), 'ue', 'u')
$$;

-- The same without signs, its words apart.
create function search_plain(t text) returns text language sql stable parallel safe as $$
  select translate(public.search_fold(t), '.,-_/@&+*#:;()''"<>[]{}|\^~`!?%=$', repeat(' ', 40))
$$;

-- The identifier as it is compared as a whole.
create function search_compact(t text) returns text language sql stable parallel safe as $$
  select nullif(replace(public.search_plain(t), ' ', ''), '')
$$;

-- The words of a short text. It is also searched inside of its words (column `near`), so stems would add nothing.
create function search_short(t text) returns tsvector language sql stable parallel safe as $$
  select array_to_tsvector(array_remove(string_to_array(public.search_plain(coalesce(t, '')), ' '), ''))
$$;

-- The words of a long text, and their stems in the four languages: which one it is in nobody knows (decision 0055).
create function search_words(t text) returns tsvector language sql stable parallel safe as $$
  select strip(to_tsvector('pg_catalog.simple', w) || to_tsvector('pg_catalog.german', w) || to_tsvector('pg_catalog.french', w)
    || to_tsvector('pg_catalog.italian', w) || to_tsvector('pg_catalog.english', w))
  from (select public.search_plain(coalesce(t, '')) as w) plain
$$;

-- What a number can be found by: itself without signs, every end of it that begins after a sign or after letters, and its last
-- signs, as people read them out. «MF-10.207.239» → mf10207239, 10207239, 207239, 239. Runs for every record of an import: no
-- regular expressions.
create function search_keys(t text) returns text[] language plpgsql stable parallel safe set search_path = pg_catalog, public as $$
declare parts text[] := array_remove(string_to_array(search_plain(t), ' '), ''); tail text := ''; digits text; keys text[] := '{}';
begin
  if parts is null then return keys; end if;
  for i in reverse least(cardinality(parts), 16) .. 1 loop
    tail := left(parts[i] || tail, 120);
    keys := keys || tail;
    digits := ltrim(tail, 'abcdefghijklmnopqrstuvwxyz');
    if digits <> '' and digits <> tail then keys := keys || digits; end if;
  end loop;
  if length(parts[cardinality(parts)]) >= 7 then
    keys := keys || array[right(tail, 4), right(tail, 6), right(tail, 8)];
  end if;
  return keys;
end $$;

create table search_entry (
  brokerage_id uuid not null,
  kind text not null check (kind in ('policy', 'premium_invoice', 'insured_object', 'claim', 'invoice', 'document', 'service_request', 'message',
    'contact', 'company')),
  record_id uuid not null,
  company_id uuid not null,
  -- Where it leads to: itself, or for a message its conversation or request.
  opens_kind text not null,
  opens_id uuid not null,
  title text not null,
  detail text,
  -- Category or kind, and state, as the record has them: what they are called depends on the reader's language.
  code text,
  state text,
  happened_on date,
  -- Own numbers (plate, VIN, phone …) without signs, for «exactly this one».
  numbers text[] not null default '{}',
  words tsvector not null,
  -- The short texts, folded: searched inside of words, and forgiving typing mistakes.
  near text,
  -- What an extract is taken from: a message, a description, the text of a file.
  body text,
  -- Of a document: its bytes, and those that `body` was read from.
  sha256 bytea,
  body_sha256 bytea,
  -- Of a document: its words without those of the body. Of a company: those of its name, which the entries of all its records share.
  own_words tsvector,
  -- As of the record it stands for.
  confidential boolean not null default false,
  audience text[] not null default '{}',
  author_account_id uuid,
  published_at timestamptz,
  -- A message is there for others when it is delivered.
  visible_from timestamptz not null default '-infinity',
  primary key (brokerage_id, kind, record_id)
);
comment on table search_entry is 'Kept right by triggers of the tables it stands for (search_refresh); nobody writes here. No foreign keys: it follows in the same transaction.';
call protect_table('search_entry');

-- The one rule, word for word (protect_record_table).
create policy reading on search_entry for select to dossier_app using (
  company_id = any ((select access.companies())::uuid[])
  and (published_at <= now() or (select access.is_staff()))
  and ((select access.full_access()) or audience && (select access.roles()) or author_account_id = (select access.actor())));
-- Contacts and companies are no records: theirs are never published, so the one rule shows them to staff alone, and this to whom
-- they exist for (rules of people).
create policy people on search_entry for select to dossier_app using (
  kind = 'contact' and (company_id = any ((select access.managed_companies())::uuid[]) or record_id = (select access.own_contact()))
  or kind = 'company' and (company_id = any ((select access.companies())::uuid[]) or company_id = any ((select access.managed_companies())::uuid[])));
create policy only_delivered on search_entry as restrictive for select to dossier_app using (visible_from <= now());

-- What is looked for stands in settings of the transaction, and in a row rule: its name comes before those of the others that take away, so PostgreSQL asks it
-- first and may use the index, which it must not for any condition of a query behind row rules (decision 0055). It only ever takes
-- rows away. Nothing is looked for: nothing is there.
create function access.searched() returns tsquery language sql stable parallel safe as $$
  select nullif(pg_catalog.current_setting('app.searched', true), '')::tsquery
$$;
create function access.searched_inside() returns text language sql stable parallel safe as $$
  select nullif(pg_catalog.current_setting('app.searched_inside', true), '')
$$;
create function access.searched_near() returns text language sql stable parallel safe as $$
  select nullif(pg_catalog.current_setting('app.searched_near', true), '')
$$;
grant execute on function access.searched(), access.searched_inside(), access.searched_near() to dossier_app, dossier_access;
create policy match on search_entry as restrictive for select to dossier_app using (
  words @@ (select access.searched()) or near like (select access.searched_inside()) or near %> (select access.searched_near()));
grant select on search_entry to dossier_app;

-- Few entries are read one by one, many by the index of words.
create index search_entry_company on search_entry (brokerage_id, company_id);
create index search_entry_words on search_entry using gin (brokerage_id, kind, words, near gin_trgm_ops);

create policy rule on search_entry for all to dossier_access using (brokerage_id = (select access.brokerage()))
  with check (brokerage_id = (select access.brokerage()));
grant select, insert, update, delete on search_entry to dossier_access;
grant execute on function search_fold(text), search_plain(text), search_compact(text), search_short(text), search_words(text), search_keys(text) to dossier_app, dossier_access;
-- Functions of extensions are not everybody's either where the owner of the database is a superuser.
grant execute on function unaccent(regdictionary, text), word_similarity(text, text), word_similarity_commutator_op(text, text)
  to dossier_app, dossier_access, dossier_operator;

-- How many entries are in reach, at most p_most: which way of looking pays (decision 0024). Never shown to anybody.
create function access.searchable(p_most integer) returns integer language sql stable security definer set search_path = pg_catalog, public as $$
  select count(*)::integer from (
    select from search_entry e where e.brokerage_id = (select access.brokerage())
      and e.company_id = any ((select access.companies() || access.managed_companies())::uuid[]) limit p_most) some_entries
$$;
alter function access.searchable(integer) owner to dossier_access;
grant execute on function access.searchable(integer) to dossier_app;

-- Reads a term as people type it and sets what the row rule `match` looks for. Each word is found as it begins, by its stem in
-- each of the four languages, and inside of short texts; numbers also without their signs and spaces. p_near forgives typing
-- mistakes in the longest word; p_also are policies whose records are looked for as well. What comes back tells how a row matches;
-- one place of an array per word: its query, its pattern, itself.
create function search_for(p_term text, p_near boolean, p_also uuid[])
returns table (folded text, exact text[], number_query text, queries text[], patterns text[], words text[])
language plpgsql volatile set search_path = pg_catalog, public as $$
#variable_conflict use_column
declare
  token text; stem text[]; parts text[]; part text; dictionary regdictionary; whole text; one text; any_form text; short text; stop boolean; wanted text;
  numeric_term boolean := p_term ~ '[0-9]';
begin
  folded := btrim(regexp_replace(search_plain(p_term), ' +', ' ', 'g'));
  exact := '{}'; queries := '{}'; patterns := '{}'; words := '{}';
  for token in select t from regexp_split_to_table(btrim(p_term), '[[:space:]]+') t limit 8 loop
    parts := array_remove(string_to_array(search_plain(token), ' '), '');
    continue when cardinality(parts) = 0;
    whole := array_to_string(parts, ''); one := null; stop := false;
    foreach part in array parts[:6] loop
      any_form := format('''%s''%s', part, case when length(part) > 1 then ':*' else '' end);
      short := part;
      foreach dictionary in array array['german_stem', 'french_stem', 'italian_stem', 'english_stem']::regdictionary[] loop
        stem := ts_lexize(dictionary, part);
        if stem = '{}' or ts_lexize(dictionary, lower(token)) = '{}' then stop := true;
        elsif stem[1] <> part then
          any_form := any_form || format(' | ''%s''', replace(stem[1], '''', ''''''));
          if length(stem[1]) >= 5 and length(stem[1]) < length(short) then short := stem[1]; end if;
        end if;
      end loop;
      one := concat_ws(' & ', one, '(' || any_form || ')');
    end loop;
    queries := queries || case when cardinality(parts) = 1 then one else format('(''%s'':* | %s)', whole, one) end;
    -- Numbers are not looked for inside of words: their ends stand among the words.
    patterns := patterns || case when cardinality(parts) = 1 and length(whole) >= 3 and whole !~ '[0-9]' then '%' || short || '%' end;
    words := words || case when stop then '' else whole end;
  end loop;
  -- «die», «pour», «the»: only where nothing else is said.
  if exists (select from unnest(words) w where w <> '') then
    select coalesce(array_agg(x.q order by x.n), '{}'), coalesce(array_agg(x.p order by x.n), '{}'), coalesce(array_agg(x.w order by x.n), '{}')
      into queries, patterns, words from unnest(queries, patterns, words) with ordinality x(q, p, w, n) where x.w <> '';
  end if;
  whole := replace(folded, ' ', '');
  if numeric_term and length(whole) between 2 and 120 then
    number_query := concat_ws(' | ', format('''%s'':*', whole), case when whole like '00%' and length(whole) > 5 then format('''%s'':*', substr(whole, 3)) end);
    exact := array[whole, substr(whole, 3)];
  end if;
  wanted := concat_ws(' | ', nullif('(' || array_to_string(queries, ' & ') || ')', '()'), number_query,
    (select string_agg(format('''~%s''', x), ' | ') from unnest(p_also) x));
  select p into part from unnest(patterns) p where p is not null order by length(p) desc limit 1;
  select w into short from unnest(words) w where length(w) >= 4 and w !~ '[0-9]' order by length(w) desc limit 1;
  perform set_config('app.searched', coalesce(wanted, ''), true), set_config('app.searched_inside', coalesce(part, ''), true),
    set_config('app.searched_near', case when p_near then coalesce(short, '') else '' end, true),
    set_config('pg_trgm.word_similarity_threshold', '0.5', true);
  return next;
end $$;
grant execute on function search_for(text, boolean, uuid[]) to dossier_app;

-- Some 250 signs of a long text around the first of these words (folded); null where none of them is in it.
create function search_extract(p_body text, p_words text[]) returns text language plpgsql stable parallel safe set search_path = pg_catalog, public as $$
declare plain text := translate(lower(p_body), 'äàáâãåçèéêëìíîïñöòóôõøùúûüýÿÄÀÂÇÈÉÊÖÔÜÙ', 'aaaaaaceeeeiiiinoooooouuuuyyaaaceeeoouu'); word text; at integer; first integer := 0;
begin
  foreach word in array p_words loop
    at := case when word = '' then 0 else strpos(plain, word) end;
    if at > 0 and (first = 0 or at < first) then first := at; end if;
  end loop;
  if first = 0 then return null; end if;
  return case when first > 91 then '… ' else '' end || substr(p_body, greatest(1, first - 90), 250);
end $$;
grant execute on function search_extract(text, text[]) to dossier_app;
