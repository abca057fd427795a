-- The order of the worklist in one column: the clocks that run, the nearest first; then what is told, decided or has none. Under
-- row-level security an index serves only what is stored.
alter table deviation add column deadline_order timestamp generated always as (
  case when notify_by is not null and authority_notified_at is null and authority_track <> 'notOwed' then notify_by at time zone 'UTC'
    else coalesce(notify_by at time zone 'UTC', 'infinity'::timestamp) + interval '1000 years' end) stored;
drop index deviation_by_deadline;
create index deviation_by_deadline on deviation (organisation_id, deadline_order, id) where status in ('received', 'open', 'proposed');
create index deviation_in_order on deviation (organisation_id, deadline_order, id) where status <> 'draft';

-- A task without a date comes after those that have one.
alter table task add column due_order timestamptz generated always as (coalesce(due_at, 'infinity'::timestamptz)) stored;
create index task_in_order on task (organisation_id, due_order, id) where status = 'open';

-- A view of a list under a name: one's own, or shared with those who hold a role. `query`: what its address says, without words searched for.
create table saved_view (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  version integer not null default 1,
  name text not null,
  shared_with text,
  opens text not null check (opens in ('yes', 'no')),
  list text not null,
  query text not null,
  person_id uuid not null,
  sort_key text collate "C" generated always as (varde_sort_key(name)) stored,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);
create index saved_view_of_person on saved_view (organisation_id, list, person_id);
create index saved_view_of_role on saved_view (organisation_id, list, shared_with) where shared_with is not null;
select varde_isolate('saved_view');
