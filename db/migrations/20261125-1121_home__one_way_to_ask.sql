-- Whom to ask for a role one function answers (access.user_managers); this one said the same.
drop function access.own_user_managers();
