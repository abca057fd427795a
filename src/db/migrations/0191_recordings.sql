-- Audio recordings and kept clips, as metadata: the recording itself is never here.
create table recording (
  organisation_id uuid not null references organisation,
  id uuid not null,
  version integer not null default 1,
  name text not null,
  kind text not null check (kind in ('audio', 'camera')),
  unit_id uuid not null,
  started_at timestamptz not null,
  minutes integer,
  recorded_by_id uuid not null,
  camera_id uuid,
  purposes text[] not null,
  other_why text,
  situation text check (situation in ('threat', 'complaint')),
  complaint text check (complaint in ('wontSpeak', 'notAvailable')),
  told text check (told in ('yes', 'no')),
  not_told_why text,
  case_reference text,
  caseworker_id uuid,
  note text,
  storage_place text not null,
  access_ids uuid[] not null,
  erase_on date not null,
  erase text not null check (erase in ('delete', 'anonymise')),
  keep_reason text,
  status text not null check (status in ('kept', 'held', 'handedOver', 'erased')),
  held_on date,
  hold_reason text check (hold_reason in ('crime', 'accident')),
  hold_review_on date,
  hold_reviewer_id uuid,
  released_on date,
  handed_on date,
  handed_to text,
  handed_reference text,
  archive_reference text,
  erased_on date,
  sort_key text collate "C" generated always as (varde_sort_key(name)) stored,
  primary key (organisation_id, id),
  foreign key (organisation_id, unit_id) references unit,
  foreign key (organisation_id, recorded_by_id) references person,
  foreign key (organisation_id, camera_id) references camera,
  foreign key (organisation_id, caseworker_id) references person,
  foreign key (organisation_id, hold_reviewer_id) references person
);
create index recording_by_start on recording (organisation_id, started_at, id);
create index recording_by_erasure on recording (organisation_id, erase_on, id);
create index recording_by_kind on recording (organisation_id, kind, started_at, id);
create index recording_by_unit on recording (organisation_id, unit_id, started_at, id);
create index recording_by_status on recording (organisation_id, status, started_at, id);
create index recording_by_situation on recording (organisation_id, situation, started_at, id);
create index recording_by_camera on recording (organisation_id, camera_id, id);
create index recording_points on recording (organisation_id, id) include (access_ids);
select varde_isolate('recording');
