-- What an entry says of each kind of record, and the triggers that keep it so, in the transaction of the change.

-- Of the policy that something hangs on, its words have only the sign ~<id>, which a search adds for policies that it found: whoever
-- sees a document need not see its policy, and must not find it by the policy's number.
create view access.search_source with (security_invoker = true) as
select p.brokerage_id, 'policy' as kind, p.id as record_id, p.company_id, 'policy' as opens_kind, p.id as opens_id, p.number as title,
  nullif(concat_ws(' · ', nullif(p.name, ''), nullif(p.insurer, '')), '') as detail, p.line_code as code, p.state, p.starts_on::date as happened_on,
  array_remove(array[search_compact(p.number)], null) as numbers,
  search_short(concat_ws(' ', p.name, l.name, p.line_code, p.insurer)) || array_to_tsvector(search_keys(p.number)) || c.own_words as words,
  nullif(search_fold(concat_ws(' ', p.name, nullif(l.name, p.name), p.insurer)), '') as near,
  null::text as body, null::bytea as sha256,
  p.confidential, p.audience, p.author_account_id, p.published_at, '-infinity'::timestamptz as visible_from
from policy p
join line_of_business l on l.brokerage_id = p.brokerage_id and l.code = p.line_code
join search_entry c on c.brokerage_id = p.brokerage_id and c.kind = 'company' and c.record_id = p.company_id
union all
select i.brokerage_id, 'premium_invoice', i.id, i.company_id, 'premium_invoice', i.id, i.number,
  null, i.kind, null, coalesce(i.due_on, i.invoiced_on)::date,
  array_remove(array[search_compact(i.number)], null),
  array_to_tsvector(search_keys(i.number) || ('~' || i.policy_id)),
  null, null, null,
  i.confidential, i.audience, i.author_account_id, i.published_at, '-infinity'
from premium_invoice i
union all
select o.brokerage_id, 'insured_object', o.id, o.company_id, 'insured_object', o.id, coalesce(nullif(o.name, ''), nullif(o.make_model, ''), nullif(o.plate, ''), o.kind),
  nullif(concat_ws(' · ', nullif(o.plate, ''), case when o.name <> '' then nullif(o.make_model, '') end, nullif(o.location, '')), ''), o.kind, null, o.valid_from::date,
  array_remove(array[search_compact(o.plate), search_compact(o.master_number), search_compact(o.vin)], null),
  search_short(concat_ws(' ', o.name, o.plate, o.make_model, o.location, o.cost_centre, o.kind)) || c.own_words
    || array_to_tsvector(search_keys(o.plate) || search_keys(o.master_number) || search_keys(o.vin) || ('~' || o.policy_id)),
  nullif(search_fold(concat_ws(' ', o.name, o.make_model, o.location)), ''), null, null,
  o.confidential, o.audience, o.author_account_id, o.published_at, '-infinity'
from insured_object o
join search_entry c on c.brokerage_id = o.brokerage_id and c.kind = 'company' and c.record_id = o.company_id
union all
select l.brokerage_id, 'claim', l.id, l.company_id, 'claim', l.id, l.number,
  nullif(concat_ws(' · ', nullif(l.cause, ''), nullif(l.place, '')), ''), l.kind, l.state, l.occurred_on::date,
  array_remove(array[search_compact(l.number), search_compact(l.insurer_number)], null),
  search_short(concat_ws(' ', l.cause, l.place)) || search_words(l.description) || c.own_words
    || array_to_tsvector(search_keys(l.number) || search_keys(l.insurer_number) || coalesce('~' || l.policy_id, '~')),
  nullif(search_fold(concat_ws(' ', l.cause, l.place)), ''), nullif(l.description, ''), null,
  l.confidential, l.audience, l.author_account_id, l.published_at, '-infinity'
from claim l
join search_entry c on c.brokerage_id = l.brokerage_id and c.kind = 'company' and c.record_id = l.company_id
union all
select i.brokerage_id, 'invoice', i.id, i.company_id, 'invoice', i.id, i.number,
  nullif(i.subject, ''), null, i.state, i.invoiced_on::date,
  array_remove(array[search_compact(i.number), search_compact(i.qr_reference)], null),
  search_short(i.subject) || c.own_words || array_to_tsvector(search_keys(i.number) || search_keys(i.qr_reference)),
  nullif(search_fold(i.subject), ''), null, null,
  i.confidential, i.audience, i.author_account_id, i.published_at, '-infinity'
from invoice i
join search_entry c on c.brokerage_id = i.brokerage_id and c.kind = 'company' and c.record_id = i.company_id
union all
select d.brokerage_id, 'document', d.id, d.company_id, 'document', d.id, d.title,
  null, d.category, null, d.dated_on::date, '{}',
  search_short(concat_ws(' ', d.title, d.category, d.file_name)) || c.own_words || array_to_tsvector(search_keys(d.title) || coalesce('~' || d.policy_id, '~')),
  search_fold(d.title), null, d.sha256,
  d.confidential, d.audience, d.author_account_id, d.published_at, '-infinity'
from document d
join search_entry c on c.brokerage_id = d.brokerage_id and c.kind = 'company' and c.record_id = d.company_id
union all
select r.brokerage_id, 'service_request', r.id, r.company_id, 'service_request', r.id, r.subject,
  r.number, r.category, r.state, (r.created_at at time zone 'Europe/Zurich')::date,
  array_remove(array[search_compact(r.number)], null),
  search_short(concat_ws(' ', r.subject, r.author_name, t.texts)) || search_words(r.body) || c.own_words
    || array_to_tsvector(search_keys(r.number) || t.keys || case when r.about_kind = 'policy' then '~' || r.about_id else '~' end),
  search_fold(r.subject), nullif(r.body, ''), null,
  r.confidential, r.audience, r.author_account_id, r.published_at, '-infinity'
from service_request r
join search_entry c on c.brokerage_id = r.brokerage_id and c.kind = 'company' and c.record_id = r.company_id
-- Plates and the like: what the category asks for.
cross join lateral (
  select string_agg(x.value, ' ') as texts, coalesce(array_agg(k) filter (where k is not null), '{}') as keys
  from jsonb_each_text(r.details) x left join lateral unnest(case when x.value ~ '[0-9]' then search_keys(left(x.value, 60)) end) k on true
) t
union all
-- A message is there for whoever sees its conversation. Where that may carry health data, its person at the customer reads only the
-- own messages once no role reaches it: then nobody is the author of the others' (row rules of message).
select m.brokerage_id, 'message', m.id, v.company_id,
  case when v.about_kind = 'service_request' then 'service_request' else 'conversation' end,
  case when v.about_kind = 'service_request' then v.about_id else v.id end, v.subject,
  m.author_name, null, null, (m.written_at at time zone 'Europe/Zurich')::date, '{}',
  search_short(concat_ws(' ', v.subject, m.author_name)) || search_words(m.body) || c.own_words,
  search_fold(v.subject), m.body, null,
  v.confidential, v.audience, case when not v.health or v.author_account_id = m.author_account_id then v.author_account_id end, v.published_at, m.delivers_at
from message m
join conversation v on v.brokerage_id = m.brokerage_id and v.id = m.conversation_id
join search_entry c on c.brokerage_id = v.brokerage_id and c.kind = 'company' and c.record_id = v.company_id
where m.taken_back_at is null
union all
select k.brokerage_id, 'contact', k.id, k.company_id, 'contact', k.id, k.full_name,
  nullif(concat_ws(' · ', nullif(k.position, ''), k.email), ''), null, null, null,
  array_remove(array[search_compact(k.email), search_compact(k.phone), search_compact(k.mobile)], null),
  search_short(concat_ws(' ', k.first_name, k.last_name, k.position, k.email)) || c.own_words
    || array_to_tsvector(search_keys(k.email) || p.keys),
  search_fold(k.full_name), null, null,
  false, '{}', null, null, '-infinity'
from contact k
join search_entry c on c.brokerage_id = k.brokerage_id and c.kind = 'company' and c.record_id = k.company_id
-- +41315550096 is also 0315550096, and 5550096.
cross join lateral (
  select coalesce(array_agg(key), '{}') as keys from unnest(array[k.phone, k.mobile]) as phone(number),
    unnest(search_keys(phone.number) || case when phone.number like '+41%' then array['0' || substr(phone.number, 4), substr(phone.number, 6)] else '{}' end) as key
) p
union all
select c.brokerage_id, 'company', c.id, c.id, 'company', c.id, c.name,
  nullif(concat_ws(' ', c.postal_code, c.town), ''), null, c.state, null,
  array_remove(array[search_compact(c.source_key), search_compact(c.uid)], null),
  search_short(concat_ws(' ', c.name, c.street, c.postal_code, c.town)) || array_to_tsvector(search_keys(c.source_key) || search_keys(c.uid)),
  search_fold(concat_ws(' ', c.name, c.town)), null, null,
  false, '{}', null, null, '-infinity'
from company c;

-- Writes the entries of these records anew, in the brokerage of the transaction. The text of a document stays as long as its bytes do.
create function search_refresh(p_kind text, p_ids uuid[]) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public as $$
begin
  insert into search_entry as e (brokerage_id, kind, record_id, company_id, opens_kind, opens_id, title, detail, code, state, happened_on, numbers, words,
    near, body, sha256, own_words, confidential, audience, author_account_id, published_at, visible_from)
  select s.brokerage_id, s.kind, s.record_id, s.company_id, s.opens_kind, s.opens_id, s.title, s.detail, s.code, s.state, s.happened_on, s.numbers, s.words,
    s.near, s.body, s.sha256, case s.kind when 'document' then s.words when 'company' then search_short(s.title) end, s.confidential, s.audience, s.author_account_id, s.published_at, s.visible_from
  from access.search_source s
  where s.brokerage_id = access.brokerage() and s.kind = p_kind and s.record_id = any (p_ids)
  on conflict (brokerage_id, kind, record_id) do update set
    company_id = excluded.company_id, opens_kind = excluded.opens_kind, opens_id = excluded.opens_id, title = excluded.title, detail = excluded.detail,
    code = excluded.code, state = excluded.state, happened_on = excluded.happened_on, numbers = excluded.numbers, near = excluded.near,
    words = case when e.body_sha256 is distinct from excluded.sha256 or excluded.sha256 is null then excluded.words
      when e.own_words = excluded.own_words then e.words else excluded.own_words || search_words(e.body) end,
    body = case when excluded.sha256 is null then excluded.body when e.body_sha256 = excluded.sha256 then e.body end,
    body_sha256 = case when e.body_sha256 = excluded.sha256 then e.body_sha256 end,
    sha256 = excluded.sha256, own_words = excluded.own_words, confidential = excluded.confidential, audience = excluded.audience,
    author_account_id = excluded.author_account_id, published_at = excluded.published_at, visible_from = excluded.visible_from
  where row (e.company_id, e.opens_id, e.title, e.detail, e.code, e.state, e.happened_on, e.numbers, case when e.kind = 'document' then e.own_words else e.words end, e.near, e.sha256,
      e.confidential, e.audience, e.author_account_id, e.published_at, e.visible_from)
    is distinct from row (excluded.company_id, excluded.opens_id, excluded.title, excluded.detail, excluded.code, excluded.state, excluded.happened_on,
      excluded.numbers, excluded.words, excluded.near, excluded.sha256, excluded.confidential, excluded.audience, excluded.author_account_id,
      excluded.published_at, excluded.visible_from)
    or excluded.sha256 is null and e.body is distinct from excluded.body;
  if p_kind = 'message' then
    delete from search_entry e using message m where e.brokerage_id = access.brokerage() and e.kind = p_kind and e.record_id = any (p_ids)
      and m.brokerage_id = e.brokerage_id and m.id = e.record_id and m.taken_back_at is not null;
  end if;
end $$;

-- Once per statement, however many rows it wrote. Whoever looks across brokerages has no context, and without one the row rules
-- would hide every record: so it is set for this.
create function search_follow() returns trigger language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare before text := coalesce(current_setting('app.brokerage', true), ''); of_brokerage uuid; ids uuid[];
begin
  for of_brokerage, ids in select f.brokerage_id, array_agg(f.id) from fresh f group by f.brokerage_id loop
    perform set_config('app.brokerage', of_brokerage::text, true);
    perform search_refresh(tg_table_name, ids);
  end loop;
  if ids is not null then perform set_config('app.brokerage', before, true); end if;
  return null;
end $$;
do $$
declare target text;
begin
  foreach target in array array['policy', 'premium_invoice', 'insured_object', 'claim', 'invoice', 'document', 'service_request', 'message', 'contact', 'company'] loop
    execute format('create trigger search_follow_new after insert on %I referencing new table as fresh for each statement execute function search_follow()', target);
    execute format('create trigger search_follow_changed after update on %I referencing new table as fresh for each statement execute function search_follow()', target);
  end loop;
end $$;

-- A name that others' entries contain.
create function search_rename() returns trigger language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare before text := coalesce(current_setting('app.brokerage', true), ''); of_kind text; ids uuid[];
begin
  perform set_config('app.brokerage', new.brokerage_id::text, true);
  if tg_table_name = 'line_of_business' then
    perform search_refresh('policy', array(select p.id from policy p where p.brokerage_id = new.brokerage_id and p.line_code = new.code));
  elsif tg_table_name = 'conversation' then
    perform search_refresh('message', array(select m.id from message m where m.brokerage_id = new.brokerage_id and m.conversation_id = new.id));
  else
    -- First its own, which the others take its name from.
    perform search_refresh('company', array[new.id]);
    for of_kind, ids in select e.kind, array_agg(e.record_id) from search_entry e
        where e.brokerage_id = new.brokerage_id and e.company_id = new.id and e.kind <> 'company' group by e.kind loop
      perform search_refresh(of_kind, ids);
    end loop;
  end if;
  perform set_config('app.brokerage', before, true);
  return null;
end $$;
create trigger search_rename after update on line_of_business for each row when (old.name is distinct from new.name) execute function search_rename();
create trigger search_rename after update on company for each row when (old.name is distinct from new.name) execute function search_rename();
create trigger search_rename after update on conversation for each row when (
  row (old.company_id, old.subject, old.about_kind, old.about_id, old.health, old.confidential, old.audience, old.author_account_id, old.published_at)
  is distinct from row (new.company_id, new.subject, new.about_kind, new.about_id, new.health, new.confidential, new.audience, new.author_account_id, new.published_at))
  execute function search_rename();

-- All entries of a brokerage anew: after a restore of tables without their triggers, or a change of what entries say.
create function search_fill(p_brokerage uuid) returns void language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare before text := coalesce(current_setting('app.brokerage', true), ''); of_kind text; ids uuid[];
begin
  perform set_config('app.brokerage', p_brokerage::text, true);
  foreach of_kind in array array['company', 'contact', 'policy', 'premium_invoice', 'insured_object', 'claim', 'invoice', 'document', 'service_request', 'message'] loop
    for ids in execute format('select array_agg(x.id) from (select id, (row_number() over (order by id) - 1) / 5000 as part from %I where brokerage_id = $1) x
        group by x.part', of_kind) using p_brokerage loop
      perform search_refresh(of_kind, ids);
    end loop;
  end loop;
  perform set_config('app.brokerage', before, true);
end $$;

alter view access.search_source owner to dossier_access;
alter function search_refresh(text, uuid[]) owner to dossier_access;
alter function search_follow() owner to dossier_access;
alter function search_rename() owner to dossier_access;
alter function search_fill(uuid) owner to dossier_access;
grant execute on function search_fill(uuid) to dossier_operator;

select search_fill(b) from access.brokerages() b;
