-- An organisation is seen by those inside it, and by nobody else; one is made at set-up, and never by whoever serves the pages afterwards.
-- What must be known before sign-in is asked by functions, each for one thing.

drop policy known on organisation;
drop policy made on organisation;
create policy inside on organisation for select using (id = any ((select varde_organisations())::uuid[]));
revoke insert on organisation from varde_web;

-- Whether somebody has set this installation up, and no more.
create function varde_any_organisation() returns boolean
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select exists (select from organisation)
$$;

-- Only the examples: whoever tries them chooses between them before signing in.
create function varde_example_organisations() returns table (id uuid, name text, "profileVersion" integer)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select o.id, o.name, o.profile_version from organisation o where o.demo order by o.sort_key, o.id
$$;

-- Whoever serves the pages makes one only in the transaction that sets the installation up: the example has several. The owner of the
-- tables may always.
create function varde_make_organisation(id uuid, name text, slug text, demo boolean, at timestamptz) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  asks name := coalesce(nullif(current_setting('role'), 'none'), session_user);
begin
  if not pg_has_role(asks, current_user, 'MEMBER')
    and exists (select from organisation o where o.xmin is distinct from pg_current_xact_id()::xid)
  then raise insufficient_privilege using message = 'permission denied: an organisation in an installation that is set up'; end if;
  insert into organisation (id, name, slug, demo, profile_version, created_at) values (id, name, slug, demo, 1, at);
end $$;

do $$
declare each regprocedure;
begin
  foreach each in array array['varde_any_organisation()', 'varde_example_organisations()',
    'varde_make_organisation(uuid, text, text, boolean, timestamptz)']::regprocedure[] loop
    execute format('revoke all on function %s from public', each);
    execute format('grant execute on function %s to varde_web', each);
  end loop;
end $$;
