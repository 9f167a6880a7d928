-- Drafts, messages that were taken back and remembered browsers are forgotten too (decision 0113). As before: each function deletes what
-- its name says, of one brokerage, and only the worker may call it.

-- Of these hashes, those that no row names any more; what was noted about their bytes goes. Whoever asks holds the lock of `onlyOneWithBytes`.
create function access.forget_bytes(p_hashes bytea[]) returns setof bytea language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare unnamed bytea[];
begin
  select array_agg(distinct h) into unnamed from unnest(p_hashes) h
    where not exists (select from document d where d.brokerage_id = access.brokerage() and d.sha256 = h)
      and not exists (select from document_version v where v.brokerage_id = access.brokerage() and v.sha256 = h)
      and not exists (select from attachment a where a.brokerage_id = access.brokerage() and a.sha256 = h)
      and not exists (select from claim_report_file f where f.brokerage_id = access.brokerage() and f.sha256 = h)
      and not exists (select from document_zip z where z.brokerage_id = access.brokerage() and z.sha256 = h)
      and not exists (select from import_file i where i.brokerage_id = access.brokerage() and i.rows_sha256 = h);
  delete from kept_file where brokerage_id = access.brokerage() and sha256 = any (unnamed);
  return query select unnest(unnamed);
end $$;

-- Drafts of claim reports thrown away 30 days ago, with their files, and files that were taken off a report as long ago. A draft that nobody
-- touched for 180 days counts as thrown away first: from then on nobody can send it, and only 30 days later it goes. Gives the hashes of the
-- bytes that no row names any more.
create function access.forget_claim_drafts(p_now timestamptz) returns setof bytea language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare hashes bytea[];
begin
  update claim_report r set discarded_at = p_now where r.brokerage_id = access.brokerage() and r.submitted_at is null and r.discarded_at is null
    and r.saved_at < p_now - interval '180 days' and not exists (select from claim_report_file f
      where f.brokerage_id = r.brokerage_id and f.report_id = r.id and f.added_at >= p_now - interval '180 days');
  with gone as (delete from claim_report_file f using claim_report r where f.brokerage_id = access.brokerage()
    and r.brokerage_id = f.brokerage_id and r.id = f.report_id
    and (f.removed_at < p_now - interval '30 days' or (r.submitted_at is null and r.discarded_at < p_now - interval '30 days'))
    returning f.sha256)
  select array_agg(sha256) into hashes from gone;
  delete from claim_report where brokerage_id = access.brokerage() and submitted_at is null and discarded_at < p_now - interval '30 days';
  return query select access.forget_bytes(hashes);
end $$;

-- Files that were added to a message or a request which was not sent within a week. Gives hashes as above.
create function access.forget_attachment_drafts(p_now timestamptz) returns setof bytea language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare hashes bytea[];
begin
  with gone as (delete from attachment where brokerage_id = access.brokerage() and message_id is null and request_id is null
    and added_at < p_now - interval '7 days' returning sha256)
  select array_agg(sha256) into hashes from gone;
  return query select access.forget_bytes(hashes);
end $$;

-- The text of messages taken back 30 days ago. That there was one stays, for those who follow what happened.
create function access.forget_taken_back(p_now timestamptz) returns bigint language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare n bigint;
begin
  update message set body = '' where brokerage_id = access.brokerage() and taken_back_at < p_now - interval '30 days' and body <> '';
  get diagnostics n = row_count;
  return n;
end $$;

-- Browsers that are not remembered any more since 30 days. Those that a sign-in still names wait until it is forgotten (`forget_sign_ins`).
create function access.forget_browsers(p_now timestamptz) returns bigint language plpgsql volatile security definer set search_path = pg_catalog, public as $$
declare n bigint;
begin
  delete from remember_token t where t.brokerage_id = access.brokerage()
    and least(t.expires_at, t.rotated_at + t.idle, t.revoked_at) < p_now - interval '30 days'
    and not exists (select from session s where s.brokerage_id = t.brokerage_id and s.remember_id = t.id);
  get diagnostics n = row_count;
  return n;
end $$;

do $$
declare target text;
begin
  foreach target in array array['claim_report', 'claim_report_file', 'attachment', 'kept_file', 'remember_token'] loop
    execute format('create policy rule_forgets on %I for delete to dossier_access using (brokerage_id = (select access.brokerage()))', target);
    execute format('grant delete on %I to dossier_access', target);
  end loop;
  foreach target in array array['claim_report', 'claim_report_file', 'remember_token', 'document_zip', 'import_file'] loop
    execute format('create policy rule on %I for select to dossier_access using (brokerage_id = (select access.brokerage()))', target);
  end loop;
  foreach target in array array['claim_report', 'message'] loop
    execute format('create policy rule_clears on %I for update to dossier_access using (brokerage_id = (select access.brokerage()))', target);
  end loop;
  foreach target in array array['access.forget_bytes(bytea[])', 'access.forget_claim_drafts(timestamptz)',
    'access.forget_attachment_drafts(timestamptz)', 'access.forget_taken_back(timestamptz)', 'access.forget_browsers(timestamptz)'] loop
    execute format('alter function %s owner to dossier_access', target);
  end loop;
  foreach target in array array['access.forget_claim_drafts(timestamptz)', 'access.forget_attachment_drafts(timestamptz)',
    'access.forget_taken_back(timestamptz)', 'access.forget_browsers(timestamptz)'] loop
    execute format('grant execute on function %s to dossier_worker', target);
  end loop;
end $$;
grant select (brokerage_id, id, saved_at, discarded_at, submitted_at), update (discarded_at) on claim_report to dossier_access;
grant select (brokerage_id, report_id, sha256, added_at, removed_at) on claim_report_file to dossier_access;
grant select (brokerage_id, id, expires_at, rotated_at, idle, revoked_at) on remember_token to dossier_access;
grant select (brokerage_id, sha256) on document_zip to dossier_access;
grant select (brokerage_id, rows_sha256) on import_file to dossier_access;
grant update (body) on message to dossier_access;
