-- What information security is to reach, what is done to reach it, and how it goes (S4-014).
create table security_objective (
  organisation_id uuid not null references organisation,
  id uuid not null,
  version integer not null default 1,
  name text not null,
  content text,
  document_id uuid,
  measured text,
  measures_ids uuid[] not null default '{}',
  activities_ids uuid[] not null default '{}',
  owner_id uuid,
  state text not null check (state in ('notStarted', 'underWay', 'behind', 'reached')),
  assessed_on date,
  assessment text,
  sort_key text collate "C" generated always as (varde_sort_key(name)) stored,
  primary key (organisation_id, id),
  foreign key (organisation_id, document_id) references governing_document,
  foreign key (organisation_id, owner_id) references person
);
create unique index security_objective_name on security_objective (organisation_id, lower(name));
create index security_objective_in_order on security_objective (organisation_id, sort_key, id);
create index security_objective_by_document on security_objective (organisation_id, document_id, sort_key, id);
create index security_objective_by_owner on security_objective (organisation_id, owner_id, sort_key, id);
create index security_objective_by_state on security_objective (organisation_id, state, sort_key, id);
select varde_isolate('security_objective');
select varde_searched('security_objective', 'name', 'content', 'measured', 'assessment');
