-- A step of a case or of an impact assessment that has no day is to be done without delay: it stands as if it were due when it came, and not
-- behind all training and reading that is due in some weeks.
drop index task_in_order;
alter table task drop column due_order;
alter table task add column due_order timestamptz generated always as (
  coalesce(due_at, case when subject_type in ('deviation', 'dpia') then created_at end, 'infinity'::timestamptz)) stored;
create index task_in_order on task (organisation_id, due_order, id) where status = 'open';
