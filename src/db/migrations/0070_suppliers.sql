-- Suppliers (M11), and who delivers a system or processes for us in an activity.

create table supplier (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  version integer not null default 1,
  name text not null,
  organisation_number text,
  country text,
  delivers text,
  contact text,
  processes_data text not null check (processes_data in ('yes', 'no')),
  contract_reference text,
  contract_on date,
  contract_until date,
  security_requirements text,
  in_use text not null default 'yes' check (in_use in ('yes', 'no')),
  sort_key text collate "C" generated always as (varde_sort_key(name)) stored,
  primary key (organisation_id, id)
);
select varde_isolate('supplier');
create unique index supplier_name on supplier (organisation_id, lower(name));
create unique index supplier_number on supplier (organisation_id, organisation_number) where organisation_number is not null;
create index supplier_in_order on supplier (organisation_id, sort_key, id);
create index supplier_by_use on supplier (organisation_id, in_use, sort_key, id);
create index supplier_by_processing on supplier (organisation_id, processes_data, sort_key, id);
select varde_searched('supplier', 'name', 'organisation_number', 'country', 'delivers', 'contact', 'contract_reference', 'security_requirements');

alter table system add column supplied_by_id uuid;
alter table system add foreign key (organisation_id, supplied_by_id) references supplier (organisation_id, id);
create index system_by_supplier on system (organisation_id, supplied_by_id, sort_key, id);

-- Beside the text `processors`, which stays as it was written.
alter table processing add column processed_by_ids uuid[] not null default '{}';
