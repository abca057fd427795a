-- What is asked of the data protection officer, what is answered, and why it is shared, are sealed with the key of the organisation
-- (docs/decisions/0050). What lies in the clear is sealed by the sweep. Its first words stood in an order that nobody asks for any more.
alter table question drop column sort_key, alter column about drop not null,
  add column about_sealed bytea, add column answer_sealed bytea, add column contact_sealed bytea,
  drop constraint question_check,
  add constraint question_answered check ((answer is null and answer_sealed is null) = (answered_at is null)),
  add constraint question_says check (about is not null or about_sealed is not null);
alter table question_share alter column reason drop not null, add column reason_sealed bytea,
  add constraint question_share_says check (reason is not null or reason_sealed is not null);

select set_config('varde.organisations', coalesce((select string_agg(id::text, ',') from organisation), ''), true);
update organisation_key set resealed_at = null where resealed_at is not null;
