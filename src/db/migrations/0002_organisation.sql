-- Organisations, their profiles, units, people and roles (M01, M02).
-- `organisation`, and the tables of identity, belong to the installation: they say who may be in an organisation, so they
-- cannot themselves be inside one.

create table organisation (
  id uuid primary key,
  name text not null,
  slug text not null unique,
  profile_version integer not null default 1,
  demo boolean not null default false,
  created_at timestamptz not null
);

-- A profile is never changed, a new version is added: a running case keeps the rules it began with.
create table organisation_profile (
  organisation_id uuid not null references organisation (id),
  version integer not null,
  profile jsonb not null,
  valid_from timestamptz not null,
  primary key (organisation_id, version)
);
select varde_isolate('organisation_profile');

create table unit (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  name text not null,
  kind text not null default 'unit',
  parent_id uuid,
  -- The unit itself and everything above it: "this unit and below" is one index look-up.
  path uuid[] not null,
  leader_id uuid,
  version integer not null default 1,
  primary key (organisation_id, id),
  foreign key (organisation_id, parent_id) references unit (organisation_id, id)
);
select varde_isolate('unit');
create index unit_leader on unit (organisation_id, leader_id);

create table person (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  name text not null,
  email text,
  unit_id uuid,
  leader_id uuid,
  locale text check (locale in ('nb', 'nn', 'en')),
  -- The demo's way in; null in an installation that is not a demo.
  demo_slug text,
  active boolean not null default true,
  version integer not null default 1,
  primary key (organisation_id, id),
  unique (organisation_id, demo_slug),
  foreign key (organisation_id, unit_id) references unit (organisation_id, id),
  foreign key (organisation_id, leader_id) references person (organisation_id, id)
);
select varde_isolate('person');

alter table unit add foreign key (organisation_id, leader_id) references person (organisation_id, id);

create table role_assignment (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  person_id uuid not null,
  role text not null,
  -- Null: the whole organisation.
  unit_id uuid,
  from_date date not null,
  -- The first day it no longer holds.
  to_date date check (to_date > from_date),
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id),
  foreign key (organisation_id, unit_id) references unit (organisation_id, id)
);
select varde_isolate('role_assignment');
create index role_assignment_person on role_assignment (organisation_id, person_id);
create index role_assignment_role on role_assignment (organisation_id, role);
