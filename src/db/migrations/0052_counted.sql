-- Cases are counted, and listed, by when they were received. Equality and order are all that an index serves under row-level security.
create index deviation_by_received on deviation (organisation_id, received_at) where status <> 'draft';
