-- Files that are brought into a register: read, mapped, looked over, done, and undone within a day.
create table register_import (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  register text not null,
  -- Each row is done with the rights that this person has when it is done.
  acting_id uuid not null,
  state text not null check (state in ('read', 'checking', 'checked', 'applying', 'applied', 'undoing', 'undone')),
  -- How far the state has come: the turn of the last row that it is done with.
  turn integer not null default 0,
  -- Why it has come to a stop; null while it goes on or is at rest.
  stopped text,
  started_at timestamptz not null,
  touched_at timestamptz not null,
  applied_at timestamptz,
  -- What the reader of the file has to say of it: the name of the sheet, how many formulas.
  notes jsonb not null,
  heading_row integer not null,
  -- What each column is called in the file, and the question it answers; an empty text: none.
  headings jsonb not null,
  mapping jsonb not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, acting_id) references person (organisation_id, id)
);
select varde_isolate('register_import');
create index register_import_latest on register_import (organisation_id, register, started_at);

-- The file itself is not kept. Its rows are, until nothing can be undone any more.
create table register_import_row (
  organisation_id uuid not null references organisation (id),
  import_id uuid not null,
  -- As the spreadsheet counts.
  row integer not null,
  -- The order they are done in: a unit after the one it lies below.
  turn integer not null,
  cells jsonb not null,
  verdict text check (verdict in ('add', 'change', 'same', 'refused')),
  outcome text check (outcome in ('done', 'refused', 'undone', 'left')),
  reasons jsonb not null default '[]',
  record_id uuid,
  -- The record as it was when the row was looked over, and what the row makes of it.
  version integer,
  before jsonb,
  answers jsonb,
  primary key (organisation_id, import_id, row),
  foreign key (organisation_id, import_id) references register_import (organisation_id, id) on delete cascade
);
select varde_isolate('register_import_row');
create index register_import_row_turn on register_import_row (organisation_id, import_id, turn);

-- What a column of this name meant the last time, in this organisation and register.
create table register_import_column (
  organisation_id uuid not null references organisation (id),
  register text not null,
  heading text not null,
  field text not null,
  primary key (organisation_id, register, heading)
);
select varde_isolate('register_import_column');
