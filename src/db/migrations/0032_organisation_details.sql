-- What the organisation is, for those who get its letters and for Datatilsynet's form: number, address, telephone, e-mail. One row an
-- organisation, from the first time somebody has written it. What it was before stands in the documents that were sent.
create table organisation_details (
  organisation_id uuid primary key references organisation (id),
  version integer not null,
  number text check (number ~ '^[0-9]{9}$'),
  address text,
  telephone text,
  email text
);
select varde_isolate('organisation_details');
