-- Who is employed or works here, as what, from when and until when; when contract and declaration of confidentiality were signed (S4-032, S4-047);
-- and the checklists of starting, changing position and leaving, with what was done, when and by whom (S4-028, S4-043 to S4-051, S4-063, S4-064).
create table employment (
  organisation_id uuid not null references organisation,
  id uuid not null,
  version integer not null default 1,
  number text not null,
  person_id uuid not null,
  kind text not null check (kind in ('employee', 'consultant', 'temporary', 'other')),
  position text,
  starts_on date not null,
  ends_on date,
  contract_on date,
  declaration_on date,
  declaration_until date,
  sort_key text collate "C" generated always as (varde_sort_key(number)) stored,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references person
);
create unique index employment_number on employment (organisation_id, lower(number));
create index employment_in_order on employment (organisation_id, sort_key, id);
create index employment_by_start on employment (organisation_id, starts_on, id);
create index employment_of_person on employment (organisation_id, person_id);
create index employment_ending on employment (organisation_id, ends_on) where ends_on is not null;
select varde_isolate('employment');

create table employment_checklist (
  organisation_id uuid not null references organisation,
  id uuid not null,
  version integer not null default 1,
  employment_id uuid not null,
  kind text not null check (kind in ('start', 'change', 'leave')),
  day date not null,
  closed_at timestamptz,
  closed_by_id uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, employment_id) references employment,
  foreign key (organisation_id, closed_by_id) references person
);
-- One of starting and one of leaving; a change of position for each day it happens.
create unique index employment_checklist_once on employment_checklist (organisation_id, employment_id, kind) where kind <> 'change';
create unique index employment_checklist_of_day on employment_checklist (organisation_id, employment_id, kind, day);
select varde_isolate('employment_checklist');

create table employment_step (
  organisation_id uuid not null references organisation,
  checklist_id uuid not null,
  step text not null,
  done_on date not null,
  proof text,
  done_by_id uuid not null,
  done_at timestamptz not null,
  primary key (organisation_id, checklist_id, step),
  foreign key (organisation_id, checklist_id) references employment_checklist,
  foreign key (organisation_id, done_by_id) references person
);
select varde_isolate('employment_step');
