-- A secret address by which a calendar program reads what somebody has to do. The address follows from the row's id and the house's key, so
-- the table holds nothing that opens it. Made anew, the old one is revoked.
create table calendar_feed (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  person_id uuid not null,
  made_at timestamptz not null,
  revoked_at timestamptz,
  read_at timestamptz,
  -- How often it was read in the hour that began here.
  hour_from timestamptz,
  hour_reads integer not null default 0,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);
select varde_isolate('calendar_feed');
create unique index calendar_feed_one on calendar_feed (organisation_id, person_id) where revoked_at is null;
