-- Which course somebody met a requirement by, so that what it gave follows when the course is put right; and why it was.
alter table training_course add column correction text;
alter table training_completion add column course_id uuid,
  add foreign key (organisation_id, course_id) references training_course;
create index training_completion_of_course on training_completion (organisation_id, course_id, person_id);
-- Those that courses gave before: of each that a person took part in, the one of that day, else the nearest to it.
select set_config('varde.organisations', coalesce((select string_agg(id::text, ',') from organisation), ''), true);
update training_completion c set course_id = (
  select k.id from training_participant t
  join training_course k on k.organisation_id = t.organisation_id and k.id = t.course_id
  where t.organisation_id = c.organisation_id and t.person_id = c.person_id and k.requirement_id = c.requirement_id
    and k.done_on is not null
  order by abs(k.held_on - c.completed_on), k.id limit 1)
where c.how = 'course' and c.number ~ '^V-[0-9a-f]{12}$';
