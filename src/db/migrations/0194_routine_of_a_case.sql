-- Which routine or guideline a report says was broken (S1-10).
alter table deviation add column routine_id uuid;
alter table deviation add foreign key (organisation_id, routine_id) references article (organisation_id, id);
create index deviation_by_routine on deviation (organisation_id, routine_id) where routine_id is not null;
