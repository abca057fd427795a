-- Whether the leader and the unit that the directory names have been found here. Once they have, what an administrator makes of them stands until the
-- directory says something else of that very question (docs/decisions/0052).
alter table directory_entry add column manager_found boolean not null default false, add column department_found boolean not null default false;
select set_config('varde.organisations', coalesce((select string_agg(id::text, ',') from organisation), ''), true);
update directory_entry d set manager_found = d.manager is not null and p.leader_id is not null,
    department_found = d.department is not null and p.unit_id is not null
  from person p where p.organisation_id = d.organisation_id and p.id = d.person_id;
