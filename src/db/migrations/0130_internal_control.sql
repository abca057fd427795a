-- What internal control is made of beside the records themselves (M15): requirements, audits and what they find, inspections, the documents
-- that govern, exercises of plans, what was raised in the meetings of units, and activities of the year.

create table requirement (
  organisation_id uuid not null references organisation,
  id uuid not null,
  version integer not null default 1,
  name text not null,
  source text not null check (source in ('law', 'contract', 'privacy', 'ethics')),
  reference text,
  content text,
  measures text,
  routine text,
  evidence text,
  systems_ids uuid[] not null default '{}',
  unit_id uuid,
  owner_id uuid,
  in_force text not null check (in_force in ('yes', 'no')),
  sort_key text collate "C" generated always as (varde_sort_key(name)) stored,
  primary key (organisation_id, id),
  foreign key (organisation_id, unit_id) references unit,
  foreign key (organisation_id, owner_id) references person
);
create unique index requirement_name on requirement (organisation_id, lower(name));
create index requirement_in_order on requirement (organisation_id, sort_key, id);
create index requirement_by_source on requirement (organisation_id, source, sort_key, id);
create index requirement_by_unit on requirement (organisation_id, unit_id, sort_key, id);
create index requirement_by_force on requirement (organisation_id, in_force, sort_key, id);
select varde_isolate('requirement');
select varde_searched('requirement', 'name', 'reference', 'content', 'measures', 'routine', 'evidence');

create table security_audit (
  organisation_id uuid not null references organisation,
  id uuid not null,
  version integer not null default 1,
  name text not null,
  kind text not null check (kind in ('internal', 'external')),
  planned_on date not null,
  leader_id uuid,
  team_ids uuid[] not null default '{}',
  units_ids uuid[] not null default '{}',
  scope text,
  held_on date,
  results text,
  conclusions text,
  sort_key text collate "C" generated always as (varde_sort_key(name)) stored,
  primary key (organisation_id, id),
  foreign key (organisation_id, leader_id) references person
);
create index security_audit_in_order on security_audit (organisation_id, sort_key, id);
create index security_audit_by_day on security_audit (organisation_id, planned_on, id);
create index security_audit_by_kind on security_audit (organisation_id, kind, planned_on, id);
select varde_isolate('security_audit');
select varde_searched('security_audit', 'name', 'scope', 'results', 'conclusions');

create table audit_finding (
  organisation_id uuid not null references organisation,
  id uuid not null,
  version integer not null default 1,
  name text not null,
  audit_id uuid not null,
  grade text not null check (grade in ('major', 'minor', 'improvement')),
  found text,
  action text,
  owner_id uuid,
  due_on date,
  closed_on date,
  outcome text,
  sort_key text collate "C" generated always as (varde_sort_key(name)) stored,
  primary key (organisation_id, id),
  foreign key (organisation_id, audit_id) references security_audit,
  foreign key (organisation_id, owner_id) references person
);
create index audit_finding_in_order on audit_finding (organisation_id, sort_key, id);
create index audit_finding_of on audit_finding (organisation_id, audit_id, sort_key, id);
create index audit_finding_by_grade on audit_finding (organisation_id, grade, sort_key, id);
create index audit_finding_by_owner on audit_finding (organisation_id, owner_id, sort_key, id);
select varde_isolate('audit_finding');
select varde_searched('audit_finding', 'name', 'found', 'action', 'outcome');

create table inspection (
  organisation_id uuid not null references organisation,
  id uuid not null,
  version integer not null default 1,
  name text not null,
  kind text not null check (kind in ('public', 'internal')),
  authority text,
  held_on date not null,
  unit_id uuid,
  reference text,
  result text,
  action text,
  owner_id uuid,
  due_on date,
  closed_on date,
  outcome text,
  sort_key text collate "C" generated always as (varde_sort_key(name)) stored,
  primary key (organisation_id, id),
  foreign key (organisation_id, unit_id) references unit,
  foreign key (organisation_id, owner_id) references person
);
create index inspection_in_order on inspection (organisation_id, sort_key, id);
create index inspection_by_day on inspection (organisation_id, held_on, id);
create index inspection_by_kind on inspection (organisation_id, kind, held_on, id);
create index inspection_by_unit on inspection (organisation_id, unit_id, held_on, id);
select varde_isolate('inspection');
select varde_searched('inspection', 'name', 'authority', 'reference', 'result', 'action', 'outcome');

create table governing_document (
  organisation_id uuid not null references organisation,
  id uuid not null,
  version integer not null default 1,
  name text not null,
  kind text not null check (kind in ('goals', 'strategy', 'organisation', 'responsibility', 'contingencyPlan', 'other')),
  content text,
  place text,
  owner_id uuid,
  edition text,
  in_force text not null check (in_force in ('yes', 'no')),
  approved_at timestamptz,
  approved_by_id uuid,
  sort_key text collate "C" generated always as (varde_sort_key(name)) stored,
  primary key (organisation_id, id),
  foreign key (organisation_id, owner_id) references person,
  foreign key (organisation_id, approved_by_id) references person
);
create unique index governing_document_name on governing_document (organisation_id, lower(name));
create index governing_document_in_order on governing_document (organisation_id, sort_key, id);
create index governing_document_by_kind on governing_document (organisation_id, kind, sort_key, id);
create index governing_document_by_owner on governing_document (organisation_id, owner_id, sort_key, id);
select varde_isolate('governing_document');
select varde_searched('governing_document', 'name', 'content');

create table plan_exercise (
  organisation_id uuid not null references organisation,
  id uuid not null,
  version integer not null default 1,
  name text not null,
  plan_id uuid not null,
  held_on date not null,
  leader_id uuid,
  scenario text,
  result text,
  sort_key text collate "C" generated always as (varde_sort_key(name)) stored,
  primary key (organisation_id, id),
  foreign key (organisation_id, plan_id) references governing_document,
  foreign key (organisation_id, leader_id) references person
);
create index plan_exercise_in_order on plan_exercise (organisation_id, sort_key, id);
create index plan_exercise_of on plan_exercise (organisation_id, plan_id, held_on, id);
select varde_isolate('plan_exercise');
select varde_searched('plan_exercise', 'name', 'scenario', 'result');

create table unit_meeting (
  organisation_id uuid not null references organisation,
  id uuid not null,
  version integer not null default 1,
  name text not null,
  unit_id uuid not null,
  held_on date not null,
  notes text,
  sort_key text collate "C" generated always as (varde_sort_key(name)) stored,
  primary key (organisation_id, id),
  foreign key (organisation_id, unit_id) references unit
);
create index unit_meeting_in_order on unit_meeting (organisation_id, sort_key, id);
create index unit_meeting_by_day on unit_meeting (organisation_id, held_on, id);
create index unit_meeting_of on unit_meeting (organisation_id, unit_id, held_on, id);
select varde_isolate('unit_meeting');
select varde_searched('unit_meeting', 'name', 'notes');

create table control_activity (
  organisation_id uuid not null references organisation,
  id uuid not null,
  version integer not null default 1,
  name text not null,
  kind text not null check (kind in ('questionnaire', 'training', 'exercise', 'planReview', 'campaign', 'other')),
  due_on date not null,
  every text not null check (every in ('once', '1', '3', '6', '12')),
  responsible_id uuid,
  units_ids uuid[] not null default '{}',
  description text,
  done_on date,
  outcome text,
  sort_key text collate "C" generated always as (varde_sort_key(name)) stored,
  primary key (organisation_id, id),
  foreign key (organisation_id, responsible_id) references person
);
create index control_activity_in_order on control_activity (organisation_id, sort_key, id);
create index control_activity_by_day on control_activity (organisation_id, due_on, id);
create index control_activity_by_kind on control_activity (organisation_id, kind, due_on, id);
create index control_activity_by_responsible on control_activity (organisation_id, responsible_id, due_on, id);
select varde_isolate('control_activity');
select varde_searched('control_activity', 'name', 'description', 'outcome');

-- A unit that has done its part of an activity.
create table control_activity_unit (
  organisation_id uuid not null,
  activity_id uuid not null,
  unit_id uuid not null,
  done_at timestamptz not null,
  done_by uuid not null,
  primary key (organisation_id, activity_id, unit_id),
  foreign key (organisation_id, activity_id) references control_activity,
  foreign key (organisation_id, unit_id) references unit,
  foreign key (organisation_id, done_by) references person
);
select varde_isolate('control_activity_unit');

-- A case that is a major outage: by which of the two criteria, and by whom it was said.
create table major_outage (
  organisation_id uuid not null,
  deviation_id uuid not null,
  criteria text[] not null,
  said_by uuid not null,
  said_at timestamptz not null,
  primary key (organisation_id, deviation_id),
  foreign key (organisation_id, deviation_id) references deviation,
  foreign key (organisation_id, said_by) references person
);
select varde_isolate('major_outage');
