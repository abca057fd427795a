-- One incident with many controllers: those with whom a case is shared are told at once, and say what they make of it. A row for each source
-- that an organisation has been told of; from then on it knows.
create table sharing_told (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  subject_type text not null,
  source_organisation_id uuid not null,
  source_id uuid not null,
  told_at timestamptz not null,
  -- It is not ours: who said so, when and why. The case itself is a row of taken_record.
  declined_at timestamptz,
  declined_by uuid,
  reason text,
  primary key (organisation_id, id),
  unique (organisation_id, source_organisation_id, subject_type, source_id),
  foreign key (organisation_id, declined_by) references person (organisation_id, id),
  check ((declined_at is null) = (declined_by is null) and (declined_at is null) = (reason is null))
);
select varde_isolate('sharing_told');
