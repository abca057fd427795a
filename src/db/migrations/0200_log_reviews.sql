-- Reviews of the logs of systems, by their owners and leaders, when there is a need (S4-168).
create table log_review (
  organisation_id uuid not null references organisation,
  id uuid not null,
  version integer not null default 1,
  name text not null,
  system_id uuid not null,
  period_from date not null,
  period_to date not null,
  reason text not null check (reason in ('routine', 'incident', 'suspicion', 'asked')),
  why text,
  result text not null check (result in ('nothing', 'followUp', 'deviation')),
  found text,
  by_id uuid not null,
  done_on date not null,
  sort_key text collate "C" generated always as (varde_sort_key(name)) stored,
  primary key (organisation_id, id),
  foreign key (organisation_id, system_id) references system,
  foreign key (organisation_id, by_id) references person,
  check (period_from <= period_to)
);
create index log_review_by_day on log_review (organisation_id, done_on, id);
create index log_review_in_order on log_review (organisation_id, sort_key, id);
create index log_review_by_system on log_review (organisation_id, system_id, done_on, id);
create index log_review_by_reason on log_review (organisation_id, reason, done_on, id);
create index log_review_by_result on log_review (organisation_id, result, done_on, id);
select varde_isolate('log_review');
