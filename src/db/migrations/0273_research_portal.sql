-- Whether a unit sees its own notifications in the archive of the national body for research, and who there does (S2-27).
alter table unit add column research_portal text check (research_portal in ('yes', 'no'));
alter table unit add column research_portal_people_ids uuid[] not null default '{}';
