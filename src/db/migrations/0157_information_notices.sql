-- What people are told of an activity (GDPR Articles 13 and 14; S4-008), and how consent is asked for (Article 7; S2-33). What was
-- published stands beside what the record of processing says now: where they differ, people have been told something else.
create table information_notice (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  version integer not null default 1,
  name text not null,
  processing_id uuid not null,
  when_given text,
  where_given text,
  rights text,
  consent_text text,
  consent_how text,
  consent_when text,
  consent_recorded text,
  consent_withdrawn text,
  status text not null default 'draft' check (status in ('draft', 'published')),
  edition integer,
  published_at timestamptz,
  published_by_id uuid,
  said_purpose text,
  said_storage_time text,
  said_rights text,
  sort_key text collate "C" generated always as (varde_sort_key(name)) stored,
  primary key (organisation_id, id),
  foreign key (organisation_id, processing_id) references processing (organisation_id, id),
  foreign key (organisation_id, published_by_id) references person (organisation_id, id),
  check ((status = 'draft') = (published_at is null))
);
create unique index information_notice_name on information_notice (organisation_id, lower(name));
create index information_notice_sorted on information_notice (organisation_id, sort_key, id);
create index information_notice_processing on information_notice (organisation_id, processing_id, sort_key, id);
create index information_notice_status on information_notice (organisation_id, status, sort_key, id);
select varde_isolate('information_notice');
select varde_searched('information_notice', 'name');
