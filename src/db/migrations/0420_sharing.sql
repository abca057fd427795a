-- Written once, used by many (docs/decisions/0044): what one organisation shares with others, and what these have taken.

-- Organisations that one shares with: an inter-municipal cooperation, those whom a host serves.
create table sharing_circle (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  version integer not null default 1,
  name text not null,
  primary key (organisation_id, id)
);
create unique index sharing_circle_name on sharing_circle (organisation_id, lower(name));
select varde_isolate('sharing_circle');

-- Whom a circle names, and what they were called then: an organisation is seen by those inside it and nobody else.
create table sharing_member (
  organisation_id uuid not null,
  circle_id uuid not null,
  member_id uuid not null,
  member_name text not null,
  primary key (organisation_id, circle_id, member_id),
  foreign key (organisation_id, circle_id) references sharing_circle (organisation_id, id) on delete cascade
);
select varde_isolate('sharing_member');
create index sharing_member_of on sharing_member (member_id, organisation_id, circle_id);
-- Whoever is named sees that line, and none of the others.
create policy named on sharing_member for select using (member_id = any ((select varde_organisations())::uuid[]));

-- The newest edition of what is shared: what the record said when it was decided, without a person in it. The one table that is read
-- across organisations. No circle and not everyone: the units of the organisation itself. What is withdrawn is deleted.
create table shared_record (
  organisation_id uuid not null references organisation (id),
  subject_type text not null,
  subject_id uuid not null,
  edition integer not null default 1,
  -- The version of the record that was shared.
  version integer not null,
  circle_id uuid,
  everyone boolean not null default false,
  -- What the organisation that shares it is called: it is not seen by those it shares with.
  organisation_name text not null,
  name text not null,
  note text,
  content jsonb not null,
  shared_at timestamptz not null,
  primary key (organisation_id, subject_type, subject_id),
  foreign key (organisation_id, circle_id) references sharing_circle (organisation_id, id)
);
select varde_isolate('shared_record');
-- Read alone: what is not said here is refused. The circle is that of the same organisation, or anybody could make one of the same id.
create policy shared_with on shared_record for select using (
  (everyone and cardinality((select varde_organisations())::uuid[]) > 0)
  or exists (select from sharing_member m where m.organisation_id = shared_record.organisation_id and m.circle_id = shared_record.circle_id
    and m.member_id = any ((select varde_organisations())::uuid[]))
);

-- A record of one's own that began with one that is shared: the edition that was taken or answered last, and what it said.
create table taken_record (
  organisation_id uuid not null references organisation (id),
  subject_type text not null,
  subject_id uuid not null,
  source_organisation_id uuid not null,
  source_id uuid not null,
  source_name text not null,
  edition integer not null,
  content jsonb not null,
  taken_at timestamptz not null,
  -- For which unit it was taken; null: for the organisation.
  unit_id uuid,
  -- What its owner has been told of the source.
  told text not null default 'same',
  primary key (organisation_id, subject_type, subject_id),
  unique nulls not distinct (organisation_id, source_organisation_id, subject_type, source_id, unit_id),
  foreign key (organisation_id, unit_id) references unit (organisation_id, id)
);
select varde_isolate('taken_record');
