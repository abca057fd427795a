-- Complaints of breach of research ethics (S1-51): a space of their own, numbered in a series of their own, and a conversation with the head
-- of studies that is offered first (S1-52).
create table ethics_number (
  organisation_id uuid not null references organisation (id),
  year integer not null,
  last integer not null,
  primary key (organisation_id, year)
);
select varde_isolate('ethics_number');

create table ethics_complaint (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  version integer not null default 1,
  unit_id uuid not null,
  person_group text not null check (person_group in ('employee', 'applicant', 'candidate', 'graduate')),
  against text not null,
  about_leader text not null check (about_leader in ('no', 'yes')),
  about text,
  status text not null check (status in ('draft', 'sent', 'received', 'closed')),
  year integer,
  number integer,
  writer_id uuid not null,
  written_at timestamptz not null,
  sent_at timestamptz,
  receiver_unit_id uuid,
  received_by_id uuid,
  received_at timestamptz,
  outcome text,
  closed_by_id uuid,
  closed_at timestamptz,
  primary key (organisation_id, id),
  unique (organisation_id, year, number),
  foreign key (organisation_id, unit_id) references unit (organisation_id, id),
  foreign key (organisation_id, receiver_unit_id) references unit (organisation_id, id),
  foreign key (organisation_id, writer_id) references person (organisation_id, id),
  foreign key (organisation_id, received_by_id) references person (organisation_id, id),
  foreign key (organisation_id, closed_by_id) references person (organisation_id, id),
  check ((status = 'draft') = (number is null)),
  check ((number is null) = (receiver_unit_id is null)),
  check ((status = 'closed') = (outcome is not null))
);
select varde_isolate('ethics_complaint');
create index ethics_complaint_by_writing on ethics_complaint (organisation_id, written_at, id);
create index ethics_complaint_by_status on ethics_complaint (organisation_id, status, written_at, id);
create index ethics_complaint_by_group on ethics_complaint (organisation_id, person_group, written_at, id);
create index ethics_complaint_of_writer on ethics_complaint (organisation_id, writer_id);
create index ethics_complaint_of_receiver on ethics_complaint (organisation_id, receiver_unit_id);
create index ethics_complaint_of_unit on ethics_complaint (organisation_id, unit_id);

create table ethics_talk (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  version integer not null default 1,
  unit_id uuid not null,
  head_id uuid not null,
  writer_id uuid not null,
  asked_at timestamptz not null,
  arranged_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, unit_id) references unit (organisation_id, id),
  foreign key (organisation_id, head_id) references person (organisation_id, id),
  foreign key (organisation_id, writer_id) references person (organisation_id, id)
);
select varde_isolate('ethics_talk');
create index ethics_talk_of_unit on ethics_talk (organisation_id, unit_id);
create index ethics_talk_of_head on ethics_talk (organisation_id, head_id);
create index ethics_talk_of_writer on ethics_talk (organisation_id, writer_id);
