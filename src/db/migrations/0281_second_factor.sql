-- A code from an app as a second factor of a local account. The secret is sealed with the key of the house; recovery codes are marks of it.
alter table account add column factor_secret bytea, add column factor_at timestamptz, add column factor_step bigint;

create table account_recovery (
  account_id uuid not null references account (id),
  mark bytea not null,
  primary key (account_id, mark)
);
revoke all on account_recovery from varde_web;

create function varde_second_factor(account uuid) returns table (secret bytea, "since" timestamptz, codes integer)
  language sql stable security definer rows 1 set search_path = pg_catalog, public, pg_temp as $$
  select a.factor_secret, a.factor_at, (select count(*)::int from account_recovery r where r.account_id = a.id)
  from account a where a.id = varde_second_factor.account and a.factor_secret is not null and a.disabled_at is null
$$;

-- A code is used once: of two with the same the second finds its step taken (RFC 6238 § 5.2).
create function varde_take_step(account uuid, step bigint) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update account a set factor_step = varde_take_step.step
    where a.id = varde_take_step.account and a.factor_secret is not null and coalesce(a.factor_step, 0) < varde_take_step.step;
  return found;
end $$;

create function varde_take_recovery(account uuid, mark bytea) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  delete from account_recovery r where r.account_id = varde_take_recovery.account and r.mark = varde_take_recovery.mark;
  return found;
end $$;

-- Only of somebody in an organisation that is seen. Null takes it away, and the recovery codes with it.
create function varde_set_second_factor(account uuid, secret bytea, at timestamptz, step bigint, marks bytea[]) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update account a set factor_secret = secret, factor_at = at, factor_step = varde_set_second_factor.step
    where a.id = varde_set_second_factor.account and exists (
      select from membership m where m.account_id = a.id and m.organisation_id = any (varde_organisations()));
  if not found then raise insufficient_privilege using message = 'permission denied: the second factor of somebody who is not there'; end if;
  delete from account_recovery r where r.account_id = varde_set_second_factor.account;
  insert into account_recovery (account_id, mark) select varde_set_second_factor.account, unnest(marks);
end $$;

do $$
declare each regprocedure;
begin
  foreach each in array array['varde_second_factor(uuid)', 'varde_take_step(uuid, bigint)', 'varde_take_recovery(uuid, bytea)',
    'varde_set_second_factor(uuid, bytea, timestamptz, bigint, bytea[])']::regprocedure[] loop
    execute format('revoke all on function %s from public', each);
    execute format('grant execute on function %s to varde_web', each);
  end loop;
end $$;
