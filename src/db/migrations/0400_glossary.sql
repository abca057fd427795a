-- What the words of the trade mean (M03): a row a term, in three languages, with where a statement of law is written and when it was read there.
create table glossary_term (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  version integer not null default 1,
  name text not null,
  meaning_nb text,
  name_nn text,
  meaning_nn text,
  name_en text,
  meaning_en text,
  also_called text,
  source text,
  read_on date,
  in_use text not null check (in_use in ('yes', 'no')),
  sort_key text collate "C" generated always as (varde_sort_key(name)) stored,
  primary key (organisation_id, id),
  check ((source is null) = (read_on is null))
);
create unique index glossary_term_name on glossary_term (organisation_id, lower(name));
select varde_isolate('glossary_term');
create index glossary_term_in_order on glossary_term (organisation_id, sort_key, id);
create index glossary_term_by_in_use on glossary_term (organisation_id, in_use, sort_key, id);
select varde_searched('glossary_term', 'name', 'meaning_nb', 'name_nn', 'meaning_nn', 'name_en', 'meaning_en', 'also_called', 'source');
