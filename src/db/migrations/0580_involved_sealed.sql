-- Those involved in a case, and what cases said before, are sealed with the key of the organisation (docs/decisions/0050). What lies in the
-- clear is sealed by the sweep, which the last statement wakes: it stands in no migration, since the keys are in no database.
alter table deviation_handling add column involved_sealed bytea;
alter table record_version add column content_sealed bytea, alter column content drop not null,
  add constraint record_version_says check (content is not null or content_sealed is not null);
drop trigger stands on record_version;
create trigger stands before update on record_version for each row
  when (to_jsonb(new) - 'content' - 'content_sealed' <> to_jsonb(old) - 'content' - 'content_sealed') execute function varde_stands();

select set_config('varde.organisations', coalesce((select string_agg(id::text, ',') from organisation), ''), true);
update organisation_key set resealed_at = null where resealed_at is not null;
