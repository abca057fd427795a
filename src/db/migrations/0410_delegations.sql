-- Who has delegated which tasks to whom, from when and until when, on what ground, and where that is documented (S4-091).

create table delegation (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  version integer not null default 1,
  name text not null,
  authority text not null check (authority in ('processing', 'systems', 'disclosure', 'access', 'agreements', 'subjectRequests', 'notices', 'cameras', 'other')),
  other_authority text,
  delegated_by_id uuid not null,
  delegated_to_id uuid not null,
  unit_id uuid,
  processings_ids uuid[] not null default '{}',
  systems_ids uuid[] not null default '{}',
  from_date date not null,
  to_date date,
  ground text not null,
  documented_in text not null,
  onward text not null check (onward in ('yes', 'no')),
  in_force text not null check (in_force in ('yes', 'no')),
  sort_key text collate "C" generated always as (varde_sort_key(name)) stored,
  primary key (organisation_id, id),
  foreign key (organisation_id, delegated_by_id) references person,
  foreign key (organisation_id, delegated_to_id) references person,
  foreign key (organisation_id, unit_id) references unit
);
select varde_isolate('delegation');
create index delegation_in_order on delegation (organisation_id, sort_key, id);
create index delegation_by_force on delegation (organisation_id, in_force, sort_key, id);
create index delegation_by_authority on delegation (organisation_id, authority, sort_key, id);
create index delegation_by_unit on delegation (organisation_id, unit_id, sort_key, id);
create index delegation_from on delegation (organisation_id, delegated_by_id, sort_key, id);
create index delegation_to on delegation (organisation_id, delegated_to_id, sort_key, id);
create index delegation_ends on delegation (organisation_id, to_date, id) where in_force = 'yes';
create index delegation_of_processings on delegation (organisation_id, id) include (processings_ids);
create index delegation_of_systems on delegation (organisation_id, id) include (systems_ids);
select varde_searched('delegation', 'name', 'other_authority', 'ground', 'documented_in');
