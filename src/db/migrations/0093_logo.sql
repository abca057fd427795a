-- Pictures at the top of the organisation's documents. What has been used in a document stays, so that it can be made again.
create table organisation_logo (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  -- Drawn by Varde from what was uploaded: never what a browser sent.
  png bytea not null,
  width integer not null check (width > 0),
  height integer not null check (height > 0),
  added_at timestamptz not null,
  added_by uuid not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, added_by) references person (organisation_id, id)
);
select varde_isolate('organisation_logo');
revoke update, delete on organisation_logo from varde_web;

alter table organisation_details add column logo_id uuid;
alter table organisation_details
  add constraint organisation_details_logo_id_fkey foreign key (organisation_id, logo_id) references organisation_logo (organisation_id, id);
