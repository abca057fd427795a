-- Guidance (M03): what people must know, written by the organisation's own editors. The draft is `article`; what readers read is
-- `article_published`, one row an article; every edition that was ever adopted is kept in `article_edition`.

-- Law, regulation, the organisation's own rules, handbooks, routines and pages elsewhere: what guidance refers to, checked by somebody on a day.
create table source (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  version integer not null default 1,
  name text not null,
  level text not null check (level in ('law', 'regulation', 'institution', 'handbook', 'routine', 'page')),
  chapter text,
  address text,
  checked_on date,
  in_use text not null check (in_use in ('yes', 'no')),
  sort_key text collate "C" generated always as (varde_sort_key(name)) stored,
  primary key (organisation_id, id)
);
create unique index source_name on source (organisation_id, lower(name));
select varde_isolate('source');
create index source_in_order on source (organisation_id, sort_key, id);
create index source_by_level on source (organisation_id, level, sort_key, id);
create index source_by_in_use on source (organisation_id, in_use, sort_key, id);
select varde_searched('source', 'name', 'chapter');

create table article (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  version integer not null default 1,
  name text not null,
  kind text not null check (kind in ('article', 'handbook', 'routine', 'guideline', 'tip')),
  audiences text[] not null default '{}',
  unit_id uuid,
  owner_id uuid,
  rank integer,
  valid_from date,
  valid_until date,
  must_confirm text check (must_confirm in ('yes', 'no')),
  shown_at text[] not null default '{}',
  title_nb text,
  body_nb text,
  title_nn text,
  body_nn text,
  title_en text,
  body_en text,
  systems_ids uuid[] not null default '{}',
  work_processes_ids uuid[] not null default '{}',
  sources_ids uuid[] not null default '{}',
  status text not null check (status in ('draft', 'reviewed', 'adopted', 'retired')),
  reviewed_by_id uuid,
  reviewed_at timestamptz,
  edition integer not null default 0,
  adopted_by text,
  adopted_on date,
  minutes text,
  published_at timestamptz,
  changed_at timestamptz,
  checked_on date,
  -- Which of the ready-made texts it began as.
  start_key text,
  sort_key text collate "C" generated always as (varde_sort_key(name)) stored,
  primary key (organisation_id, id),
  foreign key (organisation_id, unit_id) references unit (organisation_id, id),
  foreign key (organisation_id, owner_id) references person (organisation_id, id),
  foreign key (organisation_id, reviewed_by_id) references person (organisation_id, id)
);
create unique index article_name on article (organisation_id, lower(name));
create unique index article_start on article (organisation_id, start_key);
select varde_isolate('article');
create index article_in_order on article (organisation_id, sort_key, id);
create index article_by_kind on article (organisation_id, kind, sort_key, id);
create index article_by_status on article (organisation_id, status, sort_key, id);
create index article_by_unit on article (organisation_id, unit_id, sort_key, id);
create index article_by_owner on article (organisation_id, owner_id, sort_key, id);
create index article_with_systems on article (organisation_id, id) include (systems_ids);
create index article_with_work_processes on article (organisation_id, id) include (work_processes_ids);
create index article_with_sources on article (organisation_id, id) include (sources_ids);

create table article_published (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  edition integer not null,
  name text not null,
  kind text not null,
  audiences text[] not null default '{}',
  unit_id uuid,
  owner_id uuid,
  rank integer,
  valid_from date,
  valid_until date,
  must_confirm text,
  shown_at text[] not null default '{}',
  title_nb text,
  body_nb text,
  title_nn text,
  body_nn text,
  title_en text,
  body_en text,
  systems_ids uuid[] not null default '{}',
  work_processes_ids uuid[] not null default '{}',
  sources_ids uuid[] not null default '{}',
  adopted_by text not null,
  adopted_on date not null,
  minutes text,
  -- When the article was first published, and when this edition was.
  published_at timestamptz not null,
  changed_at timestamptz not null,
  sort_key text collate "C" generated always as (varde_sort_key(name)) stored,
  primary key (organisation_id, id),
  foreign key (organisation_id, id) references article (organisation_id, id),
  foreign key (organisation_id, unit_id) references unit (organisation_id, id)
);
select varde_isolate('article_published');
create index article_published_by_kind on article_published (organisation_id, kind, rank, sort_key, id);
create index article_published_to_confirm on article_published (organisation_id, id) where must_confirm = 'yes';
select varde_searched('article_published', 'name', 'title_nb', 'title_nn', 'title_en', 'body_nb', 'body_nn', 'body_en');

create table article_edition (
  organisation_id uuid not null references organisation (id),
  article_id uuid not null,
  edition integer not null,
  content jsonb not null,
  adopted_by text not null,
  adopted_on date not null,
  minutes text,
  published_at timestamptz not null,
  published_by_id uuid,
  replaced_on date,
  keep_until date,
  primary key (organisation_id, article_id, edition),
  foreign key (organisation_id, article_id) references article (organisation_id, id),
  check ((replaced_on is null) = (keep_until is null))
);
select varde_isolate('article_edition');

-- "I have read it and will follow it": per person and edition.
create table article_confirmation (
  organisation_id uuid not null references organisation (id),
  article_id uuid not null,
  edition integer not null,
  person_id uuid not null,
  at timestamptz not null,
  primary key (organisation_id, article_id, edition, person_id),
  foreign key (organisation_id, article_id, edition) references article_edition (organisation_id, article_id, edition) on delete cascade,
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);
select varde_isolate('article_confirmation');
create index article_confirmation_of_person on article_confirmation (organisation_id, person_id, article_id, edition);

-- What somebody has ticked in their own checklist: theirs alone.
create table checklist_tick (
  organisation_id uuid not null references organisation (id),
  person_id uuid not null,
  article_id uuid not null,
  at timestamptz not null,
  primary key (organisation_id, person_id, article_id),
  foreign key (organisation_id, person_id) references person (organisation_id, id),
  foreign key (organisation_id, article_id) references article (organisation_id, id)
);
select varde_isolate('checklist_tick');
