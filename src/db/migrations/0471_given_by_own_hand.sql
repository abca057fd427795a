-- When whoever delegates gave it with their own hand. To decide on disclosure is power in Varde, and what others registered before that was a
-- rule gives none until the giver has.
alter table delegation add column own_hand_at timestamptz;
select set_config('varde.organisations', coalesce((select string_agg(id::text, ',') from organisation), ''), true);
update delegation d set own_hand_at = coalesce(v.at, now()) from record_version v
  where v.organisation_id = d.organisation_id and v.subject_type = 'delegation' and v.subject_id = d.id and v.version = d.version
    and v.by_kind = 'person' and v.by_id = d.delegated_by_id;
create index delegation_to_give on delegation (organisation_id, id) where own_hand_at is null and authority = 'disclosure' and in_force = 'yes';
