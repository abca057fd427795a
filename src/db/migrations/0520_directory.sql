-- People from the directory of the organisation, by SCIM (docs/decisions/0052).

-- What a directory shows to be let in. Kept as a sum: it is shown once.
create table directory_token (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  name text not null,
  token_hash bytea not null,
  made_at timestamptz not null,
  made_by_id uuid not null,
  expires_on date not null,
  used_at timestamptz,
  -- How often it was used in one minute: the limit holds for all processes together.
  minute_at timestamptz,
  minute_count integer not null default 0,
  withdrawn_at timestamptz,
  primary key (organisation_id, id),
  unique (organisation_id, token_hash),
  foreign key (organisation_id, made_by_id) references person (organisation_id, id)
);
select varde_isolate('directory_token');

-- What the directory says of a person. The id of the person is the id that the directory knows.
create table directory_entry (
  organisation_id uuid not null references organisation (id),
  person_id uuid not null,
  version integer not null default 1,
  external_id text,
  user_name text not null,
  user_name_key text not null generated always as (lower(user_name)) stored,
  display_name text,
  formatted_name text,
  given_name text,
  family_name text,
  email text,
  department text,
  department_key text generated always as (lower(department)) stored,
  manager text,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  -- Deleted in the directory. The person has left, and is kept.
  gone_at timestamptz,
  primary key (organisation_id, person_id),
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);
select varde_isolate('directory_entry');
create unique index directory_entry_user_name on directory_entry (organisation_id, user_name_key) where gone_at is null;
create unique index directory_entry_external on directory_entry (organisation_id, external_id);
create index directory_entry_department on directory_entry (organisation_id, department_key) where gone_at is null;
create index directory_entry_manager on directory_entry (organisation_id, manager) where gone_at is null;

-- Somebody whom the directory would add, with the address of a person who is here already: an administrator says whether they are the same.
create table directory_waiting (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  person_id uuid not null,
  external_id text,
  user_name text not null,
  user_name_key text not null generated always as (lower(user_name)) stored,
  display_name text not null,
  email text,
  seen_at timestamptz not null,
  primary key (organisation_id, id),
  unique (organisation_id, user_name_key),
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);
select varde_isolate('directory_waiting');
create index directory_waiting_person on directory_waiting (organisation_id, person_id);
