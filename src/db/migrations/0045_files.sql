-- Files attached to records. The content lies outside the database, under the file's id; here stands what it is, and who may have it.
create table file (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  -- The record it hangs on, and which part of it: a file of the report is the reporter's to read, one of the handling is not.
  subject_type text not null,
  subject_id uuid not null,
  name text not null,
  -- By its content, not by its name.
  media_type text not null,
  size bigint not null check (size > 0),
  sha256 bytea not null,
  -- waiting: a scanner is set and has not said OK. unscanned: none is set. clean and infected are the scanner's words.
  state text not null check (state in ('waiting', 'unscanned', 'clean', 'infected')),
  scanned_at timestamptz,
  added_at timestamptz not null,
  -- Null where a protected reporter added it.
  added_by uuid,
  removed_at timestamptz,
  removed_by uuid,
  removal_reason text,
  primary key (organisation_id, id),
  check ((removed_at is null) = (removal_reason is null)),
  foreign key (organisation_id, added_by) references person (organisation_id, id),
  foreign key (organisation_id, removed_by) references person (organisation_id, id)
);
select varde_isolate('file');
-- The same file sent twice is one.
create unique index file_once on file (organisation_id, subject_type, subject_id, sha256, name) where removed_at is null;
create index file_waiting on file (organisation_id, added_at) where state = 'waiting' and removed_at is null;
