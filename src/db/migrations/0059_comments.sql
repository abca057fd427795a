-- Comments on records: talk about the work, beside what the record says. What is withdrawn says by whom and when, and its text is gone.
create table comment (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  version integer not null default 1,
  subject_type text not null,
  subject_id uuid not null,
  -- handlers: those who keep or handle the record. all: everybody who may open it.
  audience text not null check (audience in ('handlers', 'all')),
  text text not null,
  mentions_ids uuid[] not null default '{}',
  written_at timestamptz not null,
  written_by uuid not null,
  edited_at timestamptz,
  -- Only whoever wrote a comment withdraws it.
  withdrawn_at timestamptz,
  primary key (organisation_id, id),
  check (withdrawn_at is null or text = ''),
  foreign key (organisation_id, written_by) references person (organisation_id, id)
);
select varde_isolate('comment');
create index comment_subject on comment (organisation_id, subject_type, subject_id, written_at);
