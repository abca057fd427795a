-- Management's review of a year, its own items and its decisions, and the reports of the data protection officer (M15).

create table management_review (
  organisation_id uuid not null references organisation,
  id uuid not null,
  version integer not null default 1,
  name text not null,
  held_on date not null,
  period_from date not null,
  period_to date not null,
  place text,
  participants_ids uuid[] not null default '{}',
  audits_note text,
  deviations_note text,
  inspections_note text,
  laws_note text,
  data_note text,
  threats_note text,
  incidents_note text,
  organisation_note text,
  buildings_note text,
  plans_note text,
  status_summary text,
  security_judgement text,
  further_measures text,
  goals_decision text check (goals_decision in ('keep', 'change')),
  goals_reason text,
  strategy_decision text check (strategy_decision in ('keep', 'change')),
  strategy_reason text,
  organisation_decision text check (organisation_decision in ('keep', 'change')),
  organisation_reason text,
  state text not null default 'planned' check (state in ('planned', 'approved')),
  frozen_at timestamptz,
  approved_at timestamptz,
  approved_by_id uuid,
  -- What the registers said when the papers were frozen. Never changed after.
  pack jsonb,
  sort_key text collate "C" generated always as (varde_sort_key(name)) stored,
  primary key (organisation_id, id),
  foreign key (organisation_id, approved_by_id) references person,
  check (period_from <= period_to),
  check ((frozen_at is null) = (pack is null))
);
create index management_review_in_order on management_review (organisation_id, sort_key, id);
create index management_review_by_day on management_review (organisation_id, held_on, id);
create index management_review_by_state on management_review (organisation_id, state, held_on, id);
select varde_isolate('management_review');
select varde_searched('management_review', 'name', 'audits_note', 'deviations_note', 'inspections_note', 'laws_note', 'data_note', 'threats_note', 'incidents_note',
  'organisation_note', 'buildings_note', 'plans_note', 'status_summary', 'security_judgement', 'further_measures', 'goals_reason', 'strategy_reason',
  'organisation_reason');

create table management_review_item (
  organisation_id uuid not null references organisation,
  id uuid not null,
  version integer not null default 1,
  name text not null,
  review_id uuid not null,
  content text,
  sort_key text collate "C" generated always as (varde_sort_key(name)) stored,
  primary key (organisation_id, id),
  foreign key (organisation_id, review_id) references management_review
);
create index management_review_item_of on management_review_item (organisation_id, review_id, id);
select varde_isolate('management_review_item');
select varde_searched('management_review_item', 'name', 'content');

create table management_decision (
  organisation_id uuid not null references organisation,
  id uuid not null,
  version integer not null default 1,
  name text not null,
  review_id uuid not null,
  owner_id uuid,
  due_on date not null,
  closed_on date,
  outcome text,
  sort_key text collate "C" generated always as (varde_sort_key(name)) stored,
  primary key (organisation_id, id),
  foreign key (organisation_id, review_id) references management_review,
  foreign key (organisation_id, owner_id) references person
);
create index management_decision_in_order on management_decision (organisation_id, sort_key, id);
create index management_decision_by_day on management_decision (organisation_id, due_on, id);
create index management_decision_of on management_decision (organisation_id, review_id, due_on, id);
create index management_decision_by_owner on management_decision (organisation_id, owner_id, due_on, id);
select varde_isolate('management_decision');
select varde_searched('management_decision', 'name', 'outcome');

create table dpo_report (
  organisation_id uuid not null references organisation,
  id uuid not null,
  version integer not null default 1,
  name text not null,
  period_from date not null,
  period_to date not null,
  summary text,
  advice text,
  delivered_on date,
  cases jsonb,
  sort_key text collate "C" generated always as (varde_sort_key(name)) stored,
  primary key (organisation_id, id),
  check (period_from <= period_to),
  check ((delivered_on is null) = (cases is null))
);
create index dpo_report_in_order on dpo_report (organisation_id, sort_key, id);
create index dpo_report_by_day on dpo_report (organisation_id, period_to, id);
select varde_isolate('dpo_report');
select varde_searched('dpo_report', 'name', 'summary', 'advice');
