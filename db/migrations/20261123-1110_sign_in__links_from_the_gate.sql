-- Whoever holds an expired activation link may have a fresh one sent to the same address; the gate makes it.
grant insert (brokerage_id, id, account_id, token_hash, temporary_password_hash, expires_at) on activation_token to dossier_gate;
