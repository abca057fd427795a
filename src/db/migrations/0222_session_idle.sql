-- How long a session may be quiet is the organisation's to set, within the bounds that the application keeps (S0-22). A session keeps what
-- it began with.
alter table session add column idle_minutes integer not null default 60 check (idle_minutes between 1 and 60);

drop function varde_session(bytea, uuid, uuid, uuid, timestamptz, timestamptz, timestamptz);
drop function varde_sessions(bytea, bytea, timestamptz, timestamptz);
drop function varde_go_on(bytea, timestamptz);
drop function varde_open_session(bytea, bytea, uuid, uuid, uuid, timestamptz, timestamptz);

create function varde_session(token bytea, account uuid, organisation uuid, person uuid, at timestamptz, seen_before timestamptz)
  returns table (organisations integer, "seenAt" timestamptz, "expiresAt" timestamptz, "idleMinutes" integer)
  language plpgsql volatile security definer rows 1 set search_path = pg_catalog, public, pg_temp as $$
begin
  return query
    with standing as (
      select (select count(*)::int from membership m where m.account_id = account) as places, s.seen_at as seen_on, s.expires_at as until,
        s.idle_minutes as idle
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
    select greatest(places, 1), seen_on, until, idle from standing;
end $$;
revoke all on function varde_session from public;
grant execute on function varde_session to varde_web;

create function varde_sessions(mark bytea, token bytea, at timestamptz)
  returns table ("createdAt" timestamptz, "seenAt" timestamptz, current boolean)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select s.created_at, s.seen_at, s.token_hash = token from session s
  where s.mark = varde_sessions.mark and s.expires_at > at and s.seen_at > at - make_interval(mins => s.idle_minutes)
  order by s.seen_at desc limit 50
$$;
revoke all on function varde_sessions from public;
grant execute on function varde_sessions to varde_web;

create function varde_go_on(token bytea, at timestamptz) returns table ("expiresAt" timestamptz, "idleMinutes" integer)
  language sql volatile security definer rows 1 set search_path = pg_catalog, public, pg_temp as $$
  update session s set seen_at = at where s.token_hash = token returning s.expires_at, s.idle_minutes
$$;
revoke all on function varde_go_on from public;
grant execute on function varde_go_on to varde_web;

create function varde_open_session(token bytea, mark bytea, account uuid, organisation uuid, person uuid, at timestamptz, until timestamptz,
    idle integer)
  returns void
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if not organisation = any (coalesce(varde_organisations(), '{}')) or account is not null and not exists (
    select from membership m where m.account_id = account and m.organisation_id = organisation and m.person_id = person)
  then raise insufficient_privilege using message = 'permission denied: a session for somebody who is not there'; end if;
  insert into session (token_hash, mark, organisation_id, created_at, seen_at, expires_at, idle_minutes)
    values (token, mark, organisation, at, at, until, idle);
end $$;
revoke all on function varde_open_session from public;
grant execute on function varde_open_session to varde_web;
