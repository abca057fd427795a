-- What whoever receives requests has put right in one they wrote in: which questions, by whom, and why. Each correction stands.
create table subject_request_correction (
  organisation_id uuid not null,
  id uuid not null,
  subject_request_id uuid not null,
  corrected_at timestamptz not null,
  corrected_by_id uuid not null,
  fields text[] not null,
  reason text not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, subject_request_id) references subject_request (organisation_id, id),
  foreign key (organisation_id, corrected_by_id) references person (organisation_id, id)
);
select varde_isolate('subject_request_correction');
create index subject_request_correction_of on subject_request_correction (organisation_id, subject_request_id, id);
