-- Words are looked for in an index of their own (docs/decisions/0019). Under row-level security no index serves full text: `@@` may leak, so
-- every row of the organisation would be read. The index is kept by triggers, in the transaction of the change itself: it cannot go
-- stale, and what is removed from a text is gone from it. The web role has no right to it, and asks by one function that sees the
-- organisation of the transaction and nothing else.

-- Letters as people write them on any keyboard: no capitals, aa as å, ä as æ, ö as ø, other accents as their letter.
create function varde_letters(words text) returns text language sql immutable strict parallel safe as $$
  select translate(replace(varde_fold(normalize(words)), 'aa', 'å'), 'äöőàáâãçèéêëìíîïñòóôõùúûüýđŋšŧžčű', 'æøøaaaaceeeeiiiinoooouuuyydnstzcu')
$$;

-- Words, by what stands between them: a space or any sign. At most 30,000 letters of a text are read.
create function varde_tokens(words text) returns text[] language plpgsql immutable strict parallel safe as $$
begin
  return array(select left(word, 60) from regexp_split_to_table(left(varde_letters(words), 30000) collate "C",
    '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u2000-\u206f\u3000]+') word where word <> '');
end
$$;

-- What a text is found by. The later parts of a long word stand as well, marked, so that "journal" finds "pasientjournalen".
create function varde_words(words text) returns tsvector language plpgsql immutable strict parallel safe as $$
declare
  tokens text[] := varde_tokens(words);
begin
  return array_to_tsvector(tokens || array(
    select '~' || substr(word, n) from unnest(tokens) word, generate_series(4, length(word) - 3) n
    where length(word) between 7 and 24 and word !~ '[0-9]'));
end
$$;

-- What is asked for: every word, in any of its forms (the Norwegian stemmer), or the beginning of one. Words such as "og" are left out where
-- there are others. `also`: for each word, marks that stand for it, between "|".
create function varde_asked(words text[], also text[] default '{}') returns tsquery language plpgsql immutable parallel safe as $$
declare
  asked tsquery;
  common tsquery;
  one tsquery;
  token text;
  stem text;
  mark text;
begin
  for n in 1 .. coalesce(cardinality(words), 0) loop
    foreach token in array varde_tokens(words[n]) loop
      stem := (ts_lexize('pg_catalog.norwegian_stem', token))[1];
      one := case
        when length(token) = 1 and token !~ '[0-9]' then quote_literal(token)
        when starts_with(token, stem) and (length(stem) > 3 or length(stem) = 3 and length(token) < 7) then quote_literal(stem) || ':*'
        when stem is null then quote_literal(token) || ':*'
        else quote_literal(token) || ':* | ' || quote_literal(stem)
      end::tsquery;
      -- A part of another word is meant by four letters or more.
      if length(token) > 3 and token !~ '[0-9]' then
        one := one || (quote_literal('~' || case when starts_with(token, stem) and length(stem) > 2 then stem else token end) || ':*')::tsquery;
      end if;
      foreach mark in array string_to_array(coalesce(nullif(also[n], ''), ''), '|') loop
        one := one || quote_literal(mark)::tsquery;
      end loop;
      if stem is null then common := coalesce(common && one, one); else asked := coalesce(asked && one, one); end if;
    end loop;
  end loop;
  return coalesce(asked, common);
end
$$;

create table word_index (
  organisation_id uuid not null references organisation (id),
  -- The table of the record.
  kind text not null,
  id uuid not null,
  -- Its place in the order it is shown in.
  place text collate "C" not null,
  -- Roles and people who may find it; '*' is everybody in the organisation. Only narrows: what is found is asked of the record itself.
  readers text[] not null,
  words tsvector not null,
  primary key (organisation_id, kind, id)
);
-- Enabled and not forced: the functions below are its owner's, and see it by what they say themselves. The web role is bound, and has no right.
alter table word_index enable row level security;
create policy organisation on word_index using (organisation_id = any ((select varde_organisations())::uuid[]))
  with check (organisation_id = any ((select varde_organisations())::uuid[]));
revoke all on word_index from varde_web;
create index word_index_in_order on word_index (organisation_id, kind, place, id);
-- No list of what is not yet sorted in: a search would read all of it.
create index word_index_words on word_index using gin (words, readers) with (fastupdate = off);

-- A mark that stands in all that one organisation has of one kind.
create function varde_space(organisation uuid, kind text) returns text language sql immutable strict parallel safe as $$
  select '@' || kind || ':' || organisation
$$;

create function varde_keep_words(organisation uuid, kind text, id uuid, place text, readers text[], words tsvector) returns void
  language plpgsql volatile as $$
begin
  insert into word_index
    values ($1, $2, $3, $4, $5, $6 || array_to_tsvector(array[varde_space($1, $2)]))
    on conflict on constraint word_index_pkey do update set (place, readers, words) = (excluded.place, excluded.readers, excluded.words);
end
$$;

-- The records of one kind with these words, in order, for whoever is one of `who`. Of the one organisation that the transaction sees.
create function varde_found(what text, asked tsquery, who text[], most integer) returns setof uuid
  language plpgsql stable security definer rows 50 set search_path = pg_catalog, public, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  seen uuid[] := varde_organisations();
  whole tsquery;
begin
  if cardinality(seen) is distinct from 1 or asked is null then return; end if;
  whole := asked && quote_literal(varde_space(seen[1], what))::tsquery;
  return query select w.id from word_index w
    where w.organisation_id = seen[1] and w.kind = what and w.words @@ whole and w.readers && who
    order by w.place, w.id limit most;
end
$$;

-- Plain registers: everybody may find what stands in these columns. Call it once for each: select varde_searched('system', 'name', 'purpose');
create function varde_index_record() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  said jsonb;
begin
  if tg_op = 'DELETE' then
    delete from word_index w where w.organisation_id = old.organisation_id and w.kind = tg_table_name and w.id = old.id;
    return null;
  end if;
  said := to_jsonb(new);
  perform varde_keep_words(new.organisation_id, tg_table_name, new.id, new.sort_key, '{*}',
    varde_words(coalesce((select string_agg(said ->> name, ' ') from unnest(tg_argv) name), '')));
  return null;
end
$$;

create function varde_searched(table_name regclass, variadic columns text[]) returns void language plpgsql as $$
declare
  told text := (select string_agg(quote_literal(name), ', ') from unnest(columns) name);
  was text := (select string_agg(format('old.%I', name), ', ') from unnest(columns) name);
  is_now text := (select string_agg(format('new.%I', name), ', ') from unnest(columns) name);
  stands text := (select string_agg(format('t.%I', name), ', ') from unnest(columns) name);
  before text := current_setting('varde.organisations', true);
begin
  execute format('create trigger words after insert or delete on %s for each row execute function varde_index_record(%s)', table_name, told);
  execute format('create trigger words_changed after update on %s for each row when ((%s) is distinct from (%s)) execute function varde_index_record(%s)',
    table_name, was, is_now, told);
  perform set_config('varde.organisations', coalesce((select string_agg(id::text, ',') from organisation), ''), true);
  execute format('select varde_keep_words(t.organisation_id, %L, t.id, t.sort_key, ''{*}'', varde_words(concat_ws('' '', %s))) from %s t',
    table_name::text, stands, table_name);
  perform set_config('varde.organisations', coalesce(before, ''), true);
end
$$;

select varde_searched('system', 'name', 'purpose');
select varde_searched('person', 'name', 'email');

-- Cases ---------------------------------------------------------------------------------------------------------------------------

-- Numbers and references are looked up by columns: equality and order are all that an index serves under row-level security.
create index deviation_by_bare_number on deviation (organisation_id, number) where number is not null;
alter table deviation add column external_key text collate "C" generated always as (varde_fold(external_reference)) stored;
drop index deviation_by_external_reference;
create index deviation_by_external_key on deviation (organisation_id, external_key) where external_key is not null;

-- What a case is found by: what the report says in words, its short name, and a mark for each kind of deviation. All of it is read by whoever
-- reads the report; what those who handle and assess it write is not here, and who reported it is not here.
create function varde_case_words(d deviation, short_name text) returns tsvector language plpgsql stable parallel safe as $$
begin
  return varde_words(concat_ws(' ', short_name, d.what_happened, d.process_element, d.main_cause, d.data_types_other, d.relation_other, d.where_now,
      d.device, d.rule_broken, d.consequences_organisation, d.consequences_subjects, d.inform_reason))
    || array_to_tsvector(array(select '#' || lower(category) from unnest(d.categories) category));
end
$$;

create function varde_keep_case(organisation uuid, the_case uuid) returns void language plpgsql volatile as $$
begin
  perform varde_keep_words(d.organisation_id, 'deviation', d.id, lpad((9999999999 - (d.year::bigint * 1000000 + d.number))::text, 10, '0'),
    d.access_roles || d.access_persons::text[], varde_case_words(d, h.short_name))
  from deviation d left join deviation_handling h on h.organisation_id = d.organisation_id and h.deviation_id = d.id
  where d.organisation_id = organisation and d.id = the_case and d.status <> 'draft';
end
$$;

create function varde_index_case() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if tg_op = 'DELETE' then
    delete from word_index w where w.organisation_id = old.organisation_id and w.kind = 'deviation' and w.id = old.id;
  else
    perform varde_keep_case(new.organisation_id, new.id);
  end if;
  return null;
end
$$;
create trigger words after insert or delete on deviation for each row execute function varde_index_case();
create trigger words_changed after update on deviation for each row when (
  (old.status = 'draft', old.year, old.number, old.access_roles, old.access_persons, old.categories, old.what_happened, old.process_element,
    old.main_cause, old.data_types_other, old.relation_other, old.where_now, old.device, old.rule_broken, old.consequences_organisation,
    old.consequences_subjects, old.inform_reason)
  is distinct from (new.status = 'draft', new.year, new.number, new.access_roles, new.access_persons, new.categories, new.what_happened,
    new.process_element, new.main_cause, new.data_types_other, new.relation_other, new.where_now, new.device, new.rule_broken,
    new.consequences_organisation, new.consequences_subjects, new.inform_reason))
  execute function varde_index_case();

create function varde_index_handling() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform varde_keep_case(new.organisation_id, new.deviation_id);
  return null;
end
$$;
create trigger words after insert on deviation_handling for each row when (new.short_name is not null) execute function varde_index_handling();
create trigger words_changed after update on deviation_handling for each row when (old.short_name is distinct from new.short_name)
  execute function varde_index_handling();

select set_config('varde.organisations', coalesce(string_agg(id::text, ','), ''), true) from organisation;
select varde_keep_case(organisation_id, id) from deviation where status <> 'draft';

do $$
declare each regprocedure;
begin
  for each in select p.oid from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prosecdef
    and p.proname in ('varde_found', 'varde_index_record', 'varde_index_case', 'varde_index_handling') loop
    execute format('revoke all on function %s from public', each);
  end loop;
end $$;
grant execute on function varde_found(text, tsquery, text[], integer) to varde_web;
