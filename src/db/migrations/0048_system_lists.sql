-- The list of systems, in each of its orders and by each of its filters: read from an index, a page at a time.

create index system_in_order on system (organisation_id, sort_key, id);
create index system_by_use on system (organisation_id, in_use, sort_key, id);
create index system_by_unit on system (organisation_id, owner_unit_id, sort_key, id);
create index system_by_owner on system (organisation_id, owner_id, sort_key, id);
