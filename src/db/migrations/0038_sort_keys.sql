-- Names in Norwegian order, the same in every database: PGlite knows no Norwegian collation, a server may lack it, and either may have
-- another idea of what sorts first. The key is text that is right byte by byte.

-- Small letters, also where the database's own locale knows no others than English.
create function varde_fold(words text) returns text language sql immutable strict parallel safe as $$
  select translate(lower(words), 'ÆØÅÄÖÀÁÂÃÇÈÉÊËÌÍÎÏÑÒÓÔÕÙÚÛÜÝĐŊŠŦŽČŐŰÐÞ', 'æøåäöàáâãçèéêëìíîïñòóôõùúûüýđŋšŧžčőűðþ')
$$;

-- æ, ø and å last, ä as æ, ö as ø, ü as y, aa as å; other accents as their letter; numbers by size, so that Sone 2 comes before Sone 10.
create function varde_sort_key(words text) returns text language plpgsql immutable strict parallel safe as $$
declare
  rest text := translate(varde_fold(words), '{|}~', '((((');
  key text := '';
  digits text;
  place integer;
begin
  rest := translate(replace(rest, 'aa', 'å'), 'àáâãçèéêëìíîïñòóôõùúûýđŋšŧžčüűð', 'aaaaceeeeiiiinoooouuuydnstzcyyd');
  rest := translate(replace(rest, 'þ', 'th'), 'æäøöőå', '{{|||}');
  loop
    digits := substring(rest from '[0-9]+');
    exit when digits is null;
    place := position(digits in rest);
    key := key || left(rest, place - 1);
    rest := substr(rest, place + length(digits));
    digits := coalesce(nullif(ltrim(digits, '0'), ''), '0');
    -- How long the number is, then the number.
    key := key || lpad(least(length(digits), 99)::text, 2, '0') || digits;
  end loop;
  return key || rest;
end
$$;

alter table person add column sort_key text collate "C" generated always as (varde_sort_key(name)) stored;
alter table unit add column sort_key text collate "C" generated always as (varde_sort_key(name)) stored;
alter table system add column sort_key text collate "C" generated always as (varde_sort_key(name)) stored;
alter table organisation add column sort_key text collate "C" generated always as (varde_sort_key(name)) stored;
