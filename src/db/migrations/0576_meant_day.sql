-- Which day of the month an activity that comes again was meant for: the 31st is the 28th in February, and the 31st again in March.
alter table control_activity add column meant_day smallint check (meant_day between 1 and 31);
select set_config('varde.organisations', coalesce((select string_agg(id::text, ',') from organisation), ''), true);
update control_activity a set meant_day = extract(day from b.due_on) from control_activity b
where b.organisation_id = a.organisation_id and b.id = a.follows_id and extract(day from b.due_on) > extract(day from a.due_on)
  and a.due_on = (date_trunc('month', a.due_on) + interval '1 month - 1 day')::date;
