-- Complaints of breaches of research ethics are sealed with the key of the organisation (docs/decisions/0050). What lies in the clear is
-- sealed by the sweep.
alter table ethics_complaint alter column against drop not null,
  add column against_sealed bytea, add column about_sealed bytea, add column outcome_sealed bytea,
  drop constraint ethics_complaint_check2,
  add constraint ethics_complaint_closed check ((status = 'closed') = (outcome is not null or outcome_sealed is not null)),
  add constraint ethics_complaint_says check (against is not null or against_sealed is not null);

select set_config('varde.organisations', coalesce((select string_agg(id::text, ',') from organisation), ''), true);
update organisation_key set resealed_at = null where resealed_at is not null;
