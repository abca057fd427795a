-- A change that reaches many records marks them at once, in one statement; the log and the tasks of their owners follow by the clock.
alter table link_mark add column told_at timestamptz;
update link_mark set told_at = marked_at;
create index link_mark_untold on link_mark (organisation_id, id) where told_at is null;
