-- What is kept of somebody who has left goes when its time is out (docs/decisions/0047). The name alone stays where records that are kept, or the
-- log, say what they did: from this day.
alter table person add column forgotten_on date;
create index person_forgotten on person (organisation_id, forgotten_on) where forgotten_on is not null;

-- Their place in the organisation, and the account with all that opens it where it has no other place. Only in an organisation that is seen.
create function varde_forget_account(organisation uuid, person uuid) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare theirs uuid;
begin
  if not organisation = any (coalesce(varde_organisations(), '{}'))
  then raise insufficient_privilege using message = 'permission denied: a place in an organisation that is not seen'; end if;
  select m.account_id into theirs from membership m where m.organisation_id = organisation and m.person_id = person;
  if theirs is null then return; end if;
  -- Whoever gives the account another place waits, and finds whether it is there.
  perform from account a where a.id = theirs for update;
  delete from membership m where m.account_id = theirs and m.organisation_id = organisation and m.person_id = person;
  if exists (select from membership m where m.account_id = theirs) then return; end if;
  delete from account_recovery r where r.account_id = theirs;
  delete from passkey p where p.account_id = theirs;
  delete from account a where a.id = theirs;
end $$;
revoke all on function varde_forget_account(uuid, uuid) from public;
grant execute on function varde_forget_account(uuid, uuid) to varde_web;
