-- A change of the settings that begins to hold on a day to come: one errand's answers, and only those that were changed.
create table planned_setting (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  -- The errand's address, such as `mottakere`.
  setting text not null,
  holds_from date not null,
  answers jsonb not null,
  planned_at timestamptz not null,
  planned_by uuid not null,
  -- When its day had come and it could not be done, and why not.
  refused_at timestamptz,
  refused_why text,
  primary key (organisation_id, id),
  foreign key (organisation_id, planned_by) references person (organisation_id, id)
);
create unique index planned_setting_once on planned_setting (organisation_id, setting, holds_from);
select varde_isolate('planned_setting');
