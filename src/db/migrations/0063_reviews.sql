-- When a record is to be reviewed, by whom, and how often. One row a record that has such a plan.
create table review_plan (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  subject_type text not null,
  subject_id uuid not null,
  version integer not null default 1,
  -- The day it is due at the latest, and how many months after a review the next one is. Null: once.
  due_on date not null,
  every_months integer check (every_months between 1 and 120),
  -- Who is to review. Null: those who keep the register.
  owner_id uuid,
  primary key (organisation_id, id),
  unique (organisation_id, subject_type, subject_id),
  foreign key (organisation_id, owner_id) references person (organisation_id, id)
);
select varde_isolate('review_plan');
create index review_plan_due on review_plan (organisation_id, due_on);

-- Each review that was held: what was found, and what was due. Never changed.
create table review_held (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  subject_type text not null,
  subject_id uuid not null,
  held_on date not null,
  due_on date,
  held_by uuid not null,
  written_at timestamptz not null,
  found text not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, held_by) references person (organisation_id, id)
);
select varde_isolate('review_held');
create index review_held_of on review_held (organisation_id, subject_type, subject_id, held_on);
