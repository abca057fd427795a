-- For which last day the way into Varde was stopped by the clock (S4-044): once for each day, so that whoever an administrator lets in again stays.
alter table employment add column stopped_for date;
select set_config('varde.organisations', coalesce((select string_agg(id::text, ',') from organisation), ''), true);
-- Those who left before this was so are as they are.
update employment set stopped_for = ends_on where ends_on < current_date;
