-- Whom a link to a password is for: held until the transaction ends, so that of two who use it at once one is too late (S0-24). A link is
-- signed over what the password was; it is told by a digest, so that the hash itself is still read in one place alone.
drop function varde_account_to_open(uuid);
create function varde_account_to_renew(account uuid) returns table (id uuid, email text, stamp text, home uuid)
  language sql volatile security definer rows 1 set search_path = pg_catalog, public, pg_temp as $$
  select a.id, a.email, coalesce(encode(sha256(convert_to(a.password_hash, 'UTF8')), 'hex'), ''), a.home_organisation_id from account a
  where a.id = account and a.disabled_at is null for update
$$;
revoke all on function varde_account_to_renew from public;
grant execute on function varde_account_to_renew to varde_web;
