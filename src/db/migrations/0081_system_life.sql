-- A system through its life: the need, the procurement, and the decommissioning. One row for a system that somebody has begun something of;
-- a system that was in use before has none, and stays in use.
create table system_life (
  organisation_id uuid not null references organisation (id),
  system_id uuid not null,
  version integer not null default 1,
  stage text not null check (stage in ('need', 'procurement', 'procured', 'inUse', 'ending', 'ended')),
  kind text check (kind in ('application', 'software', 'equipment', 'itSystem')),
  obtained text check (obtained in ('takeIntoUse', 'procure')),
  need text,
  conditions_of_use text,
  conditions_of_management text,
  asked_by_id uuid,
  rules_followed text check (rules_followed in ('yes', 'no')),
  rules_reference text,
  by_design text,
  by_default text,
  requirements text[] not null default '{}',
  secured_confidentiality text,
  secured_integrity text,
  secured_availability text,
  archived_where text,
  carried_on text,
  archivist_id uuid,
  -- The super user was appointed on this day, by this person (S4-102).
  appointed_id uuid,
  appointed_on date,
  appointed_by_id uuid,
  primary key (organisation_id, system_id),
  foreign key (organisation_id, system_id) references system (organisation_id, id) on delete cascade,
  foreign key (organisation_id, asked_by_id) references person (organisation_id, id),
  foreign key (organisation_id, archivist_id) references person (organisation_id, id),
  foreign key (organisation_id, appointed_id) references person (organisation_id, id),
  foreign key (organisation_id, appointed_by_id) references person (organisation_id, id)
);
select varde_isolate('system_life');

-- What the owner of a system asked the data protection officer, and the answer (S4-116).
create table system_consultation (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  system_id uuid not null,
  question text not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  answer text,
  answered_by uuid,
  answered_at timestamptz,
  primary key (organisation_id, id),
  check ((answer is null) = (answered_at is null)),
  foreign key (organisation_id, system_id) references system (organisation_id, id) on delete cascade,
  foreign key (organisation_id, asked_by) references person (organisation_id, id),
  foreign key (organisation_id, answered_by) references person (organisation_id, id)
);
select varde_isolate('system_consultation');
create index system_consultation_of on system_consultation (organisation_id, system_id, asked_at);

-- What of a system is logged, where and for how long (S4-167).
alter table system add column logs_changes text check (logs_changes in ('yes', 'no')),
  add column logs_deletions text check (logs_deletions in ('yes', 'no')),
  add column logs_searches text check (logs_searches in ('yes', 'no')),
  add column log_kept text;

-- How long the log is kept is a text of the system, and found as the others are.
drop trigger words on system;
drop trigger words_changed on system;
select varde_searched('system', 'name', 'purpose', 'log_kept');
