-- When processing ends, how its data are erased, and what must be kept in the archive (Articles 5(1)(e), 17 and 30(1)(f); arkivlova § 13).
alter table processing
  add column purpose_ends_on date,
  add column basis_ends_on date,
  add column deletion_routine text,
  add column erase text check (erase in ('delete', 'anonymise')),
  add column archive text check (archive in ('yes', 'no'));
create index processing_purpose_ends on processing (organisation_id, purpose_ends_on, id) where purpose_ends_on is not null;
create index processing_basis_ends on processing (organisation_id, basis_ends_on, id) where basis_ends_on is not null;

-- What is to be deleted, and the proof that it has been: who, when, what and how, and nothing of those whom the data were about.
create table deletion (
  organisation_id uuid not null references organisation,
  id uuid not null,
  version integer not null default 1,
  name text not null,
  subject text not null check (subject in ('processing', 'camera', 'recording')),
  subject_id uuid not null,
  unit_id uuid,
  owner_id uuid,
  why text not null check (why in ('purposeEnded', 'basisEnded', 'timeUp', 'takenDown')),
  due_on date not null,
  planned text not null check (planned in ('delete', 'anonymise')),
  state text not null check (state in ('due', 'confirming', 'done', 'stopped', 'dropped')),
  outcome text check (outcome in ('deleted', 'anonymised', 'archived')),
  done_on date,
  what text,
  method text,
  archive text check (archive in ('yes', 'no')),
  archive_basis text,
  archive_place text,
  done_by_id uuid,
  done_at timestamptz,
  second_by_id uuid,
  second_at timestamptz,
  sort_key text collate "C" generated always as (varde_sort_key(name)) stored,
  primary key (organisation_id, id),
  foreign key (organisation_id, unit_id) references unit,
  foreign key (organisation_id, owner_id) references person,
  foreign key (organisation_id, done_by_id) references person,
  foreign key (organisation_id, second_by_id) references person
);
create unique index deletion_open on deletion (organisation_id, subject, subject_id) where state in ('due', 'confirming');
create index deletion_by_due on deletion (organisation_id, due_on, id);
create index deletion_by_state on deletion (organisation_id, state, due_on, id);
create index deletion_by_subject on deletion (organisation_id, subject, due_on, id);
create index deletion_by_unit on deletion (organisation_id, unit_id, due_on, id);
create index deletion_by_outcome on deletion (organisation_id, outcome, due_on, id);
create index deletion_of on deletion (organisation_id, subject_id, due_on, id);
select varde_isolate('deletion');
