-- What is announced where each of those affected cannot be told (GDPR art. 34(3)(c)), and when and where it was published.
alter table deviation_handling
  add column announce_happened text,
  add column announce_consequences text,
  add column announce_measures text,
  add column announce_contact text,
  add column announce_english text,
  add column announced_on date,
  add column announced_where text;
