-- Data protection impact assessments (DPIA, Article 35): whether one is needed, what it says, and who has said what of it.
create table dpia (
  organisation_id uuid not null references organisation,
  id uuid not null,
  version integer not null default 1,
  name text not null,
  about text,
  processings_ids uuid[] not null default '{}',
  systems_ids uuid[] not null default '{}',
  risks_ids uuid[] not null default '{}',
  unit_id uuid,
  owner_id uuid,
  risk_owner_id uuid,
  author_id uuid,
  participants_ids uuid[] not null default '{}',
  high_risk text check (high_risk in ('yes', 'no', 'undetermined')),
  high_risk_why text,
  on_list text check (on_list in ('yes', 'no', 'undetermined')),
  list_items text[] not null default '{}',
  evaluation text check (evaluation in ('yes', 'no', 'undetermined')),
  automated text check (automated in ('yes', 'no', 'undetermined')),
  monitoring text check (monitoring in ('yes', 'no', 'undetermined')),
  sensitive text check (sensitive in ('yes', 'no', 'undetermined')),
  large_scale text check (large_scale in ('yes', 'no', 'undetermined')),
  combining text check (combining in ('yes', 'no', 'undetermined')),
  vulnerable text check (vulnerable in ('yes', 'no', 'undetermined')),
  new_technology text check (new_technology in ('yes', 'no', 'undetermined')),
  hindering text check (hindering in ('yes', 'no', 'undetermined')),
  assessed_in_law text check (assessed_in_law in ('yes', 'no', 'undetermined')),
  like_id uuid,
  decision text check (decision in ('do', 'dont')),
  decision_reason text,
  purpose text,
  data_subjects text[] not null default '{}',
  data_kinds text[] not null default '{}',
  how_many text,
  collected text,
  used text,
  shared text,
  kept text,
  deleted text,
  access text,
  legal_basis text,
  necessary text,
  less_intrusive text,
  proportionate text,
  quality text,
  informed text,
  handled text,
  freedoms text,
  views_sought text check (views_sought in ('yes', 'no')),
  views_how text,
  views_said text,
  views_followed text,
  status text not null check (status in ('draft', 'withDpo', 'returned', 'toDecide', 'approved', 'changed', 'ended')),
  scale text not null check (scale in ('4', '5')),
  edition integer not null default 0,
  initiator_id uuid,
  begun_on date not null,
  approved_at timestamptz,
  touched_at timestamptz not null,
  waived_by_id uuid,
  waived_at timestamptz,
  waived_reason text,
  waived_for text,
  consulted_on date,
  consultation_reference text,
  consultation_answered_on date,
  consultation_answer text,
  control_on date,
  sort_key text collate "C" generated always as (varde_sort_key(name)) stored,
  primary key (organisation_id, id),
  foreign key (organisation_id, unit_id) references unit,
  foreign key (organisation_id, owner_id) references person,
  foreign key (organisation_id, risk_owner_id) references person,
  foreign key (organisation_id, author_id) references person,
  foreign key (organisation_id, initiator_id) references person,
  foreign key (organisation_id, waived_by_id) references person,
  foreign key (organisation_id, like_id) references dpia
);
create unique index dpia_name on dpia (organisation_id, lower(name));
create index dpia_in_order on dpia (organisation_id, sort_key, id);
create index dpia_by_unit on dpia (organisation_id, unit_id, sort_key, id);
create index dpia_by_owner on dpia (organisation_id, owner_id, sort_key, id);
create index dpia_by_status on dpia (organisation_id, status, sort_key, id);
create index dpia_by_decision on dpia (organisation_id, decision, sort_key, id);
create index dpia_by_touched on dpia (organisation_id, touched_at, id);
create index dpia_like on dpia (organisation_id, like_id, id);
create index dpia_control_due on dpia (organisation_id, control_on, id) where status <> 'ended';
create index dpia_points on dpia (organisation_id, id) include (processings_ids, systems_ids, risks_ids);
select varde_isolate('dpia');
select varde_searched('dpia', 'name', 'about', 'purpose');

create table dpia_scenario (
  organisation_id uuid not null,
  dpia_id uuid not null,
  id uuid not null,
  name text not null,
  cause text,
  harms text[] not null default '{}',
  how text,
  likelihood text check (likelihood in ('1', '2', '3', '4', '5')),
  for_subjects text check (for_subjects in ('1', '2', '3', '4', '5')),
  why text,
  likelihood_after text check (likelihood_after in ('1', '2', '3', '4', '5')),
  for_subjects_after text check (for_subjects_after in ('1', '2', '3', '4', '5')),
  why_after text,
  primary key (organisation_id, id),
  foreign key (organisation_id, dpia_id) references dpia
);
create index dpia_scenario_of on dpia_scenario (organisation_id, dpia_id, id);
select varde_isolate('dpia_scenario');

create table dpia_measure (
  organisation_id uuid not null,
  dpia_id uuid not null,
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
  foreign key (organisation_id, dpia_id) references dpia,
  foreign key (organisation_id, owner_id) references person,
  foreign key (organisation_id, decided_by_id) references person
);
create index dpia_measure_of on dpia_measure (organisation_id, dpia_id, id);
select varde_isolate('dpia_measure');

-- Sent to the data protection officer once, what they advised, and what was done with it.
create table dpia_round (
  organisation_id uuid not null,
  dpia_id uuid not null,
  id uuid not null,
  sent_by_id uuid,
  sent_at timestamptz not null,
  -- A fingerprint of what was sent: advice holds for what was read.
  sent_for text not null,
  question text,
  taken_back_at timestamptz,
  verdict text check (verdict in ('sound', 'conditions', 'moreWork', 'against')),
  advice text,
  consult text check (consult in ('yes', 'no')),
  follow_on date,
  advised_by_id uuid,
  advised_at timestamptz,
  answer text,
  answered_by_id uuid,
  answered_at timestamptz,
  primary key (organisation_id, id),
  check ((advised_at is null) = (advice is null)),
  foreign key (organisation_id, dpia_id) references dpia,
  foreign key (organisation_id, sent_by_id) references person,
  foreign key (organisation_id, advised_by_id) references person,
  foreign key (organisation_id, answered_by_id) references person
);
create index dpia_round_of on dpia_round (organisation_id, dpia_id, sent_at);
select varde_isolate('dpia_round');

-- The data protection officer's control that it is carried out, with what was found.
create table dpia_control (
  organisation_id uuid not null,
  dpia_id uuid not null,
  id uuid not null,
  controlled_by uuid,
  controlled_on date not null,
  result text not null check (result in ('asDescribed', 'deviates')),
  findings text not null,
  next_on date,
  primary key (organisation_id, id),
  foreign key (organisation_id, dpia_id) references dpia,
  foreign key (organisation_id, controlled_by) references person
);
create index dpia_control_of on dpia_control (organisation_id, dpia_id, id);
select varde_isolate('dpia_control');
