-- The year a case counts in, in every figure there is: the year it was received, as days are in Oslo. Its number may be of a later one,
-- where somebody wrote in what had come to them; it decides only where no day is known.
alter table deviation add column counted_year integer generated always as (
  coalesce(extract(year from received_at at time zone 'Europe/Oslo')::integer, year)) stored;
create index deviation_by_counted_year on deviation (organisation_id, counted_year) where status <> 'draft';
