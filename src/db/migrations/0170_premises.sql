-- The premises and zones that people are given access to (S4-050).
create table premises_zone (
  organisation_id uuid not null references organisation,
  id uuid not null,
  version integer not null default 1,
  name text not null,
  unit_id uuid,
  protection text not null check (protection in ('open', 'staff', 'restricted')),
  about text,
  in_use text not null check (in_use in ('yes', 'no')),
  sort_key text collate "C" generated always as (varde_sort_key(name)) stored,
  primary key (organisation_id, id),
  foreign key (organisation_id, unit_id) references unit
);
create unique index premises_zone_name on premises_zone (organisation_id, lower(name));
create index premises_zone_in_order on premises_zone (organisation_id, sort_key, id);
create index premises_zone_by_unit on premises_zone (organisation_id, unit_id, sort_key, id);
create index premises_zone_by_protection on premises_zone (organisation_id, protection, sort_key, id);
create index premises_zone_by_use on premises_zone (organisation_id, in_use, sort_key, id);
select varde_isolate('premises_zone');
select varde_searched('premises_zone', 'name', 'about');
