-- A record that must be looked at again, since one that it hangs together with has changed. Until its owner has said that it is still
-- right; then kept, with who said so and why.
create table link_mark (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  subject_type text not null,
  subject_id uuid not null,
  because_type text not null,
  because_id uuid not null,
  -- The type of the event, and the names of the questions whose answers changed.
  event text not null,
  fields text[] not null default '{}',
  -- Null: the clock.
  marked_by uuid,
  marked_at timestamptz not null,
  looked_by uuid,
  looked_at timestamptz,
  note text,
  primary key (organisation_id, id),
  check ((looked_at is null) = (looked_by is null)),
  foreign key (organisation_id, marked_by) references person (organisation_id, id),
  foreign key (organisation_id, looked_by) references person (organisation_id, id)
);
select varde_isolate('link_mark');
-- The same once more is the same mark, with the newest hand.
create unique index link_mark_open on link_mark (organisation_id, subject_type, subject_id, because_type, because_id, event) where looked_at is null;
create index link_mark_of on link_mark (organisation_id, subject_type, subject_id, marked_at);

-- What hangs on a record is asked from its side. An index serves no `@>` under row-level security: these hold the lists themselves, so
-- that they are read and the records are not.
create index processing_points on processing (organisation_id, id) include (systems_ids, work_processes_ids, processed_by_ids);
