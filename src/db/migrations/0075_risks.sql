-- What a system must withstand, and the standard measures that protect it (S2-48, S4-009 to S4-011).
alter table system
  add column confidentiality text check (confidentiality in ('low', 'medium', 'high')),
  add column integrity text check (integrity in ('low', 'medium', 'high')),
  add column availability text check (availability in ('low', 'medium', 'high')),
  add column standard_measures text[] not null default '{}';

-- Risk and vulnerability analyses (ROS): what may happen with the information, how bad it is, and what is done about it.
create table risk (
  organisation_id uuid not null references organisation,
  id uuid not null,
  version integer not null default 1,
  name text not null,
  reason text not null check (reason in ('new', 'change', 'yearly', 'incident')),
  about text,
  systems_ids uuid[] not null default '{}',
  processings_ids uuid[] not null default '{}',
  unit_id uuid,
  owner_id uuid,
  risk_owner_id uuid,
  author_id uuid,
  participants_ids uuid[] not null default '{}',
  purpose text,
  data_account text,
  data_subjects text[] not null default '{}',
  data_kinds text[] not null default '{}',
  content text check (content in ('open', 'internal', 'protected', 'strict')),
  context text check (context in ('inHouse', 'supplier', 'mobile', 'shared')),
  confidentiality text check (confidentiality in ('low', 'medium', 'high')),
  integrity text check (integrity in ('low', 'medium', 'high')),
  availability text check (availability in ('low', 'medium', 'high')),
  standard_measures text[] not null default '{}',
  other_measures text,
  dpia_needed text check (dpia_needed in ('yes', 'no')),
  dpia_reason text,
  status text not null check (status in ('draft', 'approved', 'changed', 'ended')),
  scale text not null check (scale in ('4', '5')),
  initiator_id uuid,
  begun_on date not null,
  approved_at timestamptz,
  touched_at timestamptz not null,
  dpia_begun_at timestamptz,
  accepted_by_id uuid,
  accepted_at timestamptz,
  accepted_until date,
  accepted_reason text,
  accepted_for text,
  sort_key text collate "C" generated always as (varde_sort_key(name)) stored,
  primary key (organisation_id, id),
  foreign key (organisation_id, unit_id) references unit,
  foreign key (organisation_id, owner_id) references person,
  foreign key (organisation_id, risk_owner_id) references person,
  foreign key (organisation_id, author_id) references person,
  foreign key (organisation_id, initiator_id) references person,
  foreign key (organisation_id, accepted_by_id) references person
);
create unique index risk_name on risk (organisation_id, lower(name));
create index risk_in_order on risk (organisation_id, sort_key, id);
create index risk_by_unit on risk (organisation_id, unit_id, sort_key, id);
create index risk_by_owner on risk (organisation_id, owner_id, sort_key, id);
create index risk_by_status on risk (organisation_id, status, sort_key, id);
create index risk_by_reason on risk (organisation_id, reason, sort_key, id);
create index risk_by_dpia on risk (organisation_id, dpia_needed, sort_key, id);
create index risk_by_touched on risk (organisation_id, touched_at, id);
create index risk_accepted on risk (organisation_id, accepted_until, id) where status <> 'ended';
create index risk_systems on risk using gin (systems_ids);
create index risk_processings on risk using gin (processings_ids);
select varde_isolate('risk');
select varde_searched('risk', 'name', 'about', 'purpose');

create table risk_scenario (
  organisation_id uuid not null,
  risk_id uuid not null,
  id uuid not null,
  name text not null,
  cause text,
  touches text[] not null default '{}',
  how text,
  likelihood text check (likelihood in ('1', '2', '3', '4', '5')),
  for_subjects text check (for_subjects in ('1', '2', '3', '4', '5')),
  for_organisation text check (for_organisation in ('1', '2', '3', '4', '5')),
  why text,
  likelihood_after text check (likelihood_after in ('1', '2', '3', '4', '5')),
  for_subjects_after text check (for_subjects_after in ('1', '2', '3', '4', '5')),
  for_organisation_after text check (for_organisation_after in ('1', '2', '3', '4', '5')),
  why_after text,
  primary key (organisation_id, id),
  foreign key (organisation_id, risk_id) references risk
);
create index risk_scenario_of on risk_scenario (organisation_id, risk_id, id);
select varde_isolate('risk_scenario');

create table risk_measure (
  organisation_id uuid not null,
  risk_id uuid not null,
  id uuid not null,
  name text not null,
  scenarios_ids uuid[] not null default '{}',
  kind text not null check (kind in ('organisational', 'technical', 'physical', 'training')),
  effect text[] not null default '{}',
  owner_id uuid,
  due_on date,
  decided_by_id uuid,
  decided_on date,
  done_on date,
  evidence text,
  review_on date,
  primary key (organisation_id, id),
  foreign key (organisation_id, risk_id) references risk,
  foreign key (organisation_id, owner_id) references person,
  foreign key (organisation_id, decided_by_id) references person
);
create index risk_measure_of on risk_measure (organisation_id, risk_id, id);
create index risk_measure_due on risk_measure (organisation_id, due_on, id) where done_on is null;
select varde_isolate('risk_measure');
