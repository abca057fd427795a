-- Two reports of one incident are handled as one case: the later points at the one that goes on, and keeps what that said before, so that it
-- can be undone.
alter table deviation add column merged_into uuid;
alter table deviation add column merged_at timestamptz;
alter table deviation add column merge_undone_by jsonb;
alter table deviation add constraint deviation_merged_into foreign key (organisation_id, merged_into) references deviation (organisation_id, id);
alter table deviation add constraint deviation_merged_whole
  check ((merged_into is null) = (merged_at is null) and (merged_into is null) = (merge_undone_by is null) and merged_into <> id);
create index deviation_merged on deviation (organisation_id, merged_into) where merged_into is not null;
