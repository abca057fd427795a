-- What a record said after each saved edit: who, when, and all of it. Added to; a text that is removed for ever is taken out of the
-- content, and nothing else of a version is changed.
create table record_version (
  organisation_id uuid not null references organisation (id),
  subject_type text not null,
  subject_id uuid not null,
  version integer not null check (version > 0),
  -- Null: it stood so when its history began.
  at timestamptz,
  -- Null where the clockwork acted, where a protected reporter did (S4-131), and where its history began.
  by_id uuid,
  by_kind text not null check (by_kind in ('person', 'protected', 'clockwork')),
  approved boolean not null default false,
  -- By part of the record, then by question.
  content jsonb not null,
  primary key (organisation_id, subject_type, subject_id, version),
  foreign key (organisation_id, by_id) references person (organisation_id, id)
);
select varde_isolate('record_version');
create trigger stands before update on record_version for each row
  when (to_jsonb(new) - 'content' <> to_jsonb(old) - 'content') execute function varde_stands();
