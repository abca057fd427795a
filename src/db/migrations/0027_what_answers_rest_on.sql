-- An answer that rests on others keeps what they said when it was given: it falls when they change (src/modules/deviation/rests.ts).
-- Names of questions and coded answers only. Null: given before this was kept; it stands until it is given again.
alter table deviation_decision add column rests_on jsonb;
alter table deviation_decision drop constraint deviation_decision_kind_check;
alter table deviation_decision add constraint deviation_decision_kind_check
  check (kind in ('breach', 'authority', 'subjects', 'triage', 'closing', 'reopening'));
alter table deviation_sign_off add column rests_on jsonb, add column fell_at timestamptz;
alter table deviation_assessment add column rests_on jsonb, add column reason_for jsonb;
alter table deviation_closing add column documentation_rests_on jsonb, add column memo_rests_on jsonb;
alter table subject_message add column rests_on jsonb;

-- Whether the 72 hours run on somebody's word, or because nobody has said that personal data are not affected.
alter table deviation add column notify_by_assumed boolean not null default false;
update deviation d set notify_by_assumed = true
  where d.notify_by is not null and d.aware_at is null and d.personal_data is distinct from 'yes'
    and not exists (select from deviation_handling h where h.organisation_id = d.organisation_id and h.deviation_id = d.id and h.breach = 'yes');

-- Orders from Datatilsynet that nobody has followed yet: while there is one, the case is not done.
alter table deviation add column open_orders integer not null default 0 check (open_orders >= 0);
update deviation d set open_orders = (
  select count(*) from authority_letter l
  where l.organisation_id = d.organisation_id and l.deviation_id = d.id and l.kind = 'order' and l.followed_at is null);

-- The data protection officer is involved in all issues of protection of personal data (GDPR art. 38(1)).
update deviation set access_roles = array_append(access_roles, 'dpo')
  where status <> 'draft' and personal_data is distinct from 'no' and not 'dpo' = any (access_roles);
