-- The day that somebody left: the time of what Varde keeps of their training runs from it (docs/decisions/0047). Of those who had left before
-- the day was written down, it runs from now.
alter table person add column left_on date;
select set_config('varde.organisations', coalesce((select string_agg(id::text, ',') from organisation), ''), true);
update person set left_on = (now() at time zone 'Europe/Oslo')::date where not active;
