-- A kind of personal data is named without examples, and says one thing. What was reported under an older name keeps a name that is true
-- of it: two kinds where the old name said both, the old name in words where nobody can tell which of its parts was meant.
select set_config('varde.organisations', coalesce((select string_agg(id::text, ',') from organisation), ''), true);

update deviation r set
  data_types = (
    select coalesce(array_agg(distinct kind), '{}')
    from unnest(r.data_types) old, unnest(case old
      when 'contact' then array['name', 'contact']
      when 'credentials' then array['username', 'password']
      when 'finance' then array[]::text[]
      when 'childWelfare' then array[]::text[]
      else array[old] end) kind),
  data_types_other = left(concat_ws('; ',
    nullif(data_types_other, ''),
    case when 'finance' = any (data_types) then 'Økonomi og konto' end,
    case when 'childWelfare' = any (data_types) then 'Barnevern og sosiale forhold' end), 500)
where data_types && array['contact', 'credentials', 'finance', 'childWelfare'];

-- In a notice that nobody has sent yet, the name that held examples is taken out of the sentence it would have become.
update authority_notice set data_types = replace(replace(data_types,
    'Skole og studier: karakterer, fravær, spesialundervisning', 'Opplysninger om skole eller studier'),
    'Skule og studium: karakterar, fråvær, spesialundervisning', 'Opplysningar om skule eller studium')
where status = 'draft' and data_types is not null;
update authority_notice set data_types = regexp_replace(data_types, ' \((særlig|særleg) kategori\)', '', 'g')
where status = 'draft' and data_types is not null;

-- The letter to those affected lists the kinds in the middle of a sentence, in small letters.
update subject_message set what_happened = regexp_replace(
    replace(replace(replace(what_happened,
      'skole og studier: karakterer, fravær, spesialundervisning', 'opplysninger om skole eller studier'),
      'skule og studium: karakterar, fråvær, spesialundervisning', 'opplysningar om skule eller studium'),
      'school and studies: grades, absence, special teaching', 'data on school or studies'),
    ' \((særlig kategori|særleg kategori|special category)\)', '', 'g')
where status = 'draft' and what_happened is not null;
