-- What has been handed to the archive, and what it answered (M22). The documents themselves stand where they are kept: see docs/decisions/0041.
create table archive_package (
  organisation_id uuid not null references organisation,
  id uuid not null,
  version integer not null default 1,
  made_at timestamptz not null,
  made_by uuid not null,
  documents integer not null check (documents > 0),
  reference text,
  received_on date,
  received_by uuid,
  primary key (organisation_id, id),
  foreign key (organisation_id, made_by) references person,
  foreign key (organisation_id, received_by) references person,
  check ((reference is null) = (received_on is null) and (reference is null) = (received_by is null))
);
create index archive_package_by_time on archive_package (organisation_id, made_at, id);
select varde_isolate('archive_package');

-- One document, as it was handed over: in a package, or with the reference written by hand.
create table archive_filing (
  organisation_id uuid not null references organisation,
  id uuid not null,
  package_id uuid,
  document_id uuid not null,
  record_type text not null,
  record_id uuid not null,
  kind text not null,
  document_at timestamptz not null,
  edition integer,
  kept_where text check (kept_where in ('documents', 'files')),
  kept_id uuid,
  title text not null,
  folder text,
  file_name text,
  sha256 bytea,
  access text not null check (access in ('public', 'exempt')),
  ground text,
  reference text,
  filed_at timestamptz not null,
  filed_by uuid not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, package_id) references archive_package,
  foreign key (organisation_id, filed_by) references person,
  check (package_id is not null or reference is not null)
);
create index archive_filing_of_document on archive_filing (organisation_id, document_id, filed_at, id);
create index archive_filing_in_package on archive_filing (organisation_id, package_id, id);
select varde_isolate('archive_filing');
