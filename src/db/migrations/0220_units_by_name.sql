-- The directory of privacy contacts lists every unit by its name.
create index unit_in_order on unit (organisation_id, sort_key, id);
