-- Which activity one that comes again follows: each is followed once, also when somebody takes back that it was done and says it anew.
alter table control_activity add column follows_id uuid,
  add foreign key (organisation_id, follows_id) references control_activity (organisation_id, id);
create unique index control_activity_follows on control_activity (organisation_id, follows_id);
