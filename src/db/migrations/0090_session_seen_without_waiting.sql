-- The session is read in the transaction of its page. Whoever asks for two pages at once must not wait for the first of them, only
-- because it says that the session was seen: the second finds the row locked, and leaves it.
create or replace function varde_session(token bytea, account uuid, organisation uuid, person uuid, at timestamptz, idle_since timestamptz, seen_before timestamptz)
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
    ), free as (
      select s.token_hash from session s where s.token_hash = token and s.seen_at < seen_before for update skip locked
    ), seen as (
      update session s set seen_at = at from free where s.token_hash = free.token_hash and exists (select from standing)
    )
    select greatest(places, 1), seen_on, until from standing;
end $$;
