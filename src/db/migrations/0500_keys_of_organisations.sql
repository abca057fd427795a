-- Keys lie here wrapped by the sealing key, which is in a file or the environment and in no database (docs/decisions/0050).

-- The key of the house: what marks, the seals of the log and what pages carry follow from. Made once; only its wrapping changes.
create table house_key (
  single boolean not null primary key default true check (single),
  wrapped bytea not null,
  wrapped_by text not null,
  made_at timestamptz not null default now()
);
revoke all on house_key from varde_web;

-- What is sealed in an organisation names the version that sealed it. wrapped is null: deleted for good, and the number is never used again.
create table organisation_key (
  organisation_id uuid not null references organisation (id),
  version integer not null check (version > 0),
  wrapped bytea,
  wrapped_by text,
  made_at timestamptz not null default now(),
  -- The transaction that made it: whoever reads it in the same one must not remember it, since it may be undone.
  made_in text not null default pg_current_xact_id()::text,
  -- When nothing was left that an older version had sealed.
  resealed_at timestamptz,
  primary key (organisation_id, version),
  check ((wrapped is null) = (wrapped_by is null))
);
select varde_isolate('organisation_key');
revoke delete, update on organisation_key from varde_web;
grant update (resealed_at) on organisation_key to varde_web;
