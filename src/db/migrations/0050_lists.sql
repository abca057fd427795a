-- Lists, each in its orders and by its filters: read from an index, a page at a time.

create index person_in_order on person (organisation_id, active, sort_key, id);
create index person_by_unit on person (organisation_id, unit_id, sort_key, id);
