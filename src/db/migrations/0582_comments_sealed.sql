-- Comments are sealed with the key of the organisation (docs/decisions/0050). What lies in the clear is sealed by the sweep.
alter table comment alter column text drop not null, add column text_sealed bytea, drop constraint comment_check;

select set_config('varde.organisations', coalesce((select string_agg(id::text, ',') from organisation), ''), true);
update comment set text = null where text = '';
alter table comment add constraint comment_withdrawn check (withdrawn_at is null or text is null and text_sealed is null);
update organisation_key set resealed_at = null where resealed_at is not null;
