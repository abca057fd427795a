-- A question to somebody who has no account: they get a link by mail. Their address is sealed, and of the link there is a mark.
alter table deviation_inquiry add column outside boolean not null default false;
alter table deviation_inquiry drop constraint deviation_inquiry_check;
alter table deviation_inquiry add constraint deviation_inquiry_check check (to_reporter or person_id is not null or outside);

create table deviation_outsider (
  organisation_id uuid not null references organisation (id),
  inquiry_id uuid not null,
  link_mark bytea not null,
  address bytea not null,
  until timestamptz not null,
  primary key (organisation_id, inquiry_id),
  unique (organisation_id, link_mark),
  foreign key (organisation_id, inquiry_id) references deviation_inquiry (organisation_id, id) on delete cascade
);
select varde_isolate('deviation_outsider');
