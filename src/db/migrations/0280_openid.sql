-- Sign-in with OpenID Connect. Each organisation has its own providers, and whoever comes by one comes as a person of that organisation and
-- nobody else's: no account of the installation is reached by it (docs/decisions/0042).

create table openid_provider (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  version integer not null default 1,
  kind text not null check (kind in ('entra', 'feide', 'idporten', 'ansattporten', 'other')),
  name text not null,
  -- Never changed: the secret is shown to it, and people are linked to what it calls them.
  issuer text not null,
  client_id text not null,
  scopes text,
  levels text,
  linking text not null check (linking in ('invitation', 'email', 'claim')),
  claim text,
  active text not null check (active in ('yes', 'no')),
  -- Sealed with the key of the house, bound to the provider and its issuer.
  secret bytea,
  secret_at timestamptz,
  primary key (organisation_id, id),
  unique (organisation_id, issuer)
);
select varde_isolate('openid_provider');

-- Who a provider's subject is here. A mark instead of the subject: whoever reads the table learns of nobody.
create table openid_link (
  organisation_id uuid not null references organisation (id),
  provider_id uuid not null,
  subject_mark bytea not null,
  person_id uuid not null,
  way text not null check (way in ('invitation', 'email', 'claim')),
  linked_at timestamptz not null,
  primary key (organisation_id, provider_id, subject_mark),
  unique (organisation_id, provider_id, person_id),
  foreign key (organisation_id, provider_id) references openid_provider (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);
select varde_isolate('openid_link');
create index openid_link_person on openid_link (organisation_id, person_id);

-- What the provider will say of somebody the first time, written by the administrator: an employee number. A mark of it, for the same reason.
create table openid_expected (
  organisation_id uuid not null references organisation (id),
  provider_id uuid not null,
  person_id uuid not null,
  value_mark bytea not null,
  primary key (organisation_id, provider_id, person_id),
  unique (organisation_id, provider_id, value_mark),
  foreign key (organisation_id, provider_id) references openid_provider (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);
select varde_isolate('openid_expected');

-- What may be used once: the state of a sign-in, and a provider's word that somebody has signed out.
create table openid_once (
  organisation_id uuid not null references organisation (id),
  mark bytea not null,
  until timestamptz not null,
  primary key (organisation_id, mark)
);
select varde_isolate('openid_once');

-- Whether people here may sign in with a password. No row: they may.
create table password_rule (
  organisation_id uuid not null primary key references organisation (id),
  id uuid not null,
  version integer not null default 1,
  passwords text not null check (passwords in ('everyone', 'emergency')),
  emergency_id uuid,
  foreign key (organisation_id, emergency_id) references person (organisation_id, id),
  check (passwords = 'everyone' or emergency_id is not null)
);
select varde_isolate('password_rule');

-- By which provider a session came, and a mark of the provider's own session. Whose it is the row still does not say.
alter table session add column provider_id uuid, add column provider_mark bytea;
create index session_provider on session (organisation_id, provider_id) where provider_id is not null;

create function varde_session_by_provider(token bytea, provider uuid, mark bytea) returns void
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
  update session s set provider_id = provider, provider_mark = varde_session_by_provider.mark
  where s.token_hash = token and s.organisation_id = any (varde_organisations())
$$;

-- Those of one session at the provider; all of the provider where no mark is given. Only of an organisation that is seen.
create function varde_close_of_provider(organisation uuid, provider uuid, mark bytea) returns integer
  language sql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
  with gone as (
    delete from session s
    where s.organisation_id = organisation and s.provider_id = provider and (varde_close_of_provider.mark is null or s.provider_mark = varde_close_of_provider.mark)
      and organisation = any (varde_organisations())
    returning 1
  ) select count(*)::int from gone
$$;

-- Where there is one organisation, the page of sign-in is its own.
create function varde_only_organisation() returns text
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select min(o.slug) from organisation o having count(*) = 1
$$;

-- Whether a person of an organisation that is seen has a password: only then can a sign-in for emergencies be theirs.
create function varde_has_password(organisation uuid, person uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select exists (
    select from membership m join account a on a.id = m.account_id
    where m.organisation_id = organisation and m.person_id = person and a.password_hash is not null and a.disabled_at is null
      and organisation = any (varde_organisations()))
$$;

do $$
declare each regprocedure;
begin
  foreach each in array array['varde_session_by_provider(bytea, uuid, bytea)', 'varde_close_of_provider(uuid, uuid, bytea)',
    'varde_only_organisation()', 'varde_has_password(uuid, uuid)']::regprocedure[] loop
    execute format('revoke all on function %s from public', each);
    execute format('grant execute on function %s to varde_web', each);
  end loop;
end $$;
