-- What GDPR art. 33(3)(a) and Datatilsynet's form ask, and the case did not hold: the number of records, special categories, children
-- and others who are vulnerable, other countries, processors. Null: not answered; "unknown" is an answer.
alter table deviation_handling
  add column records_known text check (records_known in ('approximate', 'unknown')),
  add column records_count integer check (records_count >= 0),
  add column special_data text check (special_data in ('yes', 'no', 'unknown')),
  add column vulnerable text check (vulnerable in ('yes', 'no', 'unknown')),
  add column cross_border text check (cross_border in ('yes', 'no', 'unknown')),
  add column processor_involved text check (processor_involved in ('yes', 'no', 'unknown'));

alter table authority_notice
  add column records text,
  add column special_categories text,
  add column vulnerable text,
  add column cross_border text,
  add column processor text;
