-- A task that is whoever leads a unit, or a person, follows the office: the next leader has it.
alter table task add column led_unit_id uuid, add column led_person_id uuid;
alter table task
  add foreign key (organisation_id, led_unit_id) references unit (organisation_id, id),
  add foreign key (organisation_id, led_person_id) references person (organisation_id, id),
  add constraint task_led_check check (led_unit_id is null or led_person_id is null);
create index task_led on task (organisation_id, id) where status = 'open' and (led_unit_id is not null or led_person_id is not null);
