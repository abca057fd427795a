-- What hangs on a record is asked from its side: the lists of ids of an agreement are read from an index, and the agreements are not.
create index agreement_points on agreement (organisation_id, id) include (processings_ids, systems_ids);
