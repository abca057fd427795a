-- Files are sealed with a key of their own, and that key and their names with the key of the organisation (docs/decisions/0050). Names that lie
-- in the clear are sealed by the sweep of keys, and contents by that of files, which takes the sum of a content away too: whoever has the
-- same file could tell by it who else has. The mark, which nobody makes without the key of the house, says what is there already.
select set_config('varde.organisations', coalesce((select string_agg(id::text, ',') from organisation), ''), true);
alter table file alter column name drop not null, alter column sha256 drop not null,
  add column name_sealed bytea, add column key_sealed bytea, add column mark bytea;
update file set name = null where name = '';
update archive_filing set title = '' where kind in ('file', 'receipt', 'answer') and title <> '';
drop index file_once;
create unique index file_once on file (organisation_id, subject_type, subject_id, mark) where removed_at is null;
create index file_clear on file (organisation_id, id) where key_sealed is null and removed_at is null;
update organisation_key set resealed_at = null where resealed_at is not null;
