-- Who does a measure: a role, or a person with the role that stands in the documents. What was written in words before stays, and is read.
alter table deviation_measure add column responsible_role text, add column responsible_person_id uuid;
alter table deviation_measure
  add foreign key (organisation_id, responsible_person_id) references person (organisation_id, id);
