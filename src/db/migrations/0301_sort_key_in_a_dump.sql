-- A dump is put back with no schema to look in (pg_dump sets search_path to nothing), and then the stored columns of sort_key are worked
-- out anew: what they call must say where it is, or nothing could be put back.

create or replace function public.varde_sort_key(words text)
  returns text
  language plpgsql
  immutable parallel safe strict
as $$
declare
  rest text := translate(public.varde_fold(words), '{|}~', '((((');
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

