-- Devices that are given out (S4-041), and their way back to IT: an agreed time, the deletion and its proof (S4-209, S4-210).
create table device (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  version integer not null default 1,
  number text not null,
  kind text not null check (kind in ('laptop', 'desktop', 'tablet', 'mobile', 'memoryStick', 'other')),
  model text,
  unit_id uuid not null,
  holder_id uuid,
  issued_on date,
  reasons text[] not null,
  stores_data text not null check (stores_data in ('yes', 'no', 'unknown')),
  encrypted text check (encrypted in ('yes', 'no', 'unknown')),
  status text not null check (status in ('inUse', 'lost', 'stolen', 'received', 'reusable', 'scrapped')),
  lost_at timestamptz,
  blocked_at timestamptz,
  sort_key text collate "C" generated always as (varde_sort_key(number)) stored,
  primary key (organisation_id, id),
  foreign key (organisation_id, unit_id) references unit (organisation_id, id),
  foreign key (organisation_id, holder_id) references person (organisation_id, id),
  constraint device_given_for_a_reason check (holder_id is null or cardinality(reasons) > 0)
);
select varde_isolate('device');
create unique index device_number on device (organisation_id, lower(number));
create index device_in_order on device (organisation_id, sort_key, id);
create index device_by_kind on device (organisation_id, kind, sort_key, id);
create index device_by_status on device (organisation_id, status, sort_key, id);
create index device_by_unit on device (organisation_id, unit_id, sort_key, id);
create index device_by_holder on device (organisation_id, holder_id, sort_key, id);

create table equipment_delivery (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  version integer not null default 1,
  device_id uuid,
  what text,
  kind text not null check (kind in ('laptop', 'desktop', 'tablet', 'mobile', 'memoryStick', 'other')),
  unit_id uuid not null,
  stores_data text not null check (stores_data in ('yes', 'no', 'unknown')),
  proposed_at timestamptz not null,
  status text not null check (status in ('asked', 'planned', 'received', 'erased', 'reused', 'scrapped', 'cancelled')),
  asked_by_id uuid not null,
  agreed_at timestamptz,
  agreed_by_id uuid,
  received_at timestamptz,
  received_by_id uuid,
  method text check (method in ('overwritten', 'keyErased', 'reset', 'destroyed')),
  tool text,
  erased_on date,
  erased_by_id uuid,
  ended_at timestamptz,
  ended_by_id uuid,
  sort_key text collate "C" generated always as (varde_sort_key(coalesce(what, ''))) stored,
  primary key (organisation_id, id),
  foreign key (organisation_id, device_id) references device (organisation_id, id),
  foreign key (organisation_id, unit_id) references unit (organisation_id, id),
  foreign key (organisation_id, asked_by_id) references person (organisation_id, id),
  foreign key (organisation_id, agreed_by_id) references person (organisation_id, id),
  foreign key (organisation_id, received_by_id) references person (organisation_id, id),
  foreign key (organisation_id, erased_by_id) references person (organisation_id, id),
  foreign key (organisation_id, ended_by_id) references person (organisation_id, id),
  constraint delivery_planned_has_its_time check (status in ('asked', 'cancelled') or (agreed_at is not null and agreed_by_id is not null)),
  constraint delivery_ended_is_proved check (
    status not in ('reused', 'scrapped') or stores_data = 'no' or (method is not null and erased_on is not null and erased_by_id is not null)
  ),
  constraint delivery_destroyed_is_not_reused check (status <> 'reused' or method is distinct from 'destroyed')
);
select varde_isolate('equipment_delivery');
create index equipment_delivery_in_order on equipment_delivery (organisation_id, proposed_at, id);
create index equipment_delivery_by_status on equipment_delivery (organisation_id, status, proposed_at, id);
create index equipment_delivery_by_unit on equipment_delivery (organisation_id, unit_id, proposed_at, id);
create index equipment_delivery_of_device on equipment_delivery (organisation_id, device_id, id);
-- One way back at a time.
create unique index equipment_delivery_open on equipment_delivery (organisation_id, device_id)
  where device_id is not null and status in ('asked', 'planned', 'received', 'erased');
