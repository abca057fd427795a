-- How many people a unit had, with those below it, when the round opened: of a unit with few, the answers would tell of somebody.
alter table campaign_unit add column people integer not null default 0;
select set_config('varde.organisations', coalesce((select string_agg(id::text, ',') from organisation), ''), true);
-- Of rounds that were opened before this: as many as there are now.
update campaign_unit c set people = n.people
from (
  select u.organisation_id, above as id, count(*)::integer as people
  from person p join unit u on u.organisation_id = p.organisation_id and u.id = p.unit_id, unnest(u.path) above
  where p.active group by 1, 2
) n
where n.organisation_id = c.organisation_id and n.id = c.unit_id;
