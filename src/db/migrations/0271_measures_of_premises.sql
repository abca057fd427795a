-- How premises are protected, who decides who comes in, and which analyses are about them (S4-025).
alter table premises_zone add column responsible_id uuid;
alter table premises_zone add column measures text[] not null default '{}';
alter table premises_zone add foreign key (organisation_id, responsible_id) references person;
alter table risk add column zones_ids uuid[] not null default '{}';
create index risk_with_zones on risk (organisation_id, id) include (zones_ids);
