-- Data that is given out of a system (S2-34 to S2-40): what is asked for and who decided, what a system's owner lets out as routine, who
-- decides for a unit that owns systems, and the extracts that were made.
create table disclosure_rule (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  version integer not null default 1,
  name text not null,
  system_id uuid not null,
  data_kinds text[] not null default '{}',
  purposes text[] not null default '{}',
  recipients text[] not null default '{}',
  in_force text not null check (in_force in ('yes', 'no')),
  sort_key text collate "C" generated always as (varde_sort_key(name)) stored,
  primary key (organisation_id, id),
  foreign key (organisation_id, system_id) references system (organisation_id, id)
);
create unique index disclosure_rule_name on disclosure_rule (organisation_id, lower(name));
create index disclosure_rule_sorted on disclosure_rule (organisation_id, sort_key, id);
create index disclosure_rule_system on disclosure_rule (organisation_id, system_id);
select varde_isolate('disclosure_rule');
select varde_searched('disclosure_rule', 'name');

create table disclosure_approver (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  version integer not null default 1,
  name text not null,
  unit_id uuid not null,
  approvers_ids uuid[] not null default '{}',
  sort_key text collate "C" generated always as (varde_sort_key(name)) stored,
  primary key (organisation_id, id),
  foreign key (organisation_id, unit_id) references unit (organisation_id, id)
);
create unique index disclosure_approver_name on disclosure_approver (organisation_id, lower(name));
create index disclosure_approver_sorted on disclosure_approver (organisation_id, sort_key, id);
create index disclosure_approver_unit on disclosure_approver (organisation_id, unit_id);
select varde_isolate('disclosure_approver');
select varde_searched('disclosure_approver', 'name');

create table disclosure (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  version integer not null default 1,
  name text not null,
  system_id uuid not null,
  unit_id uuid,
  recipient_kind text not null,
  recipient text not null,
  data_kinds text[] not null default '{}',
  purpose_kind text not null,
  purpose text not null,
  legal_basis text,
  until date not null,
  status text not null check (status in ('asked', 'consulting', 'approved', 'refused', 'ended')),
  routine text not null check (routine in ('inside', 'outside')),
  asked_by_id uuid not null,
  asked_at timestamptz not null,
  doubt text,
  consulted_at timestamptz,
  statement text,
  stated_by_id uuid,
  stated_at timestamptz,
  decision text check (decision in ('approved', 'refused')),
  reason text,
  decided_by_id uuid,
  decided_at timestamptz,
  deleted_on date,
  deletion_proof text,
  sort_key text collate "C" generated always as (varde_sort_key(name)) stored,
  primary key (organisation_id, id),
  foreign key (organisation_id, system_id) references system (organisation_id, id),
  foreign key (organisation_id, unit_id) references unit (organisation_id, id),
  foreign key (organisation_id, asked_by_id) references person (organisation_id, id),
  foreign key (organisation_id, stated_by_id) references person (organisation_id, id),
  foreign key (organisation_id, decided_by_id) references person (organisation_id, id),
  check ((decision is null) = (decided_at is null)),
  check ((statement is null) = (stated_at is null))
);
create index disclosure_sorted on disclosure (organisation_id, sort_key, id);
create index disclosure_asked on disclosure (organisation_id, asked_at, id);
create index disclosure_unit on disclosure (organisation_id, unit_id, sort_key, id);
create index disclosure_system on disclosure (organisation_id, system_id, sort_key, id);
create index disclosure_status on disclosure (organisation_id, status, sort_key, id);
select varde_isolate('disclosure');
select varde_searched('disclosure', 'name', 'recipient', 'purpose');

create table data_extract (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  version integer not null default 1,
  name text not null,
  system_id uuid not null,
  unit_id uuid not null,
  made_on date not null,
  recipient text not null,
  disclosure_id uuid,
  sort_key text collate "C" generated always as (varde_sort_key(name)) stored,
  primary key (organisation_id, id),
  foreign key (organisation_id, system_id) references system (organisation_id, id),
  foreign key (organisation_id, unit_id) references unit (organisation_id, id),
  foreign key (organisation_id, disclosure_id) references disclosure (organisation_id, id)
);
create index data_extract_sorted on data_extract (organisation_id, sort_key, id);
create index data_extract_unit on data_extract (organisation_id, unit_id, sort_key, id);
create index data_extract_system on data_extract (organisation_id, system_id, sort_key, id);
create index data_extract_disclosure on data_extract (organisation_id, disclosure_id);
select varde_isolate('data_extract');
select varde_searched('data_extract', 'name', 'recipient');
