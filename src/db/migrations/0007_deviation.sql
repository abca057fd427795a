-- Deviations (M04, M05). One row holds the report as it was sent; what is added in handling, assessment and closing stands
-- in tables of their own, one row a case, so that each can be read, and refused, by itself.

create table deviation_number (
  organisation_id uuid not null references organisation (id),
  year integer not null,
  last integer not null,
  primary key (organisation_id, year)
);
select varde_isolate('deviation_number');

create table deviation (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  version integer not null default 1,
  status text not null check (status in ('draft', 'received', 'open', 'proposed', 'closed')),
  profile_version integer not null,
  year integer,
  number integer,
  language text not null check (language in ('nb', 'nn')),
  channel text not null check (channel in ('form', 'quick', 'oral', 'sms', 'telephone', 'email', 'ownInitiative')),
  created_at timestamptz not null,
  -- When the organisation got it: the sending of the form, or the hour it was said.
  received_at timestamptz,
  draft_reminded_at timestamptz,
  urgent boolean not null default false,
  -- The 72 hours: 33(1) counts from becoming aware; until that is set, from discovery (F12).
  aware_at timestamptz,
  aware_by uuid,
  aware_reason text,
  extent_confirmed_at timestamptz,
  notify_by timestamptz,
  -- Two tracks that do not wait for each other.
  authority_track text not null default 'undecided' check (authority_track in ('undecided', 'owed', 'notOwed', 'preliminary', 'notified', 'withdrawn')),
  authority_notified_at timestamptz,
  subjects_track text not null default 'undecided' check (subjects_track in ('undecided', 'owed', 'notOwed', 'informed')),
  subjects_informed_at timestamptz,
  -- Who works it, and who else may see it. Worked out by rule when the case moves; a list is one index and one array test.
  queue_roles text[] not null default '{}',
  access_roles text[] not null default '{}',
  access_persons uuid[] not null default '{}',
  taken_by uuid,
  taken_at timestamptz,
  triage text check (triage in ('internal', 'authority')),
  closed_at timestamptz,

  -- The report: S1-27 to S1-41, S4-126, S3-04, S3-13.
  case_type text check (case_type in ('privacyDeviation', 'securityIncident', 'ruleDeviation', 'itEquipment')),
  personal_data text check (personal_data in ('yes', 'no', 'unsure')),
  affected_unit_id uuid,
  affected_leader_id uuid,
  reporter_unit_id uuid,
  reporter_leader_id uuid,
  categories text[] not null default '{}',
  what_happened text,
  process_element text,
  main_cause text,
  cause_code text,
  period_from timestamptz,
  period_to timestamptz,
  period_state text check (period_state in ('ended', 'ongoing', 'unknown')),
  discovered_at timestamptz,
  affected_known text check (affected_known in ('exact', 'interval', 'unknown')),
  affected_count integer check (affected_count >= 0),
  affected_max integer check (affected_max >= 0),
  data_types text[] not null default '{}',
  data_types_other text,
  relation text[] not null default '{}',
  relation_other text,
  where_now text,
  consequences_organisation text,
  consequences_subjects text,
  inform_needed text check (inform_needed in ('yes', 'no', 'unsure')),
  inform_sent text check (inform_sent in ('yes', 'no')),
  inform_sent_on date,
  inform_reason text,
  system_id uuid,
  device text,
  deletion_confirmed text check (deletion_confirmed in ('yes', 'no', 'unknown')),
  exposed_by text[] not null default '{}',
  rule_broken text,
  measure_fault text check (measure_fault in ('missing', 'doesNotWork', 'notFollowed')),
  open_data_affects text[] not null default '{}',
  published_fault text check (published_fault in ('noBasis', 'notAnonymised')),
  item_types text[] not null default '{}',
  encrypted text check (encrypted in ('yes', 'partly', 'no', 'unknown')),
  breach_kinds text[] not null default '{}',
  breach_manner text check (breach_manner in ('accidental', 'unlawful', 'unknown')),
  effects text[] not null default '{}',
  incident_kind text check (incident_kind in ('single', 'repeated', 'violation', 'routineFailure', 'systemFault', 'other')),
  serious text check (serious in ('yes', 'no', 'unsure')),
  external_reference text,
  redacted_fields text[] not null default '{}',

  primary key (organisation_id, id),
  unique (organisation_id, year, number),
  check ((status = 'draft') = (number is null)),
  foreign key (organisation_id, profile_version) references organisation_profile (organisation_id, version),
  foreign key (organisation_id, affected_unit_id) references unit (organisation_id, id),
  foreign key (organisation_id, affected_leader_id) references person (organisation_id, id),
  foreign key (organisation_id, reporter_unit_id) references unit (organisation_id, id),
  foreign key (organisation_id, reporter_leader_id) references person (organisation_id, id),
  foreign key (organisation_id, system_id) references system (organisation_id, id),
  foreign key (organisation_id, aware_by) references person (organisation_id, id),
  foreign key (organisation_id, taken_by) references person (organisation_id, id)
);
select varde_isolate('deviation');
create index deviation_by_deadline on deviation (organisation_id, notify_by, id) where status in ('received', 'open', 'proposed');
create index deviation_by_number on deviation (organisation_id, year desc, number desc) where status <> 'draft';
create index deviation_by_system on deviation (organisation_id, system_id) where system_id is not null;
create index deviation_by_external_reference on deviation (organisation_id, lower(external_reference) text_pattern_ops) where external_reference is not null;
create index deviation_drafts on deviation (organisation_id, created_at) where status = 'draft' and draft_reminded_at is null;

-- Who reported, kept apart from the case. A protected reporter stands here only sealed, and is found again by a mark.
create table deviation_reporter (
  organisation_id uuid not null references organisation (id),
  deviation_id uuid not null,
  mark bytea not null,
  person_id uuid,
  sealed bytea,
  -- Someone without an account, as told by whoever registered the report.
  outside text,
  protected boolean not null,
  primary key (organisation_id, deviation_id),
  check (not protected or (person_id is null and outside is null)),
  foreign key (organisation_id, deviation_id) references deviation (organisation_id, id) on delete cascade,
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);
select varde_isolate('deviation_reporter');
create index deviation_reporter_mark on deviation_reporter (organisation_id, mark);

create table deviation_handling (
  organisation_id uuid not null references organisation (id),
  deviation_id uuid not null,
  short_name text,
  severity text check (severity in ('minor', 'moderate', 'serious', 'critical')),
  reality text,
  extent text,
  proposed_measures text,
  approach text,
  contained text check (contained in ('yes', 'partly', 'no')),
  contained_at timestamptz,
  containment text,
  involved text,
  breach text check (breach in ('yes', 'no')),
  primary key (organisation_id, deviation_id),
  foreign key (organisation_id, deviation_id) references deviation (organisation_id, id)
);
select varde_isolate('deviation_handling');

create table deviation_assessment (
  organisation_id uuid not null references organisation (id),
  deviation_id uuid not null,
  large_scale text check (large_scale in ('yes', 'no', 'unknown')),
  h4_explanation text,
  new_technology text check (new_technology in ('yes', 'no')),
  new_technology_comment text,
  effect_astray text check (effect_astray in ('yes', 'danger', 'no', 'unknown')),
  effect_changed text check (effect_changed in ('yes', 'danger', 'no', 'unknown')),
  effect_lost text check (effect_lost in ('yes', 'danger', 'no', 'unknown')),
  data_encrypted text check (data_encrypted in ('yes', 'partly', 'no', 'unknown')),
  may_harm_rights text check (may_harm_rights in ('yes', 'no', 'unsure')),
  level text check (level in ('unlikely', 'low', 'medium', 'high')),
  level_reason text,
  certainty text check (certainty in ('certain', 'unsure', 'notCertain')),
  certainty_reasons text,
  enisa_simple integer check (enisa_simple between 1 and 4),
  enisa_behavioural integer check (enisa_behavioural between 1 and 4),
  enisa_financial integer check (enisa_financial between 1 and 4),
  enisa_sensitive integer check (enisa_sensitive between 1 and 4),
  enisa_ease integer check (enisa_ease in (25, 50, 75, 100)),
  enisa_confidentiality integer check (enisa_confidentiality in (0, 25, 50)),
  enisa_integrity integer check (enisa_integrity in (0, 25, 50)),
  enisa_availability integer check (enisa_availability in (0, 25, 50)),
  enisa_malicious text check (enisa_malicious in ('yes', 'no')),
  advice text,
  assessed_by uuid,
  assessed_at timestamptz,
  primary key (organisation_id, deviation_id),
  foreign key (organisation_id, deviation_id) references deviation (organisation_id, id),
  foreign key (organisation_id, assessed_by) references person (organisation_id, id)
);
select varde_isolate('deviation_assessment');

-- One row a ticked criterion: who ticked it, and when (S3-29).
create table deviation_criterion (
  organisation_id uuid not null references organisation (id),
  deviation_id uuid not null,
  criterion text not null check (criterion in ('H1', 'H2', 'H3', 'H4', 'M1', 'M2', 'M3', 'M4', 'M5', 'M6', 'M7', 'M8', 'M9', 'M10', 'M11', 'M12')),
  ticked_by uuid not null,
  ticked_at timestamptz not null,
  primary key (organisation_id, deviation_id, criterion),
  foreign key (organisation_id, deviation_id) references deviation (organisation_id, id),
  foreign key (organisation_id, ticked_by) references person (organisation_id, id)
);
select varde_isolate('deviation_criterion');

create table deviation_sign_off (
  organisation_id uuid not null references organisation (id),
  deviation_id uuid not null,
  role text not null,
  signed_by uuid not null,
  signed_at timestamptz not null,
  extent text not null,
  severity text not null,
  measures text not null,
  notify text not null check (notify in ('yes', 'no')),
  notify_reason text not null,
  enough text not null check (enough in ('yes', 'no')),
  enough_reason text not null,
  primary key (organisation_id, deviation_id, role),
  foreign key (organisation_id, deviation_id) references deviation (organisation_id, id),
  foreign key (organisation_id, signed_by) references person (organisation_id, id)
);
select varde_isolate('deviation_sign_off');

create table deviation_measure (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  deviation_id uuid not null,
  position integer not null,
  purpose text not null check (purpose in ('limit', 'repair', 'prevent', 'sideEffect')),
  what text not null,
  state text not null check (state in ('done', 'planned')),
  responsible text,
  due_on date,
  done_on date,
  primary key (organisation_id, id),
  foreign key (organisation_id, deviation_id) references deviation (organisation_id, id) on delete cascade
);
select varde_isolate('deviation_measure');
create index deviation_measure_case on deviation_measure (organisation_id, deviation_id);

-- Questions from the case: more information from the reporter, or a resource who knows (S1-46, S3-10, S4-138).
create table deviation_inquiry (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  deviation_id uuid not null,
  to_reporter boolean not null,
  person_id uuid,
  resource_role text,
  question text not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  due_at timestamptz,
  answer text,
  answered_at timestamptz,
  primary key (organisation_id, id),
  check (to_reporter or person_id is not null),
  foreign key (organisation_id, deviation_id) references deviation (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id),
  foreign key (organisation_id, asked_by) references person (organisation_id, id)
);
select varde_isolate('deviation_inquiry');
create index deviation_inquiry_case on deviation_inquiry (organisation_id, deviation_id);

create table deviation_decision (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  deviation_id uuid not null,
  kind text not null check (kind in ('breach', 'authority', 'subjects', 'closing', 'reopening')),
  outcome text not null,
  reason text,
  -- GDPR 34(3) a–c, or personopplysningsloven § 16 fourth paragraph.
  ground text check (ground in ('unintelligible', 'riskRemoved', 'disproportionate', 'secrecy', 'lowRisk')),
  decided_by uuid not null,
  decided_at timestamptz not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, deviation_id) references deviation (organisation_id, id),
  foreign key (organisation_id, decided_by) references person (organisation_id, id)
);
select varde_isolate('deviation_decision');
create index deviation_decision_case on deviation_decision (organisation_id, deviation_id);

create table deviation_closing (
  organisation_id uuid not null references organisation (id),
  deviation_id uuid not null,
  -- Documentation of every breach, 33(5): S3-06.
  circumstances text,
  volume text,
  actual_effects text,
  correction text,
  -- What is learnt: S4-125.
  lessons text,
  routine_change text,
  new_solution text,
  -- The memo in six parts: S4-149 to S4-154.
  memo_briefing text,
  memo_incident text,
  memo_rules text,
  memo_discussion text,
  memo_assessment text,
  memo_conclusion text,
  proposal text,
  primary key (organisation_id, deviation_id),
  foreign key (organisation_id, deviation_id) references deviation (organisation_id, id)
);
select varde_isolate('deviation_closing');
