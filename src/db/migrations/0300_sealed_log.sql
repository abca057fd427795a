-- The log is sealed (M23, S4-024): some lines at a time are put under a seal, which is signed with the key of the house and holds the hash
-- of the seal before it. Whoever writes in the log waits for nobody: that a line is to be sealed is kept beside it, and a sweep seals.

create table audit_unsealed (
  organisation_id uuid not null references organisation (id),
  -- The time that the line tells of: which are due is asked of this table alone.
  at timestamptz not null,
  event_id uuid not null,
  primary key (organisation_id, at, event_id),
  foreign key (organisation_id, event_id) references audit_event (organisation_id, id)
);
select varde_isolate('audit_unsealed');
revoke update on audit_unsealed from varde_web;

create table audit_seal (
  organisation_id uuid not null references organisation (id),
  number integer not null check (number > 0),
  -- What is signed, as it is read by whoever verifies (src/kernel/verify-log.ts).
  text text not null,
  signature bytea not null,
  primary key (organisation_id, number)
);
select varde_isolate('audit_seal');

create table audit_sealed (
  organisation_id uuid not null references organisation (id),
  seal integer not null,
  place integer not null,
  event_id uuid not null,
  hash bytea not null,
  primary key (organisation_id, seal, place),
  unique (organisation_id, event_id),
  foreign key (organisation_id, seal) references audit_seal (organisation_id, number),
  foreign key (organisation_id, event_id) references audit_event (organisation_id, id)
);
select varde_isolate('audit_sealed');

create trigger stands before update or delete on audit_seal for each row execute function varde_stands();
create trigger stands before update or delete on audit_sealed for each row execute function varde_stands();
create trigger stands_whole before truncate on audit_seal for each statement execute function varde_stands();
create trigger stands_whole before truncate on audit_sealed for each statement execute function varde_stands();
revoke update, delete on audit_seal, audit_sealed from varde_web;

-- In the database, so that no way of writing a line passes by it. As whoever writes: it may do no more than they may.
create function varde_to_seal() returns trigger
  language plpgsql as $$
begin
  insert into public.audit_unsealed (organisation_id, at, event_id) select organisation_id, at, id from written;
  return null;
end
$$;
create trigger to_seal after insert on audit_event referencing new table as written for each statement execute function varde_to_seal();

-- What was written before there were seals is sealed by the first sweeps.
select set_config('varde.organisations', coalesce((select string_agg(id::text, ',') from organisation), ''), true);
insert into audit_unsealed (organisation_id, at, event_id) select organisation_id, at, id from audit_event;
