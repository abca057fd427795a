-- The tables of sign-in are outside every organisation, so no policy can narrow them. The web role has no right to them at all: it
-- asks by the functions below, that run as the owner of the tables. Each answers for one exact key (a session's token or mark, an
-- account's address or id, the hash of the set-up's token), and lists nothing. They are no policies: they see what they name, and nothing else.
revoke all on account, membership, session, installation from varde_web;

-- An organisation's name is read by those who have not signed in; it is changed from inside only.
alter table organisation enable row level security;
create policy known on organisation for select using (true);
create policy made on organisation for insert with check (true);
create policy own on organisation for update using (id = any ((select varde_organisations())::uuid[]));

-- Sessions -----------------------------------------------------------------------------------------------------------------------

-- Whether the session stands, and how many places its account has. Whose it is, its browser keeps; the row says where it began.
-- In PL/pgSQL, which keeps the plan on the connection: it is asked at every request.
create function varde_session(token bytea, account uuid, organisation uuid, person uuid, at timestamptz, idle_since timestamptz, seen_before timestamptz)
  returns table (organisations integer, "seenAt" timestamptz, "expiresAt" timestamptz)
  language plpgsql volatile security definer rows 1 set search_path = pg_catalog, public, pg_temp as $$
begin
  return query
    with standing as (
      select (select count(*)::int from membership m where m.account_id = account) as places, s.seen_at as seen_on, s.expires_at as until
      from session s
      where s.token_hash = token and s.organisation_id = organisation and s.expires_at > at and s.seen_at > idle_since
        and (account is null or exists (
          select from account a join membership m on m.account_id = a.id and m.organisation_id = organisation and m.person_id = person
          where a.id = account and a.disabled_at is null))
    ), seen as (
      update session s set seen_at = at where s.token_hash = token and s.seen_at < seen_before and exists (select from standing)
    )
    select greatest(places, 1), seen_on, until from standing;
end $$;

-- Somebody writes, and asks for no page: the session is used. Answers how long it may last at most.
create function varde_go_on(token bytea, at timestamptz) returns table ("expiresAt" timestamptz)
  language sql volatile security definer rows 1 set search_path = pg_catalog, public, pg_temp as $$
  update session s set seen_at = at where s.token_hash = token returning s.expires_at
$$;

create function varde_session_stands(token bytea) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select exists (select from session s where s.token_hash = token)
$$;

-- The sessions of one mark, which nobody makes without the house's key.
create function varde_sessions(mark bytea, token bytea, at timestamptz, idle_since timestamptz)
  returns table ("createdAt" timestamptz, "seenAt" timestamptz, current boolean)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select s.created_at, s.seen_at, s.token_hash = token from session s
  where s.mark = varde_sessions.mark and s.expires_at > at and s.seen_at > idle_since
  order by s.seen_at desc limit 50
$$;

-- Only for somebody in an organisation that the transaction sees, and only as whom the account is there.
create function varde_open_session(token bytea, mark bytea, account uuid, organisation uuid, person uuid, at timestamptz, until timestamptz)
  returns void
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if not organisation = any (coalesce(varde_organisations(), '{}')) or account is not null and not exists (
    select from membership m where m.account_id = account and m.organisation_id = organisation and m.person_id = person)
  then raise insufficient_privilege using message = 'permission denied: a session for somebody who is not there'; end if;
  insert into session (token_hash, mark, organisation_id, created_at, seen_at, expires_at)
    values (token, mark, organisation, at, at, until);
end $$;

create function varde_close_session(token bytea) returns table ("expiresAt" timestamptz)
  language sql volatile security definer rows 1 set search_path = pg_catalog, public, pg_temp as $$
  delete from session s where s.token_hash = token returning s.expires_at
$$;

create function varde_close_others(mark bytea, keep bytea) returns integer
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
  with gone as (
    delete from session s where s.mark = varde_close_others.mark and s.token_hash is distinct from keep returning 1
  ) select count(*)::int from gone
$$;

create function varde_forget_sessions(at timestamptz) returns integer
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
  with gone as (delete from session where expires_at < at returning 1) select count(*)::int from gone
$$;

-- Accounts -----------------------------------------------------------------------------------------------------------------------

-- The one place where the hash of a password is read.
create function varde_account(address text) returns table (id uuid, "passwordHash" text, home uuid)
  language sql stable security definer rows 1 set search_path = pg_catalog, public, pg_temp as $$
  select a.id, a.password_hash, a.home_organisation_id from account a where a.email = address and a.disabled_at is null
$$;

-- Whom a link to a first password is for; held until the transaction ends.
create function varde_account_to_open(account uuid) returns table (id uuid, home uuid)
  language sql volatile security definer rows 1 set search_path = pg_catalog, public, pg_temp as $$
  select a.id, a.home_organisation_id from account a
  where a.id = account and a.disabled_at is null and a.password_hash is null for update
$$;

create function varde_account_of_session(token bytea, account uuid) returns table (id uuid, email text, "hasPassword" boolean)
  language sql stable security definer rows 1 set search_path = pg_catalog, public, pg_temp as $$
  select a.id, a.email, a.password_hash is not null from account a
  where a.id = account and a.disabled_at is null and exists (select from session s where s.token_hash = token)
$$;

create function varde_account_of_person(organisation uuid, person uuid) returns uuid
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select m.account_id from membership m
  where m.organisation_id = organisation and m.person_id = person and organisation = any (varde_organisations())
$$;

-- False: the address has an account already. Its home, whose administrators answer for it, must be seen.
create function varde_make_account(account uuid, address text, hash text, at timestamptz, home uuid) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  -- Null: no organisation made it.
  if not home = any (coalesce(varde_organisations(), '{}'))
  then raise insufficient_privilege using message = 'permission denied: an account for an organisation that is not seen'; end if;
  insert into account (id, email, password_hash, created_at, home_organisation_id) values (account, address, hash, at, home)
    on conflict do nothing;
  return found;
end $$;

-- A first password, or that of somebody in an organisation that is seen. Null takes it away.
create function varde_set_password(account uuid, hash text) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update account a set password_hash = hash where a.id = account and (a.password_hash is null or exists (
    select from membership m where m.account_id = a.id and m.organisation_id = any (varde_organisations())));
  if not found then raise insufficient_privilege using message = 'permission denied: the password of somebody who is not there'; end if;
end $$;

-- Where an account belongs, as whom, and when it last came in there by the sessions of its mark.
create function varde_places(account uuid, mark bytea default null)
  returns table ("organisationId" uuid, "personId" uuid, organisation text, "cameAt" timestamptz)
  language sql stable security definer rows 2 set search_path = pg_catalog, public, pg_temp as $$
  select m.organisation_id, m.person_id, o.name,
    (select max(s.created_at) from session s where s.mark = varde_places.mark and s.organisation_id = m.organisation_id)
  from membership m join organisation o on o.id = m.organisation_id where m.account_id = account
$$;

-- False: the account is in the organisation already.
create function varde_join(account uuid, organisation uuid, person uuid) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if not organisation = any (coalesce(varde_organisations(), '{}'))
  then raise insufficient_privilege using message = 'permission denied: a place in an organisation that is not seen'; end if;
  insert into membership (account_id, organisation_id, person_id) values (account, organisation, person) on conflict do nothing;
  return found;
end $$;

-- First start --------------------------------------------------------------------------------------------------------------------
-- They write only while nothing is set up.

create function varde_keep_setup_token(hash text) returns void
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
  insert into installation (name, value) select 'setUpToken', hash where not exists (select from organisation)
    on conflict (name) do update set value = excluded.value
$$;

create function varde_is_setup_token(hash text) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select exists (select from installation i where i.name = 'setUpToken' and i.value = hash)
$$;

-- Of two at once the second waits, and then finds none.
create function varde_take_setup_token(hash text) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  delete from installation i where i.name = 'setUpToken' and i.value = hash and not exists (select from organisation);
  return found;
end $$;

create function varde_mark_demo() returns void
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
  insert into installation (name, value) select 'demo', 'yes' where not exists (select from organisation) on conflict (name) do nothing
$$;

create function varde_is_demo() returns boolean
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select exists (select from installation i where i.name = 'demo')
$$;

-- For the web role alone: a function is otherwise everybody's.
do $$
declare each regprocedure;
begin
  for each in select p.oid from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prosecdef loop
    execute format('revoke all on function %s from public', each);
    execute format('grant execute on function %s to varde_web', each);
  end loop;
end $$;
