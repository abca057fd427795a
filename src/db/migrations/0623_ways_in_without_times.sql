-- S4-131: how somebody signs in says no more of when than the line in the log does, which waits for the end of the day. A code is remembered as a mark
-- that nobody makes without the key of the house, for as long as it might be used again, and of a passkey only the day stands.
alter table passkey_answered rename to answer_taken;

create function varde_take_answer(mark bytea, at timestamptz, until timestamptz) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  delete from answer_taken a where a.until < at;
  insert into answer_taken (mark, until) values (varde_take_answer.mark, varde_take_answer.until) on conflict do nothing;
  return found;
end $$;
revoke all on function varde_take_answer(bytea, timestamptz, timestamptz) from public;
grant execute on function varde_take_answer(bytea, timestamptz, timestamptz) to varde_web;

create or replace function varde_use_passkey(id uuid, counter bigint, mark bytea, at timestamptz, until timestamptz) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if not varde_take_answer(mark, at, until) then return false; end if;
  update passkey p set counter = varde_use_passkey.counter,
      used_at = date_trunc('day', at at time zone 'Europe/Oslo') at time zone 'Europe/Oslo'
    where p.id = varde_use_passkey.id and (p.counter < varde_use_passkey.counter or p.counter = 0 and varde_use_passkey.counter = 0);
  return found;
end $$;

update passkey set used_at = date_trunc('day', used_at at time zone 'Europe/Oslo') at time zone 'Europe/Oslo' where used_at is not null;
-- varde_take_step stays for a version that runs beside this one while it is brought up to date.
update account set factor_step = null where factor_step is not null;
