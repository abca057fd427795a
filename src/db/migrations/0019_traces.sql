-- A protected reporter must not be found by joining what the database holds (S4-131). What comes and goes with a person is either
-- sealed, or known by the day.

select set_config('varde.organisations', coalesce(string_agg(id::text, ','), ''), true) from organisation;

-- The mark stands where nothing else may: beside a person's id it would tell whose it is in every other case.
alter table deviation_reporter alter column mark drop not null;
update deviation_reporter set mark = null where not protected;
alter table deviation_reporter add check (protected = (mark is not null));
create index deviation_reporter_person on deviation_reporter (organisation_id, person_id) where person_id is not null;

-- A message to a protected reporter is found by a mark; its mail is sealed, with its language and its title.
alter table message alter column person_id drop not null, add column mark bytea;
alter table message add check ((person_id is null) = (mark is not null));
create index message_mark on message (organisation_id, mark, created_at) where mark is not null;
alter table mail alter column address drop not null, add column sealed bytea;
alter table mail add check ((address is null) = (sealed is not null));
update message set read_at = date_trunc('day', read_at, 'Europe/Oslo') where read_at is not null;

-- Whose a session is, its browser keeps, sealed; the row has a mark, to end all of an account's sessions by.
delete from session;
alter table session drop column account_id, drop column person_id, add column mark bytea not null;
create index session_mark on session (mark);
-- Counted by a mark now, and not by a hash that whoever knows an address can make.
delete from sign_in_attempt;

-- Lines of the log that are written when their hour or day is over, all at once and in no order: who tried a door that was not
-- theirs; and, where reporters are protected, who came and went.
create table audit_later (
  organisation_id uuid not null references organisation (id),
  mark bytea not null,
  -- When the hour or the day is over.
  due_at timestamptz not null,
  count integer not null,
  sealed bytea not null,
  primary key (organisation_id, mark)
);
select varde_isolate('audit_later');
create index audit_later_due on audit_later (organisation_id, due_at);
