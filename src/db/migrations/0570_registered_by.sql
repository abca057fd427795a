-- Whoever registered an activity or an agreement writes on in it while it is a draft, whatever unit it belongs to (S4-091, S2-43).
alter table processing
  add column registered_by_id uuid,
  add foreign key (organisation_id, registered_by_id) references person;
alter table agreement
  add column registered_by_id uuid,
  add foreign key (organisation_id, registered_by_id) references person;
