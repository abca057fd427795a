-- Where information of each class may be stored (M03): a row a place, and what applies there for each class.
create table storage_place (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  version integer not null default 1,
  name text not null,
  public text check (public in ('allowed', 'allowedIf', 'notAllowed')),
  internal text check (internal in ('allowed', 'allowedIf', 'notAllowed')),
  exempt text check (exempt in ('allowed', 'allowedIf', 'notAllowed')),
  personal text check (personal in ('allowed', 'allowedIf', 'notAllowed')),
  sensitive text check (sensitive in ('allowed', 'allowedIf', 'notAllowed')),
  condition text,
  recommended_for text[] not null default '{}',
  units_ids uuid[] not null default '{}',
  rank integer,
  in_use text not null check (in_use in ('yes', 'no')),
  sort_key text collate "C" generated always as (varde_sort_key(name)) stored,
  primary key (organisation_id, id)
);
create unique index storage_place_name on storage_place (organisation_id, lower(name));
select varde_isolate('storage_place');
create index storage_place_in_order on storage_place (organisation_id, sort_key, id);
create index storage_place_by_in_use on storage_place (organisation_id, in_use, sort_key, id);
create index storage_place_with_units on storage_place (organisation_id, id) include (units_ids);
select varde_searched('storage_place', 'name', 'condition');

-- What a sending was judged to be, kept with the processing it is a part of (S0-30).
create table sending_assessment (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  processing_id uuid not null,
  sends text not null check (sends in ('email', 'survey')),
  content text not null check (content in ('public', 'internal', 'exempt', 'personal', 'sensitive')),
  reveals text not null check (reveals in ('yes', 'no')),
  assessed_by_id uuid not null,
  assessed_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, processing_id) references processing (organisation_id, id),
  foreign key (organisation_id, assessed_by_id) references person (organisation_id, id)
);
select varde_isolate('sending_assessment');
create index sending_assessment_of on sending_assessment (organisation_id, processing_id, assessed_at desc);
