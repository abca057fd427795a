-- Who is technically responsible for a system (empty: IT), and where it stands in an overview kept elsewhere, such as Draftit (S4-105, S4-170).
alter table system
  add column technical_responsible_id uuid,
  add column other_overview text,
  add foreign key (organisation_id, technical_responsible_id) references person;
create index system_by_technical_responsible on system (organisation_id, technical_responsible_id, sort_key, id);

-- Changes of a system: how large, what is to be done, who takes part, and whether it is approved (S4-054, S4-106).
create table system_change (
  organisation_id uuid not null references organisation,
  id uuid not null,
  version integer not null default 1,
  name text not null,
  system_id uuid not null,
  size text not null check (size in ('small', 'large', 'new')),
  about text,
  planned_on date,
  owner_id uuid,
  super_user_id uuid,
  technical_id uuid,
  status text not null check (status in ('open', 'approved', 'withdrawn')),
  registered_by_id uuid,
  sized_at timestamptz not null,
  decided_by_id uuid,
  decided_at timestamptz,
  reason text,
  sort_key text collate "C" generated always as (varde_sort_key(name)) stored,
  primary key (organisation_id, id),
  foreign key (organisation_id, system_id) references system,
  foreign key (organisation_id, owner_id) references person,
  foreign key (organisation_id, super_user_id) references person,
  foreign key (organisation_id, technical_id) references person,
  foreign key (organisation_id, registered_by_id) references person,
  foreign key (organisation_id, decided_by_id) references person
);
create index system_change_in_order on system_change (organisation_id, sort_key, id);
create index system_change_by_system on system_change (organisation_id, system_id, sort_key, id);
create index system_change_by_size on system_change (organisation_id, size, sort_key, id);
create index system_change_by_status on system_change (organisation_id, status, sort_key, id);
create index system_change_by_owner on system_change (organisation_id, owner_id, sort_key, id);
create index system_change_in_time on system_change (organisation_id, sized_at, id);
select varde_isolate('system_change');
select varde_searched('system_change', 'name', 'about', 'reason');
