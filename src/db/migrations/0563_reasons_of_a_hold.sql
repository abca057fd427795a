-- Why something is kept although it was to be deleted. Each reason has its own day and whoever looks at it again; they stand side by side, and
-- what is held is free when all of them have ended. What the held record itself says is of the reason that is looked at first.
create table record_hold (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  subject_type text not null check (subject_type in ('recording', 'own_record')),
  subject_id uuid not null,
  reason text not null,
  review_on date not null,
  reviewer_id uuid not null,
  since date not null,
  ended_on date,
  primary key (organisation_id, id),
  foreign key (organisation_id, reviewer_id) references person (organisation_id, id)
);
create index record_hold_of on record_hold (organisation_id, subject_type, subject_id, id);
create index record_hold_reviewer on record_hold (organisation_id, reviewer_id);

-- What is held now, or has been, has its one reason as the first.
insert into record_hold (organisation_id, id, subject_type, subject_id, reason, review_on, reviewer_id, since, ended_on)
select organisation_id, id, 'recording', id, hold_reason, coalesce(hold_review_on, released_on, handed_on, held_on), hold_reviewer_id, held_on,
  case when status <> 'held' then coalesce(released_on, handed_on, erased_on, held_on) end
from recording where hold_reason is not null and hold_reviewer_id is not null and held_on is not null;
insert into record_hold (organisation_id, id, subject_type, subject_id, reason, review_on, reviewer_id, since)
select organisation_id, id, 'own_record', id, hold_reason, hold_review_on, held_by_id, (held_at at time zone 'Europe/Oslo')::date
from own_record where held_at is not null and held_by_id is not null;
select varde_isolate('record_hold');

-- Whoever looks at any of them again may read what is held.
alter table recording add column hold_reviewers_ids uuid[] not null default '{}';
update recording set hold_reviewers_ids = array[hold_reviewer_id] where hold_reviewer_id is not null;
drop index recording_points;
create index recording_points on recording (organisation_id, id) include (access_ids, hold_reviewers_ids);
