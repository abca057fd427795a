-- Passkeys of local accounts (WebAuthn). The public half is here; the other never leaves the machine or the telephone of its person.
create table passkey (
  id uuid not null primary key,
  account_id uuid not null references account (id),
  credential bytea not null unique,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  name text not null check (char_length(name) between 1 and 60),
  synced boolean not null,
  created_at timestamptz not null,
  used_at timestamptz
);
create index passkey_account on passkey (account_id);

-- What was asked of a passkey and is answered: an answer is good once. Forgotten when it would be too old anyhow.
create table passkey_answered (
  mark bytea not null primary key,
  until timestamptz not null
);
revoke all on passkey, passkey_answered from varde_web;

create function varde_passkey(credential bytea)
  returns table (id uuid, "accountId" uuid, email text, "publicKey" bytea, counter bigint, transports text[])
  language sql stable security definer rows 1 set search_path = pg_catalog, public, pg_temp as $$
  select p.id, p.account_id, a.email, p.public_key, p.counter, p.transports
  from passkey p join account a on a.id = p.account_id and a.disabled_at is null
  where p.credential = varde_passkey.credential
$$;

create function varde_passkeys(account uuid)
  returns table (id uuid, credential bytea, transports text[], name text, synced boolean, "createdAt" timestamptz, "usedAt" timestamptz)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select p.id, p.credential, p.transports, p.name, p.synced, p.created_at, p.used_at
  from passkey p where p.account_id = varde_passkeys.account order by p.created_at
$$;

-- False where it is somebody's already. Only of somebody in an organisation that is seen.
create function varde_add_passkey(id uuid, account uuid, credential bytea, key bytea, counter bigint, transports text[], name text,
    synced boolean, at timestamptz) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if not exists (select from membership m where m.account_id = account and m.organisation_id = any (varde_organisations()))
  then raise insufficient_privilege using message = 'permission denied: a passkey of somebody who is not there'; end if;
  insert into passkey (id, account_id, credential, public_key, counter, transports, name, synced, created_at)
    values (varde_add_passkey.id, account, varde_add_passkey.credential, key, varde_add_passkey.counter, varde_add_passkey.transports,
      varde_add_passkey.name, varde_add_passkey.synced, at)
    on conflict do nothing;
  return found;
end $$;

-- One of them, or all where none is named. Answers how many.
create function varde_remove_passkeys(account uuid, id uuid) returns integer
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare gone integer;
begin
  if not exists (select from membership m where m.account_id = account and m.organisation_id = any (varde_organisations()))
  then raise insufficient_privilege using message = 'permission denied: a passkey of somebody who is not there'; end if;
  delete from passkey p where p.account_id = account and (varde_remove_passkeys.id is null or p.id = varde_remove_passkeys.id);
  get diagnostics gone = row_count;
  return gone;
end $$;

-- False: this was answered before, or the passkey has counted further since. Of two at once one is first.
create function varde_use_passkey(id uuid, counter bigint, mark bytea, at timestamptz, until timestamptz) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  delete from passkey_answered a where a.until < at;
  insert into passkey_answered (mark, until) values (varde_use_passkey.mark, varde_use_passkey.until) on conflict do nothing;
  if not found then return false; end if;
  update passkey p set counter = varde_use_passkey.counter, used_at = at
    where p.id = varde_use_passkey.id and (p.counter < varde_use_passkey.counter or p.counter = 0 and varde_use_passkey.counter = 0);
  return found;
end $$;

-- How its person showed who they are. 'password': by that alone; 'confined': by that alone, where the organisation asks for more, so that
-- nothing opens but the pages where they get it.
alter table session add column shown text not null default 'password' check (shown in ('password', 'confined', 'more'));
update session set shown = 'more' where provider_id is not null;

drop function varde_session(bytea, uuid, uuid, uuid, timestamptz, timestamptz);
create function varde_session(token bytea, account uuid, organisation uuid, person uuid, at timestamptz, seen_before timestamptz)
  returns table (organisations integer, "seenAt" timestamptz, "expiresAt" timestamptz, "idleMinutes" integer, confined boolean)
  language plpgsql volatile security definer rows 1 set search_path = pg_catalog, public, pg_temp as $$
begin
  return query
    with standing as (
      select (select count(*)::int from membership m where m.account_id = account) as places, s.seen_at as seen_on, s.expires_at as until,
        s.idle_minutes as idle, s.shown = 'confined' as is_confined
      from session s
      where s.token_hash = token and s.organisation_id = organisation and s.expires_at > at
        and s.seen_at > at - make_interval(mins => s.idle_minutes)
        and (account is null or exists (
          select from account a join membership m on m.account_id = a.id and m.organisation_id = organisation and m.person_id = person
          where a.id = account and a.disabled_at is null))
    ), free as (
      select s.token_hash from session s where s.token_hash = token and s.seen_at < seen_before for update skip locked
    ), seen as (
      update session s set seen_at = at from free where s.token_hash = free.token_hash and exists (select from standing)
    )
    select greatest(places, 1), seen_on, until, idle, is_confined from standing;
end $$;

drop function varde_open_session(bytea, bytea, uuid, uuid, uuid, timestamptz, timestamptz, integer);
create function varde_open_session(token bytea, mark bytea, account uuid, organisation uuid, person uuid, at timestamptz, until timestamptz,
    idle integer, shown text)
  returns void
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if not organisation = any (coalesce(varde_organisations(), '{}')) or account is not null and not exists (
    select from membership m where m.account_id = account and m.organisation_id = organisation and m.person_id = person)
  then raise insufficient_privilege using message = 'permission denied: a session for somebody who is not there'; end if;
  insert into session (token_hash, mark, organisation_id, created_at, seen_at, expires_at, idle_minutes, shown)
    values (token, mark, organisation, at, at, until, idle, varde_open_session.shown);
end $$;

drop function varde_close_session(bytea);
create function varde_close_session(token bytea) returns table ("expiresAt" timestamptz, shown text)
  language sql volatile security definer rows 1 set search_path = pg_catalog, public, pg_temp as $$
  delete from session s where s.token_hash = token returning s.expires_at, s.shown
$$;

-- Its person has shown more than a password in the meantime.
create function varde_shown_more(token bytea) returns void
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
  update session s set shown = 'more' where s.token_hash = token
$$;

do $$
declare each regprocedure;
begin
  foreach each in array array['varde_passkey(bytea)', 'varde_passkeys(uuid)',
    'varde_add_passkey(uuid, uuid, bytea, bytea, bigint, text[], text, boolean, timestamptz)', 'varde_remove_passkeys(uuid, uuid)',
    'varde_use_passkey(uuid, bigint, bytea, timestamptz, timestamptz)',
    'varde_session(bytea, uuid, uuid, uuid, timestamptz, timestamptz)',
    'varde_open_session(bytea, bytea, uuid, uuid, uuid, timestamptz, timestamptz, integer, text)', 'varde_close_session(bytea)',
    'varde_shown_more(bytea)']::regprocedure[] loop
    execute format('revoke all on function %s from public', each);
    execute format('grant execute on function %s to varde_web', each);
  end loop;
end $$;
