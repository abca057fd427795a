-- What is said of one of Varde's own records that would go by itself: who keeps it back, why and until when it is looked at again, and where it
-- is kept in the archive. `id` is the record's own; its table is `kind`, and no key can lead to all of them.
create table own_record (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  version integer not null default 1,
  kind text not null,
  hold_reason text check (hold_reason in ('dispute', 'authority', 'police', 'accessRequest')),
  hold_review_on date,
  held_by_id uuid,
  held_at timestamptz,
  archived_as text,
  archived_by_id uuid,
  archived_at timestamptz,
  sort_key text collate "C" generated always as (kind) stored,
  primary key (organisation_id, id),
  check ((hold_reason is null) = (held_at is null) and (hold_reason is null) = (hold_review_on is null)),
  check ((archived_as is null) = (archived_at is null)),
  foreign key (organisation_id, held_by_id) references person (organisation_id, id),
  foreign key (organisation_id, archived_by_id) references person (organisation_id, id)
);
select varde_isolate('own_record');
create index own_record_held_by on own_record (organisation_id, held_by_id) where held_by_id is not null;
create index own_record_archived_by on own_record (organisation_id, archived_by_id) where archived_by_id is not null;
-- What was told of a record is found by its address.
create index message_of_record on message (organisation_id, (substring(href from '[0-9a-f]{8}-[0-9a-f-]{27}')));
create index mail_of_record on mail (organisation_id, (substring(href from '[0-9a-f]{8}-[0-9a-f-]{27}')));
