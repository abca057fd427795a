-- The employer's access to an employee's mailbox and files (the regulation of 2 July 2018 no. 1108): why, the notice beforehand, who was present,
-- what was opened and what it came to, and the written note afterwards.
create table mailbox_access (
  organisation_id uuid not null references organisation,
  id uuid not null,
  version integer not null default 1,
  name text not null,
  person_id uuid not null,
  what text[] not null default '{}',
  ground text not null check (ground in ('operations', 'breach')),
  why text not null,
  notice_on date,
  no_notice text,
  heard text check (heard in ('yes', 'declined', 'notPossible')),
  held_on date,
  presence text check (presence in ('present', 'represented', 'declined', 'notPossible')),
  method text,
  opened text,
  result text,
  note_on date,
  closed_on date,
  sort_key text collate "C" generated always as (varde_sort_key(name)) stored,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references person
);
create index mailbox_access_in_order on mailbox_access (organisation_id, sort_key, id);
create index mailbox_access_of_person on mailbox_access (organisation_id, person_id);
select varde_isolate('mailbox_access');
