-- What a requirement teaches has changed, and whoever had met it is to do so again: what was completed before that no longer counts.
alter table training_requirement add column again_on date;
alter table training_completion add column lapsed_at timestamptz;
