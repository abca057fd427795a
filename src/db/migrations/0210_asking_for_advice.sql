-- Asking for advice (S0-05): of whom, on which page, asked again and closed; and the data protection officer in a space of its own, for
-- employees, management and data subjects (S4-076, S4-077).
select set_config('varde.organisations', coalesce((select string_agg(id::text, ',') from organisation), ''), true);

alter table question
  alter column asked_by_id drop not null,
  drop constraint question_sent_to_check,
  add check (sent_to in ('leader', 'privacyContact', 'ciso', 'dpo')),
  add column asker_group text not null default 'employee' check (asker_group in ('employee', 'management', 'dataSubject')),
  -- The role that has it; null where people do.
  add column office text,
  add column receivers_ids uuid[] not null default '{}',
  -- Where it was asked from, if whoever asked wanted it told.
  add column page text,
  -- The question that this one asks on.
  add column follows_id uuid,
  -- Of somebody without an account: how they may be reached, and the mark of the code that they read the answer with.
  add column contact text,
  add column receipt_mark text,
  add column closed_by_id uuid,
  add column closed_at timestamptz,
  add foreign key (organisation_id, follows_id) references question (organisation_id, id),
  add foreign key (organisation_id, closed_by_id) references person (organisation_id, id),
  add check ((asked_by_id is null) = (receipt_mark is not null));

update question set receivers_ids = array[receiver_id] where receiver_id is not null;
update question set office = case sent_to when 'privacyContact' then 'privacyContact' else 'dpo' end where receiver_id is null;
-- How a question is kept is decided anew: nothing of what it says stands in the history.
delete from record_version where subject_type = 'question';

alter table question
  drop column receiver_id,
  alter column asker_group drop default,
  add check ((office is null) = (receivers_ids <> '{}'));

create unique index question_receipt on question (organisation_id, receipt_mark);
create index question_asked on question (organisation_id, asked_at, id);
create index question_follows on question (organisation_id, follows_id);

-- A question in the officer's space that the officer lets somebody else read, and why.
create table question_share (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  question_id uuid not null,
  person_id uuid,
  role text,
  reason text not null,
  shared_by_id uuid not null,
  shared_at timestamptz not null,
  ended_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, question_id) references question (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id),
  foreign key (organisation_id, shared_by_id) references person (organisation_id, id),
  check ((person_id is null) <> (role is null))
);
select varde_isolate('question_share');
create index question_share_of on question_share (organisation_id, question_id);
