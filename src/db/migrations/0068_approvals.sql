-- What each of those who must approve a record said of it. Never changed, but for the moment it fell.
create table approval (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  subject_type text not null,
  subject_id uuid not null,
  part text not null,
  verdict text not null check (verdict in ('approved', 'returned')),
  -- What was approved, as a fingerprint: when the record says something else, the approval falls.
  rests_on text not null,
  reason text,
  given_by uuid not null,
  -- Who let them say it; null where the part is their own.
  on_behalf_of uuid,
  given_at timestamptz not null,
  fell_at timestamptz,
  fell_because text check (fell_because in ('changed', 'withdrawn', 'replaced')),
  primary key (organisation_id, id),
  check ((fell_at is null) = (fell_because is null)),
  foreign key (organisation_id, given_by) references person (organisation_id, id),
  foreign key (organisation_id, on_behalf_of) references person (organisation_id, id)
);
select varde_isolate('approval');
create unique index approval_stands on approval (organisation_id, subject_type, subject_id, part) where fell_at is null;
create index approval_of on approval (organisation_id, subject_type, subject_id, given_at);

-- Who says it for whoever plays a part in a record, and since when.
create table approval_stand_in (
  organisation_id uuid not null references organisation (id),
  subject_type text not null,
  subject_id uuid not null,
  part text not null,
  person_id uuid not null,
  given_by uuid not null,
  given_at timestamptz not null,
  primary key (organisation_id, subject_type, subject_id, part),
  foreign key (organisation_id, person_id) references person (organisation_id, id),
  foreign key (organisation_id, given_by) references person (organisation_id, id)
);
select varde_isolate('approval_stand_in');
