-- The web role and the one policy every organisation's table has.
-- varde_web serves every page and job: it owns nothing, cannot bypass row-level security and cannot truncate.
-- Forward only: never change a file that has been released; write the next one.

do $$
begin
  -- On a shared server another installation may have made the role already.
  if not exists (select from pg_roles where rolname = 'varde_web') then
    create role varde_web nologin nosuperuser nocreatedb nocreaterole noreplication nobypassrls;
  end if;
  if exists (select from pg_roles where rolname = 'varde_web' and (rolsuper or rolbypassrls or rolcreaterole)) then
    raise exception 'The role varde_web may pass by row-level security.'
      using hint = 'As an administrator: alter role varde_web nosuperuser nobypassrls nocreaterole';
  end if;
  -- The owner opens connections that become varde_web.
  if not exists (select from pg_auth_members m where m.roleid = 'varde_web'::regrole and m.member = current_user::regrole and
      coalesce((to_jsonb(m) ->> 'set_option')::boolean, true)) then
    begin
      execute format('grant varde_web to %I', current_user);
    exception when insufficient_privilege then
      raise exception 'The role varde_web exists, and % may not take it.', current_user
        using hint = format('As an administrator: grant varde_web to %I', current_user);
    end;
  end if;
end
$$;

revoke create on schema public from public;
grant usage on schema public to varde_web;

-- Tables made by later migrations. No truncate (it ignores policies), no references, no triggers.
alter default privileges in schema public grant select, insert, update, delete on tables to varde_web;
alter default privileges in schema public grant usage on sequences to varde_web;

-- The organisations this transaction may see: set by inOrganisations() in src/db/transaction.ts.
-- After a commit the setting is '' and not null on a pooled connection, therefore nullif.
create function varde_organisations() returns uuid[]
  language sql stable parallel safe
  return string_to_array(nullif(current_setting('varde.organisations', true), ''), ',')::uuid[];

-- Call it once for each table with a column organisation_id: select varde_isolate('deviation');
-- Forced: it holds for the owner too, so seeds and data migrations must name the organisations they work for:
-- select set_config('varde.organisations', '<uuid>,<uuid>', true);
create function varde_isolate(table_name regclass) returns void
  language plpgsql as $$
begin
  execute format('alter table %s enable row level security', table_name);
  execute format('alter table %s force row level security', table_name);
  -- In a subquery the array is made once for each statement and not once for each row.
  execute format(
    'create policy organisation on %s using (organisation_id = any ((select varde_organisations())::uuid[]))
       with check (organisation_id = any ((select varde_organisations())::uuid[]))', table_name);
end
$$;
