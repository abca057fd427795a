-- Whoever chooses a person writes a part of a name, from any letter. What is looked for is held against each row only after the row's
-- organisation: a pattern could tell another's names by an error, so below row-level security the database uses no index for it. Whether a
-- text lies between two others tells nothing, and does use one: each word of a name stands here from each of its letters on.
create table person_word (
  organisation_id uuid not null references organisation (id),
  part text collate "C" not null,
  person_id uuid not null,
  primary key (organisation_id, part, person_id),
  foreign key (organisation_id, person_id) references person (organisation_id, id) on delete cascade
);
select varde_isolate('person_word');
create index person_word_person on person_word (organisation_id, person_id);

create function varde_parts(name text) returns setof text language sql immutable strict parallel safe as $$
  select distinct substr(word, place, 60)
  from regexp_split_to_table(varde_fold(normalize(name, NFC)), '\s+') as word, generate_series(1, length(word)) as place
$$;

create function varde_part_names() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    delete from person_word w where w.organisation_id = new.organisation_id and w.person_id = new.id;
  end if;
  insert into person_word (organisation_id, part, person_id) select new.organisation_id, part, new.id from varde_parts(new.name) as part;
  return null;
end $$;
create trigger named after insert or update of name on person for each row execute function varde_part_names();

select set_config('varde.organisations', coalesce(string_agg(id::text, ','), ''), true) from organisation;
insert into person_word (organisation_id, part, person_id) select p.organisation_id, part, p.id from person p, varde_parts(p.name) as part;

-- For the first of a list, for those of a unit, and for those of one name.
create index person_unit on person (organisation_id, unit_id);
create index person_name on person (organisation_id, sort_key, id);
