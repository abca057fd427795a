-- What people ask their leader, the privacy contact or the data protection officer: advice, and a routine that they cannot find (S0-08).
create table question (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  version integer not null default 1,
  kind text not null check (kind in ('advice', 'routine')),
  sent_to text not null check (sent_to in ('leader', 'privacyContact', 'dpo')),
  about text not null,
  unit_id uuid,
  asked_by_id uuid not null,
  asked_at timestamptz not null,
  receiver_id uuid,
  due_on date,
  answer text,
  answered_by_id uuid,
  answered_at timestamptz,
  sort_key text collate "C" generated always as (varde_sort_key(about)) stored,
  primary key (organisation_id, id),
  foreign key (organisation_id, unit_id) references unit (organisation_id, id),
  foreign key (organisation_id, asked_by_id) references person (organisation_id, id),
  foreign key (organisation_id, receiver_id) references person (organisation_id, id),
  foreign key (organisation_id, answered_by_id) references person (organisation_id, id),
  check ((answer is null) = (answered_at is null))
);
select varde_isolate('question');
create index question_waiting on question (organisation_id, answered_at desc nulls first, asked_at desc, id);
create index question_of_asker on question (organisation_id, asked_by_id);
create index question_of_receiver on question (organisation_id, receiver_id);
create index question_of_kind on question (organisation_id, kind, unit_id);
