-- What people ask about the data that we keep of them (GDPR Articles 12, 15 to 21): a case with a number, a due date and an answer.
create table subject_request_number (
  organisation_id uuid not null references organisation (id),
  year integer not null,
  last integer not null,
  primary key (organisation_id, year)
);
select varde_isolate('subject_request_number');

create table subject_request (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  version integer not null default 1,
  reference text not null,
  status text not null check (status in ('received', 'answered', 'sentOn')),
  "right" text not null check ("right" in ('access', 'rectification', 'erasure', 'restriction', 'portability', 'objection')),
  subjects text not null,
  acts_for text not null check (acts_for in ('self', 'guardian', 'representative')),
  name text not null,
  contact text not null,
  own_number text,
  about text,
  channel text not null check (channel in ('signedIn', 'open', 'letter', 'email', 'inPerson', 'phone')),
  received_on date not null,
  due_on date not null,
  asked_by_id uuid,
  unit_id uuid,
  responsible_id uuid,
  identity text check (identity in ('signedIn', 'inPerson', 'knownContact', 'questions', 'authority')),
  authority text check (authority in ('checked', 'notChecked')),
  child_heard text check (child_heard in ('yes', 'no', 'notRelevant')),
  identity_note text,
  identified_at timestamptz,
  identified_by_id uuid,
  extend_reason text,
  extend_told_on date,
  extended_at timestamptz,
  outcome text check (outcome in ('granted', 'partly', 'refused', 'nothingHeld', 'withdrawn', 'documents')),
  ground text,
  answer text,
  answered_on date,
  answered_at timestamptz,
  answered_by_id uuid,
  sort_key text collate "C" generated always as (varde_sort_key(reference)) stored,
  primary key (organisation_id, id),
  unique (organisation_id, reference),
  foreign key (organisation_id, asked_by_id) references person (organisation_id, id),
  foreign key (organisation_id, unit_id) references unit (organisation_id, id),
  foreign key (organisation_id, responsible_id) references person (organisation_id, id),
  foreign key (organisation_id, identified_by_id) references person (organisation_id, id),
  foreign key (organisation_id, answered_by_id) references person (organisation_id, id),
  check ((status = 'received') = (answered_at is null))
);
select varde_isolate('subject_request');
-- By its number alone: who asked, and about what, is in no index.
select varde_searched('subject_request', 'reference');
create index subject_request_due on subject_request (organisation_id, due_on, id);
create index subject_request_sorted on subject_request (organisation_id, sort_key, id);
create index subject_request_status on subject_request (organisation_id, status, due_on, id);
create index subject_request_unit on subject_request (organisation_id, unit_id);
create index subject_request_responsible on subject_request (organisation_id, responsible_id);
create index subject_request_asked_by on subject_request (organisation_id, asked_by_id);

-- What each system was found to hold about the person. "Nothing found" is an answer; an empty one is not.
create table subject_request_search (
  organisation_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  subject_request_id uuid not null,
  system_id uuid not null,
  searcher_id uuid,
  finding text check (finding in ('found', 'nothing', 'notUsed')),
  note text,
  searched_at timestamptz,
  searched_by_id uuid,
  primary key (organisation_id, id),
  unique (organisation_id, subject_request_id, system_id),
  foreign key (organisation_id, subject_request_id) references subject_request (organisation_id, id),
  foreign key (organisation_id, system_id) references system (organisation_id, id),
  foreign key (organisation_id, searcher_id) references person (organisation_id, id),
  foreign key (organisation_id, searched_by_id) references person (organisation_id, id),
  check ((finding is null) = (searched_at is null))
);
select varde_isolate('subject_request_search');
create index subject_request_search_searcher on subject_request_search (organisation_id, searcher_id);

-- Who it is that a page without sign-in stands for. Whether the page is there at all, the organisation's profile says.
create function varde_organisation_called(of text) returns table (id uuid, name text, "profileVersion" integer)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select o.id, o.name, o.profile_version from organisation o where o.slug = of
$$;
revoke all on function varde_organisation_called from public;
grant execute on function varde_organisation_called to varde_web;
