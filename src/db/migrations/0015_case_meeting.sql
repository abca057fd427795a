-- Meetings in a case (S3-20): who is called, when and where, and the minutes. Beside the case and not inside it: whoever is called
-- reads of the meeting, and not of the case.
create table deviation_meeting (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  deviation_id uuid not null,
  at timestamptz not null,
  place text,
  agenda text,
  -- [{"person": …, "as": "leader"}]: people here, who are told.
  participants jsonb not null,
  -- Others, in words: a supplier, somebody without an account.
  others text,
  called_by uuid not null,
  called_at timestamptz not null,
  minutes text,
  decisions text,
  minutes_by uuid,
  minutes_at timestamptz,
  primary key (organisation_id, id),
  check ((minutes_at is null) = (minutes is null)),
  foreign key (organisation_id, deviation_id) references deviation (organisation_id, id),
  foreign key (organisation_id, called_by) references person (organisation_id, id),
  foreign key (organisation_id, minutes_by) references person (organisation_id, id)
);
select varde_isolate('deviation_meeting');
create index deviation_meeting_case on deviation_meeting (organisation_id, deviation_id);

-- Minutes, once kept, stand.
create trigger stands before update or delete on deviation_meeting for each row
  when (old.minutes_at is not null) execute function varde_stands();
