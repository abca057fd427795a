-- How its person showed who they are in this session: whoever came by a password alone changes nothing of what opens the account beside it.
create function varde_session_shown(token bytea) returns text
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select s.shown from session s where s.token_hash = token
$$;
revoke all on function varde_session_shown from public;
grant execute on function varde_session_shown to varde_web;

-- The account was looked up by the address anyhow, and nobody asked how the key is reached.
drop function varde_passkey(bytea);
create function varde_passkey(credential bytea) returns table (id uuid, email text, "publicKey" bytea, counter bigint)
  language sql stable security definer rows 1 set search_path = pg_catalog, public, pg_temp as $$
  select p.id, a.email, p.public_key, p.counter
  from passkey p join account a on a.id = p.account_id and a.disabled_at is null
  where p.credential = varde_passkey.credential
$$;
revoke all on function varde_passkey from public;
grant execute on function varde_passkey to varde_web;
