-- Made by `npm run db:schema` from the migrations. Do not edit.

create table account (
  id uuid not null,
  email text not null,
  password_hash text,
  created_at timestamp with time zone not null,
  disabled_at timestamp with time zone,
  home_organisation_id uuid,
  constraint account_pkey PRIMARY KEY (id),
  constraint account_email_key UNIQUE (email),
  constraint account_home_organisation_id_fkey FOREIGN KEY (home_organisation_id) REFERENCES organisation(id),
  constraint account_email_check CHECK (email = lower(email))
);

create table audit_event (
  organisation_id uuid not null,
  id uuid not null,
  at timestamp with time zone not null,
  actor_id uuid,
  actor_kind text not null,
  subject_type text not null,
  subject_id uuid,
  type text not null,
  data jsonb not null,
  constraint audit_event_pkey PRIMARY KEY (organisation_id, id),
  constraint audit_event_organisation_id_actor_id_fkey FOREIGN KEY (organisation_id, actor_id) REFERENCES person(organisation_id, id),
  constraint audit_event_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint audit_event_actor_kind_check CHECK (actor_kind = ANY (ARRAY['person'::text, 'protected'::text, 'clockwork'::text]))
);
CREATE INDEX audit_event_at ON public.audit_event USING btree (organisation_id, at);
CREATE INDEX audit_event_subject ON public.audit_event USING btree (organisation_id, subject_id, at);
alter table audit_event enable row level security;
alter table audit_event force row level security;
create policy organisation on audit_event
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
CREATE TRIGGER stands BEFORE DELETE OR UPDATE ON audit_event FOR EACH ROW EXECUTE FUNCTION varde_stands();
CREATE TRIGGER stands_whole BEFORE TRUNCATE ON audit_event FOR EACH STATEMENT EXECUTE FUNCTION varde_stands();
grant insert, select on audit_event to varde_web;

create table audit_later (
  organisation_id uuid not null,
  mark bytea not null,
  due_at timestamp with time zone not null,
  count integer not null,
  sealed bytea not null,
  constraint audit_later_pkey PRIMARY KEY (organisation_id, mark),
  constraint audit_later_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id)
);
CREATE INDEX audit_later_due ON public.audit_later USING btree (organisation_id, due_at);
alter table audit_later enable row level security;
alter table audit_later force row level security;
create policy organisation on audit_later
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on audit_later to varde_web;

create table authority_letter (
  organisation_id uuid not null,
  id uuid not null,
  deviation_id uuid not null,
  kind text not null,
  at timestamp with time zone not null,
  reference text,
  question text,
  content text not null,
  due_at timestamp with time zone,
  followed_at timestamp with time zone,
  followed_how text,
  registered_by uuid not null,
  constraint authority_letter_pkey PRIMARY KEY (organisation_id, id),
  constraint authority_letter_organisation_id_deviation_id_fkey FOREIGN KEY (organisation_id, deviation_id) REFERENCES deviation(organisation_id, id),
  constraint authority_letter_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint authority_letter_organisation_id_registered_by_fkey FOREIGN KEY (organisation_id, registered_by) REFERENCES person(organisation_id, id),
  constraint authority_letter_kind_check CHECK (kind = ANY (ARRAY['receipt'::text, 'answer'::text, 'order'::text, 'contact'::text]))
);
CREATE INDEX authority_letter_case ON public.authority_letter USING btree (organisation_id, deviation_id);
alter table authority_letter enable row level security;
alter table authority_letter force row level security;
create policy organisation on authority_letter
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
CREATE TRIGGER stands BEFORE UPDATE ON authority_letter FOR EACH ROW WHEN (old.followed_at IS NOT NULL OR (to_jsonb(new.*) - '{followed_at,followed_how}'::text[]) <> (to_jsonb(old.*) - '{followed_at,followed_how}'::text[])) EXECUTE FUNCTION varde_stands();
CREATE TRIGGER stands_kept BEFORE DELETE ON authority_letter FOR EACH ROW EXECUTE FUNCTION varde_stands();
CREATE TRIGGER stands_whole BEFORE TRUNCATE ON authority_letter FOR EACH STATEMENT EXECUTE FUNCTION varde_stands();
grant insert, select, update on authority_letter to varde_web;

create table authority_notice (
  organisation_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  deviation_id uuid not null,
  number integer not null,
  kind text not null,
  status text not null,
  language text not null,
  created_at timestamp with time zone not null,
  main_cause text,
  period text,
  discovered text,
  affected text,
  what_happened text,
  how_it_arose text,
  data_types text,
  relation text,
  where_now text,
  consequences text,
  measures_done text,
  measures_planned text,
  measures_side_effects text,
  documentation text,
  informed text,
  contact text,
  further_contact text,
  stepwise text,
  late_reason text,
  withdrawal_reason text,
  sent_at timestamp with time zone,
  registered_at timestamp with time zone,
  registered_by uuid,
  external_reference text,
  document_id uuid,
  records text,
  special_categories text,
  vulnerable text,
  cross_border text,
  processor text,
  constraint authority_notice_pkey PRIMARY KEY (organisation_id, id),
  constraint authority_notice_organisation_id_deviation_id_number_key UNIQUE (organisation_id, deviation_id, number),
  constraint authority_notice_organisation_id_deviation_id_fkey FOREIGN KEY (organisation_id, deviation_id) REFERENCES deviation(organisation_id, id),
  constraint authority_notice_organisation_id_document_id_fkey FOREIGN KEY (organisation_id, document_id) REFERENCES document(organisation_id, id),
  constraint authority_notice_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint authority_notice_organisation_id_registered_by_fkey FOREIGN KEY (organisation_id, registered_by) REFERENCES person(organisation_id, id),
  constraint authority_notice_check CHECK ((status = 'sent'::text) = (sent_at IS NOT NULL)),
  constraint authority_notice_kind_check CHECK (kind = ANY (ARRAY['preliminary'::text, 'supplementary'::text, 'complete'::text, 'withdrawn'::text])),
  constraint authority_notice_language_check CHECK (language = ANY (ARRAY['nb'::text, 'nn'::text])),
  constraint authority_notice_status_check CHECK (status = ANY (ARRAY['draft'::text, 'sent'::text, 'discarded'::text]))
);
alter table authority_notice enable row level security;
alter table authority_notice force row level security;
create policy organisation on authority_notice
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
CREATE TRIGGER stands BEFORE UPDATE ON authority_notice FOR EACH ROW WHEN (old.status = 'sent'::text OR old.status <> 'draft'::text AND (old.status IS DISTINCT FROM new.status OR old.number IS DISTINCT FROM new.number OR old.kind IS DISTINCT FROM new.kind)) EXECUTE FUNCTION varde_stands();
CREATE TRIGGER stands_kept BEFORE DELETE ON authority_notice FOR EACH ROW WHEN (old.status <> 'draft'::text) EXECUTE FUNCTION varde_stands();
CREATE TRIGGER stands_whole BEFORE TRUNCATE ON authority_notice FOR EACH STATEMENT EXECUTE FUNCTION varde_stands();
grant insert, select, update on authority_notice to varde_web;

create table deviation (
  organisation_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  status text not null,
  profile_version integer not null,
  year integer,
  number integer,
  language text not null,
  channel text not null,
  created_at timestamp with time zone not null,
  received_at timestamp with time zone,
  draft_reminded_at timestamp with time zone,
  urgent boolean not null default false,
  aware_at timestamp with time zone,
  aware_by uuid,
  aware_reason text,
  extent_confirmed_at timestamp with time zone,
  notify_by timestamp with time zone,
  authority_track text not null default 'undecided'::text,
  authority_notified_at timestamp with time zone,
  subjects_track text not null default 'undecided'::text,
  subjects_informed_at timestamp with time zone,
  queue_roles text[] not null default '{}'::text[],
  access_roles text[] not null default '{}'::text[],
  access_persons uuid[] not null default '{}'::uuid[],
  taken_by uuid,
  taken_at timestamp with time zone,
  triage text,
  closed_at timestamp with time zone,
  case_type text,
  personal_data text,
  affected_unit_id uuid,
  affected_leader_id uuid,
  reporter_unit_id uuid,
  reporter_leader_id uuid,
  categories text[] not null default '{}'::text[],
  what_happened text,
  process_element text,
  main_cause text,
  cause_code text,
  period_from timestamp with time zone,
  period_to timestamp with time zone,
  period_state text,
  discovered_at timestamp with time zone,
  affected_known text,
  affected_count integer,
  affected_max integer,
  data_types text[] not null default '{}'::text[],
  data_types_other text,
  relation text[] not null default '{}'::text[],
  relation_other text,
  where_now text,
  consequences_organisation text,
  consequences_subjects text,
  inform_needed text,
  inform_sent text,
  inform_sent_on date,
  inform_reason text,
  system_id uuid,
  device text,
  deletion_confirmed text,
  exposed_by text[] not null default '{}'::text[],
  rule_broken text,
  measure_fault text,
  open_data_affects text[] not null default '{}'::text[],
  published_fault text,
  item_types text[] not null default '{}'::text[],
  encrypted text,
  breach_kinds text[] not null default '{}'::text[],
  breach_manner text,
  effects text[] not null default '{}'::text[],
  incident_kind text,
  serious text,
  external_reference text,
  redacted_fields text[] not null default '{}'::text[],
  directly_affected text,
  notify_by_assumed boolean not null default false,
  open_orders integer not null default 0,
  constraint deviation_pkey PRIMARY KEY (organisation_id, id),
  constraint deviation_organisation_id_year_number_key UNIQUE (organisation_id, year, number),
  constraint deviation_organisation_id_affected_leader_id_fkey FOREIGN KEY (organisation_id, affected_leader_id) REFERENCES person(organisation_id, id),
  constraint deviation_organisation_id_affected_unit_id_fkey FOREIGN KEY (organisation_id, affected_unit_id) REFERENCES unit(organisation_id, id),
  constraint deviation_organisation_id_aware_by_fkey FOREIGN KEY (organisation_id, aware_by) REFERENCES person(organisation_id, id),
  constraint deviation_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint deviation_organisation_id_profile_version_fkey FOREIGN KEY (organisation_id, profile_version) REFERENCES organisation_profile(organisation_id, version),
  constraint deviation_organisation_id_reporter_leader_id_fkey FOREIGN KEY (organisation_id, reporter_leader_id) REFERENCES person(organisation_id, id),
  constraint deviation_organisation_id_reporter_unit_id_fkey FOREIGN KEY (organisation_id, reporter_unit_id) REFERENCES unit(organisation_id, id),
  constraint deviation_organisation_id_system_id_fkey FOREIGN KEY (organisation_id, system_id) REFERENCES system(organisation_id, id),
  constraint deviation_organisation_id_taken_by_fkey FOREIGN KEY (organisation_id, taken_by) REFERENCES person(organisation_id, id),
  constraint deviation_affected_count_check CHECK (affected_count >= 0),
  constraint deviation_affected_known_check CHECK (affected_known = ANY (ARRAY['exact'::text, 'interval'::text, 'unknown'::text])),
  constraint deviation_affected_max_check CHECK (affected_max >= 0),
  constraint deviation_authority_track_check CHECK (authority_track = ANY (ARRAY['undecided'::text, 'owed'::text, 'notOwed'::text, 'preliminary'::text, 'notified'::text, 'withdrawn'::text])),
  constraint deviation_breach_manner_check CHECK (breach_manner = ANY (ARRAY['accidental'::text, 'unlawful'::text, 'unknown'::text])),
  constraint deviation_case_type_check CHECK (case_type = ANY (ARRAY['privacyDeviation'::text, 'securityIncident'::text, 'ruleDeviation'::text, 'itEquipment'::text])),
  constraint deviation_channel_check CHECK (channel = ANY (ARRAY['form'::text, 'quick'::text, 'oral'::text, 'sms'::text, 'telephone'::text, 'email'::text, 'ownInitiative'::text])),
  constraint deviation_check CHECK ((status = 'draft'::text) = (number IS NULL)),
  constraint deviation_deletion_confirmed_check CHECK (deletion_confirmed = ANY (ARRAY['yes'::text, 'no'::text, 'unknown'::text])),
  constraint deviation_directly_affected_check CHECK (directly_affected = ANY (ARRAY['yes'::text, 'no'::text])),
  constraint deviation_encrypted_check CHECK (encrypted = ANY (ARRAY['yes'::text, 'partly'::text, 'no'::text, 'unknown'::text])),
  constraint deviation_incident_kind_check CHECK (incident_kind = ANY (ARRAY['single'::text, 'repeated'::text, 'violation'::text, 'routineFailure'::text, 'systemFault'::text, 'other'::text])),
  constraint deviation_inform_needed_check CHECK (inform_needed = ANY (ARRAY['yes'::text, 'no'::text, 'unsure'::text])),
  constraint deviation_inform_sent_check CHECK (inform_sent = ANY (ARRAY['yes'::text, 'no'::text])),
  constraint deviation_language_check CHECK (language = ANY (ARRAY['nb'::text, 'nn'::text])),
  constraint deviation_measure_fault_check CHECK (measure_fault = ANY (ARRAY['missing'::text, 'doesNotWork'::text, 'notFollowed'::text])),
  constraint deviation_open_orders_check CHECK (open_orders >= 0),
  constraint deviation_period_state_check CHECK (period_state = ANY (ARRAY['ended'::text, 'ongoing'::text, 'unknown'::text])),
  constraint deviation_personal_data_check CHECK (personal_data = ANY (ARRAY['yes'::text, 'no'::text, 'unsure'::text])),
  constraint deviation_published_fault_check CHECK (published_fault = ANY (ARRAY['noBasis'::text, 'notAnonymised'::text])),
  constraint deviation_serious_check CHECK (serious = ANY (ARRAY['yes'::text, 'no'::text, 'unsure'::text])),
  constraint deviation_status_check CHECK (status = ANY (ARRAY['draft'::text, 'received'::text, 'open'::text, 'proposed'::text, 'closed'::text])),
  constraint deviation_subjects_track_check CHECK (subjects_track = ANY (ARRAY['undecided'::text, 'owed'::text, 'notOwed'::text, 'informed'::text])),
  constraint deviation_triage_check CHECK (triage = ANY (ARRAY['internal'::text, 'authority'::text]))
);
CREATE INDEX deviation_by_deadline ON public.deviation USING btree (organisation_id, notify_by, id) WHERE (status = ANY (ARRAY['received'::text, 'open'::text, 'proposed'::text]));
CREATE INDEX deviation_by_external_reference ON public.deviation USING btree (organisation_id, lower(external_reference) text_pattern_ops) WHERE (external_reference IS NOT NULL);
CREATE INDEX deviation_by_number ON public.deviation USING btree (organisation_id, year DESC, number DESC) WHERE (status <> 'draft'::text);
CREATE INDEX deviation_by_system ON public.deviation USING btree (organisation_id, system_id) WHERE (system_id IS NOT NULL);
CREATE INDEX deviation_drafts ON public.deviation USING btree (organisation_id, created_at) WHERE ((status = 'draft'::text) AND (draft_reminded_at IS NULL));
alter table deviation enable row level security;
alter table deviation force row level security;
create policy organisation on deviation
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on deviation to varde_web;

create table deviation_assessment (
  organisation_id uuid not null,
  deviation_id uuid not null,
  large_scale text,
  h4_explanation text,
  new_technology text,
  new_technology_comment text,
  effect_astray text,
  effect_changed text,
  effect_lost text,
  data_encrypted text,
  may_harm_rights text,
  level text,
  level_reason text,
  certainty text,
  certainty_reasons text,
  enisa_simple integer,
  enisa_behavioural integer,
  enisa_financial integer,
  enisa_sensitive integer,
  enisa_ease integer,
  enisa_confidentiality integer,
  enisa_integrity integer,
  enisa_availability integer,
  enisa_malicious text,
  advice text,
  assessed_by uuid,
  assessed_at timestamp with time zone,
  rests_on jsonb,
  reason_for jsonb,
  constraint deviation_assessment_pkey PRIMARY KEY (organisation_id, deviation_id),
  constraint deviation_assessment_organisation_id_assessed_by_fkey FOREIGN KEY (organisation_id, assessed_by) REFERENCES person(organisation_id, id),
  constraint deviation_assessment_organisation_id_deviation_id_fkey FOREIGN KEY (organisation_id, deviation_id) REFERENCES deviation(organisation_id, id),
  constraint deviation_assessment_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint deviation_assessment_certainty_check CHECK (certainty = ANY (ARRAY['certain'::text, 'unsure'::text, 'notCertain'::text])),
  constraint deviation_assessment_data_encrypted_check CHECK (data_encrypted = ANY (ARRAY['yes'::text, 'partly'::text, 'no'::text, 'unknown'::text])),
  constraint deviation_assessment_effect_astray_check CHECK (effect_astray = ANY (ARRAY['yes'::text, 'danger'::text, 'no'::text, 'unknown'::text])),
  constraint deviation_assessment_effect_changed_check CHECK (effect_changed = ANY (ARRAY['yes'::text, 'danger'::text, 'no'::text, 'unknown'::text])),
  constraint deviation_assessment_effect_lost_check CHECK (effect_lost = ANY (ARRAY['yes'::text, 'danger'::text, 'no'::text, 'unknown'::text])),
  constraint deviation_assessment_enisa_availability_check CHECK (enisa_availability = ANY (ARRAY[0, 25, 50])),
  constraint deviation_assessment_enisa_behavioural_check CHECK (enisa_behavioural >= 1 AND enisa_behavioural <= 4),
  constraint deviation_assessment_enisa_confidentiality_check CHECK (enisa_confidentiality = ANY (ARRAY[0, 25, 50])),
  constraint deviation_assessment_enisa_ease_check CHECK (enisa_ease = ANY (ARRAY[25, 50, 75, 100])),
  constraint deviation_assessment_enisa_financial_check CHECK (enisa_financial >= 1 AND enisa_financial <= 4),
  constraint deviation_assessment_enisa_integrity_check CHECK (enisa_integrity = ANY (ARRAY[0, 25, 50])),
  constraint deviation_assessment_enisa_malicious_check CHECK (enisa_malicious = ANY (ARRAY['yes'::text, 'no'::text])),
  constraint deviation_assessment_enisa_sensitive_check CHECK (enisa_sensitive >= 1 AND enisa_sensitive <= 4),
  constraint deviation_assessment_enisa_simple_check CHECK (enisa_simple >= 1 AND enisa_simple <= 4),
  constraint deviation_assessment_large_scale_check CHECK (large_scale = ANY (ARRAY['yes'::text, 'no'::text, 'unknown'::text])),
  constraint deviation_assessment_level_check CHECK (level = ANY (ARRAY['unlikely'::text, 'low'::text, 'medium'::text, 'high'::text])),
  constraint deviation_assessment_may_harm_rights_check CHECK (may_harm_rights = ANY (ARRAY['yes'::text, 'no'::text, 'unsure'::text])),
  constraint deviation_assessment_new_technology_check CHECK (new_technology = ANY (ARRAY['yes'::text, 'no'::text]))
);
alter table deviation_assessment enable row level security;
alter table deviation_assessment force row level security;
create policy organisation on deviation_assessment
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on deviation_assessment to varde_web;

create table deviation_closing (
  organisation_id uuid not null,
  deviation_id uuid not null,
  circumstances text,
  volume text,
  actual_effects text,
  correction text,
  lessons text,
  routine_change text,
  new_solution text,
  memo_briefing text,
  memo_incident text,
  memo_rules text,
  memo_discussion text,
  memo_assessment text,
  memo_conclusion text,
  proposal text,
  documentation_rests_on jsonb,
  memo_rests_on jsonb,
  constraint deviation_closing_pkey PRIMARY KEY (organisation_id, deviation_id),
  constraint deviation_closing_organisation_id_deviation_id_fkey FOREIGN KEY (organisation_id, deviation_id) REFERENCES deviation(organisation_id, id),
  constraint deviation_closing_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id)
);
alter table deviation_closing enable row level security;
alter table deviation_closing force row level security;
create policy organisation on deviation_closing
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on deviation_closing to varde_web;

create table deviation_criterion (
  organisation_id uuid not null,
  deviation_id uuid not null,
  criterion text not null,
  ticked_by uuid not null,
  ticked_at timestamp with time zone not null,
  constraint deviation_criterion_pkey PRIMARY KEY (organisation_id, deviation_id, criterion),
  constraint deviation_criterion_organisation_id_deviation_id_fkey FOREIGN KEY (organisation_id, deviation_id) REFERENCES deviation(organisation_id, id),
  constraint deviation_criterion_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint deviation_criterion_organisation_id_ticked_by_fkey FOREIGN KEY (organisation_id, ticked_by) REFERENCES person(organisation_id, id),
  constraint deviation_criterion_criterion_check CHECK (criterion = ANY (ARRAY['H1'::text, 'H2'::text, 'H3'::text, 'H4'::text, 'M1'::text, 'M2'::text, 'M3'::text, 'M4'::text, 'M5'::text, 'M6'::text, 'M7'::text, 'M8'::text, 'M9'::text, 'M10'::text, 'M11'::text, 'M12'::text]))
);
alter table deviation_criterion enable row level security;
alter table deviation_criterion force row level security;
create policy organisation on deviation_criterion
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on deviation_criterion to varde_web;

create table deviation_decision (
  organisation_id uuid not null,
  id uuid not null,
  deviation_id uuid not null,
  kind text not null,
  outcome text not null,
  reason text,
  ground text,
  decided_by uuid not null,
  decided_at timestamp with time zone not null,
  rests_on jsonb,
  constraint deviation_decision_pkey PRIMARY KEY (organisation_id, id),
  constraint deviation_decision_organisation_id_decided_by_fkey FOREIGN KEY (organisation_id, decided_by) REFERENCES person(organisation_id, id),
  constraint deviation_decision_organisation_id_deviation_id_fkey FOREIGN KEY (organisation_id, deviation_id) REFERENCES deviation(organisation_id, id),
  constraint deviation_decision_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint deviation_decision_ground_check CHECK (ground = ANY (ARRAY['unintelligible'::text, 'riskRemoved'::text, 'disproportionate'::text, 'secrecy'::text, 'lowRisk'::text])),
  constraint deviation_decision_kind_check CHECK (kind = ANY (ARRAY['breach'::text, 'authority'::text, 'subjects'::text, 'triage'::text, 'closing'::text, 'reopening'::text]))
);
CREATE INDEX deviation_decision_case ON public.deviation_decision USING btree (organisation_id, deviation_id);
alter table deviation_decision enable row level security;
alter table deviation_decision force row level security;
create policy organisation on deviation_decision
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
CREATE TRIGGER stands BEFORE DELETE OR UPDATE ON deviation_decision FOR EACH ROW EXECUTE FUNCTION varde_stands();
CREATE TRIGGER stands_whole BEFORE TRUNCATE ON deviation_decision FOR EACH STATEMENT EXECUTE FUNCTION varde_stands();
grant insert, select on deviation_decision to varde_web;

create table deviation_handling (
  organisation_id uuid not null,
  deviation_id uuid not null,
  short_name text,
  severity text,
  reality text,
  extent text,
  proposed_measures text,
  approach text,
  contained text,
  contained_at timestamp with time zone,
  containment text,
  involved text,
  breach text,
  records_known text,
  records_count integer,
  special_data text,
  vulnerable text,
  cross_border text,
  processor_involved text,
  constraint deviation_handling_pkey PRIMARY KEY (organisation_id, deviation_id),
  constraint deviation_handling_organisation_id_deviation_id_fkey FOREIGN KEY (organisation_id, deviation_id) REFERENCES deviation(organisation_id, id),
  constraint deviation_handling_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint deviation_handling_breach_check CHECK (breach = ANY (ARRAY['yes'::text, 'no'::text])),
  constraint deviation_handling_contained_check CHECK (contained = ANY (ARRAY['yes'::text, 'partly'::text, 'no'::text])),
  constraint deviation_handling_cross_border_check CHECK (cross_border = ANY (ARRAY['yes'::text, 'no'::text, 'unknown'::text])),
  constraint deviation_handling_processor_involved_check CHECK (processor_involved = ANY (ARRAY['yes'::text, 'no'::text, 'unknown'::text])),
  constraint deviation_handling_records_count_check CHECK (records_count >= 0),
  constraint deviation_handling_records_known_check CHECK (records_known = ANY (ARRAY['approximate'::text, 'unknown'::text])),
  constraint deviation_handling_severity_check CHECK (severity = ANY (ARRAY['minor'::text, 'moderate'::text, 'serious'::text, 'critical'::text])),
  constraint deviation_handling_special_data_check CHECK (special_data = ANY (ARRAY['yes'::text, 'no'::text, 'unknown'::text])),
  constraint deviation_handling_vulnerable_check CHECK (vulnerable = ANY (ARRAY['yes'::text, 'no'::text, 'unknown'::text]))
);
alter table deviation_handling enable row level security;
alter table deviation_handling force row level security;
create policy organisation on deviation_handling
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on deviation_handling to varde_web;

create table deviation_inquiry (
  organisation_id uuid not null,
  id uuid not null,
  deviation_id uuid not null,
  to_reporter boolean not null,
  person_id uuid,
  resource_role text,
  question text not null,
  asked_by uuid not null,
  asked_at timestamp with time zone not null,
  due_at timestamp with time zone,
  answer text,
  answered_at timestamp with time zone,
  constraint deviation_inquiry_pkey PRIMARY KEY (organisation_id, id),
  constraint deviation_inquiry_organisation_id_asked_by_fkey FOREIGN KEY (organisation_id, asked_by) REFERENCES person(organisation_id, id),
  constraint deviation_inquiry_organisation_id_deviation_id_fkey FOREIGN KEY (organisation_id, deviation_id) REFERENCES deviation(organisation_id, id),
  constraint deviation_inquiry_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint deviation_inquiry_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint deviation_inquiry_check CHECK (to_reporter OR person_id IS NOT NULL)
);
CREATE INDEX deviation_inquiry_case ON public.deviation_inquiry USING btree (organisation_id, deviation_id);
alter table deviation_inquiry enable row level security;
alter table deviation_inquiry force row level security;
create policy organisation on deviation_inquiry
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on deviation_inquiry to varde_web;

create table deviation_measure (
  organisation_id uuid not null,
  id uuid not null,
  deviation_id uuid not null,
  "position" integer not null,
  purpose text,
  what text not null,
  state text not null,
  responsible text,
  due_on date,
  done_on date,
  responsible_role text,
  responsible_person_id uuid,
  constraint deviation_measure_pkey PRIMARY KEY (organisation_id, id),
  constraint deviation_measure_organisation_id_deviation_id_fkey FOREIGN KEY (organisation_id, deviation_id) REFERENCES deviation(organisation_id, id) ON DELETE CASCADE,
  constraint deviation_measure_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint deviation_measure_organisation_id_responsible_person_id_fkey FOREIGN KEY (organisation_id, responsible_person_id) REFERENCES person(organisation_id, id),
  constraint deviation_measure_purpose_check CHECK (purpose = ANY (ARRAY['limit'::text, 'repair'::text, 'prevent'::text, 'sideEffect'::text])),
  constraint deviation_measure_state_check CHECK (state = ANY (ARRAY['done'::text, 'planned'::text]))
);
CREATE INDEX deviation_measure_case ON public.deviation_measure USING btree (organisation_id, deviation_id);
alter table deviation_measure enable row level security;
alter table deviation_measure force row level security;
create policy organisation on deviation_measure
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on deviation_measure to varde_web;

create table deviation_meeting (
  organisation_id uuid not null,
  id uuid not null,
  deviation_id uuid not null,
  at timestamp with time zone not null,
  place text,
  agenda text,
  participants jsonb not null,
  others text,
  called_by uuid not null,
  called_at timestamp with time zone not null,
  minutes text,
  decisions text,
  minutes_by uuid,
  minutes_at timestamp with time zone,
  constraint deviation_meeting_pkey PRIMARY KEY (organisation_id, id),
  constraint deviation_meeting_organisation_id_called_by_fkey FOREIGN KEY (organisation_id, called_by) REFERENCES person(organisation_id, id),
  constraint deviation_meeting_organisation_id_deviation_id_fkey FOREIGN KEY (organisation_id, deviation_id) REFERENCES deviation(organisation_id, id),
  constraint deviation_meeting_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint deviation_meeting_organisation_id_minutes_by_fkey FOREIGN KEY (organisation_id, minutes_by) REFERENCES person(organisation_id, id),
  constraint deviation_meeting_check CHECK ((minutes_at IS NULL) = (minutes IS NULL))
);
CREATE INDEX deviation_meeting_case ON public.deviation_meeting USING btree (organisation_id, deviation_id);
alter table deviation_meeting enable row level security;
alter table deviation_meeting force row level security;
create policy organisation on deviation_meeting
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
CREATE TRIGGER stands BEFORE DELETE OR UPDATE ON deviation_meeting FOR EACH ROW WHEN (old.minutes_at IS NOT NULL) EXECUTE FUNCTION varde_stands();
grant delete, insert, select, update on deviation_meeting to varde_web;

create table deviation_number (
  organisation_id uuid not null,
  year integer not null,
  last integer not null,
  constraint deviation_number_pkey PRIMARY KEY (organisation_id, year),
  constraint deviation_number_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id)
);
alter table deviation_number enable row level security;
alter table deviation_number force row level security;
create policy organisation on deviation_number
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on deviation_number to varde_web;

create table deviation_reporter (
  organisation_id uuid not null,
  deviation_id uuid not null,
  mark bytea,
  person_id uuid,
  sealed bytea,
  outside text,
  protected boolean not null,
  constraint deviation_reporter_pkey PRIMARY KEY (organisation_id, deviation_id),
  constraint deviation_reporter_organisation_id_deviation_id_fkey FOREIGN KEY (organisation_id, deviation_id) REFERENCES deviation(organisation_id, id) ON DELETE CASCADE,
  constraint deviation_reporter_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint deviation_reporter_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint deviation_reporter_check CHECK (NOT protected OR person_id IS NULL AND outside IS NULL),
  constraint deviation_reporter_check1 CHECK (protected = (mark IS NOT NULL))
);
CREATE INDEX deviation_reporter_mark ON public.deviation_reporter USING btree (organisation_id, mark);
CREATE INDEX deviation_reporter_person ON public.deviation_reporter USING btree (organisation_id, person_id) WHERE (person_id IS NOT NULL);
alter table deviation_reporter enable row level security;
alter table deviation_reporter force row level security;
create policy organisation on deviation_reporter
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on deviation_reporter to varde_web;

create table deviation_sign_off (
  organisation_id uuid not null,
  deviation_id uuid not null,
  role text not null,
  signed_by uuid not null,
  signed_at timestamp with time zone not null,
  extent text not null,
  severity text not null,
  measures text not null,
  notify text not null,
  notify_reason text not null,
  enough text not null,
  enough_reason text not null,
  rests_on jsonb,
  fell_at timestamp with time zone,
  constraint deviation_sign_off_pkey PRIMARY KEY (organisation_id, deviation_id, role),
  constraint deviation_sign_off_organisation_id_deviation_id_fkey FOREIGN KEY (organisation_id, deviation_id) REFERENCES deviation(organisation_id, id),
  constraint deviation_sign_off_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint deviation_sign_off_organisation_id_signed_by_fkey FOREIGN KEY (organisation_id, signed_by) REFERENCES person(organisation_id, id),
  constraint deviation_sign_off_enough_check CHECK (enough = ANY (ARRAY['yes'::text, 'no'::text])),
  constraint deviation_sign_off_notify_check CHECK (notify = ANY (ARRAY['yes'::text, 'no'::text]))
);
alter table deviation_sign_off enable row level security;
alter table deviation_sign_off force row level security;
create policy organisation on deviation_sign_off
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on deviation_sign_off to varde_web;

create table discarded_draft (
  organisation_id uuid not null,
  id uuid not null,
  discarded_on date not null,
  constraint discarded_draft_pkey PRIMARY KEY (organisation_id, id),
  constraint discarded_draft_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id)
);
alter table discarded_draft enable row level security;
alter table discarded_draft force row level security;
create policy organisation on discarded_draft
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on discarded_draft to varde_web;

create table document (
  organisation_id uuid not null,
  id uuid not null,
  subject_type text not null,
  subject_id uuid not null,
  kind text not null,
  number integer not null,
  language text not null,
  content jsonb not null,
  pdf bytea not null,
  sha256 bytea not null,
  created_at timestamp with time zone not null,
  created_by uuid,
  constraint document_pkey PRIMARY KEY (organisation_id, id),
  constraint document_organisation_id_subject_id_kind_number_key UNIQUE (organisation_id, subject_id, kind, number),
  constraint document_organisation_id_created_by_fkey FOREIGN KEY (organisation_id, created_by) REFERENCES person(organisation_id, id),
  constraint document_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint document_language_check CHECK (language = ANY (ARRAY['nb'::text, 'nn'::text, 'en'::text]))
);
alter table document enable row level security;
alter table document force row level security;
create policy organisation on document
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
CREATE TRIGGER stands BEFORE DELETE OR UPDATE ON document FOR EACH ROW EXECUTE FUNCTION varde_stands();
CREATE TRIGGER stands_whole BEFORE TRUNCATE ON document FOR EACH STATEMENT EXECUTE FUNCTION varde_stands();
grant insert, select on document to varde_web;

create table file (
  organisation_id uuid not null,
  id uuid not null,
  subject_type text not null,
  subject_id uuid not null,
  name text not null,
  media_type text not null,
  size bigint not null,
  sha256 bytea not null,
  state text not null,
  scanned_at timestamp with time zone,
  added_at timestamp with time zone not null,
  added_by uuid,
  removed_at timestamp with time zone,
  removed_by uuid,
  removal_reason text,
  constraint file_pkey PRIMARY KEY (organisation_id, id),
  constraint file_organisation_id_added_by_fkey FOREIGN KEY (organisation_id, added_by) REFERENCES person(organisation_id, id),
  constraint file_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint file_organisation_id_removed_by_fkey FOREIGN KEY (organisation_id, removed_by) REFERENCES person(organisation_id, id),
  constraint file_check CHECK ((removed_at IS NULL) = (removal_reason IS NULL)),
  constraint file_size_check CHECK (size > 0),
  constraint file_state_check CHECK (state = ANY (ARRAY['waiting'::text, 'unscanned'::text, 'clean'::text, 'infected'::text]))
);
CREATE UNIQUE INDEX file_once ON public.file USING btree (organisation_id, subject_type, subject_id, sha256, name) WHERE (removed_at IS NULL);
CREATE INDEX file_waiting ON public.file USING btree (organisation_id, added_at) WHERE ((state = 'waiting'::text) AND (removed_at IS NULL));
alter table file enable row level security;
alter table file force row level security;
create policy organisation on file
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on file to varde_web;

create table installation (
  name text not null,
  value text not null,
  constraint installation_pkey PRIMARY KEY (name)
);

create table kept_form (
  organisation_id uuid not null,
  id uuid not null,
  owner bytea not null,
  place bytea not null,
  sealed bytea not null,
  posted boolean not null,
  kept_on date not null,
  constraint kept_form_pkey PRIMARY KEY (organisation_id, id),
  constraint kept_form_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id)
);
CREATE INDEX kept_form_day ON public.kept_form USING btree (organisation_id, kept_on);
CREATE INDEX kept_form_owner ON public.kept_form USING btree (organisation_id, owner);
CREATE UNIQUE INDEX kept_form_place ON public.kept_form USING btree (organisation_id, place);
alter table kept_form enable row level security;
alter table kept_form force row level security;
create policy organisation on kept_form
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on kept_form to varde_web;

create table mail (
  organisation_id uuid not null,
  id uuid not null,
  address text,
  language text not null,
  kind text not null,
  title text not null,
  reference text,
  href text not null,
  status text not null default 'waiting'::text,
  attempts integer not null default 0,
  created_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  last_error text,
  tried_at timestamp with time zone,
  sealed bytea,
  constraint mail_pkey PRIMARY KEY (organisation_id, id),
  constraint mail_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint mail_check CHECK ((address IS NULL) = (sealed IS NOT NULL)),
  constraint mail_language_check CHECK (language = ANY (ARRAY['nb'::text, 'nn'::text, 'en'::text])),
  constraint mail_status_check CHECK (status = ANY (ARRAY['waiting'::text, 'sending'::text, 'sent'::text, 'uncertain'::text, 'failed'::text]))
);
CREATE INDEX mail_waiting ON public.mail USING btree (organisation_id, created_at) WHERE (status <> 'sent'::text);
alter table mail enable row level security;
alter table mail force row level security;
create policy organisation on mail
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on mail to varde_web;

create table membership (
  account_id uuid not null,
  organisation_id uuid not null,
  person_id uuid not null,
  constraint membership_pkey PRIMARY KEY (account_id, organisation_id),
  constraint membership_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint membership_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id)
);
CREATE INDEX membership_person ON public.membership USING btree (organisation_id, person_id);

create table message (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid,
  kind text not null,
  title jsonb not null,
  reference text,
  href text not null,
  created_at timestamp with time zone not null,
  read_at timestamp with time zone,
  mark bytea,
  constraint message_pkey PRIMARY KEY (organisation_id, id),
  constraint message_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint message_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint message_check CHECK ((person_id IS NULL) = (mark IS NOT NULL))
);
CREATE INDEX message_mark ON public.message USING btree (organisation_id, mark, created_at) WHERE (mark IS NOT NULL);
CREATE INDEX message_unread ON public.message USING btree (organisation_id, person_id, created_at) WHERE (read_at IS NULL);
alter table message enable row level security;
alter table message force row level security;
create policy organisation on message
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on message to varde_web;

create table migration (
  name text not null,
  sha256 text not null,
  applied_at timestamp with time zone not null default clock_timestamp(),
  constraint migration_pkey PRIMARY KEY (name)
);

create table notice_copy (
  organisation_id uuid not null,
  id uuid not null,
  notice_id uuid not null,
  deviation_id uuid not null,
  party text not null,
  party_role text not null,
  sent_at timestamp with time zone not null,
  sent_by uuid not null,
  constraint notice_copy_pkey PRIMARY KEY (organisation_id, id),
  constraint notice_copy_organisation_id_deviation_id_fkey FOREIGN KEY (organisation_id, deviation_id) REFERENCES deviation(organisation_id, id),
  constraint notice_copy_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint notice_copy_organisation_id_notice_id_fkey FOREIGN KEY (organisation_id, notice_id) REFERENCES authority_notice(organisation_id, id),
  constraint notice_copy_organisation_id_sent_by_fkey FOREIGN KEY (organisation_id, sent_by) REFERENCES person(organisation_id, id),
  constraint notice_copy_party_role_check CHECK (party_role = ANY (ARRAY['processor'::text, 'jointController'::text, 'controller'::text, 'systemOwner'::text, 'supplier'::text, 'otherAuthority'::text, 'other'::text]))
);
CREATE INDEX notice_copy_case ON public.notice_copy USING btree (organisation_id, deviation_id);
alter table notice_copy enable row level security;
alter table notice_copy force row level security;
create policy organisation on notice_copy
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
CREATE TRIGGER stands BEFORE DELETE OR UPDATE ON notice_copy FOR EACH ROW EXECUTE FUNCTION varde_stands();
CREATE TRIGGER stands_whole BEFORE TRUNCATE ON notice_copy FOR EACH STATEMENT EXECUTE FUNCTION varde_stands();
grant insert, select on notice_copy to varde_web;

create table notice_owed (
  organisation_id uuid not null,
  id uuid not null,
  deviation_id uuid not null,
  what text not null,
  due_at timestamp with time zone not null,
  supplied_by uuid,
  supplied_at timestamp with time zone,
  constraint notice_owed_pkey PRIMARY KEY (organisation_id, id),
  constraint notice_owed_organisation_id_deviation_id_fkey FOREIGN KEY (organisation_id, deviation_id) REFERENCES deviation(organisation_id, id),
  constraint notice_owed_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint notice_owed_organisation_id_supplied_by_fkey FOREIGN KEY (organisation_id, supplied_by) REFERENCES authority_notice(organisation_id, id)
);
CREATE INDEX notice_owed_case ON public.notice_owed USING btree (organisation_id, deviation_id);
alter table notice_owed enable row level security;
alter table notice_owed force row level security;
create policy organisation on notice_owed
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
CREATE TRIGGER stands BEFORE DELETE OR UPDATE ON notice_owed FOR EACH ROW WHEN (old.supplied_at IS NOT NULL) EXECUTE FUNCTION varde_stands();
CREATE TRIGGER stands_whole BEFORE TRUNCATE ON notice_owed FOR EACH STATEMENT EXECUTE FUNCTION varde_stands();
grant delete, insert, select, update on notice_owed to varde_web;

create table organisation (
  id uuid not null,
  name text not null,
  slug text not null,
  profile_version integer not null default 1,
  demo boolean not null default false,
  created_at timestamp with time zone not null,
  sort_key text generated always as (varde_sort_key(name)) stored,
  constraint organisation_pkey PRIMARY KEY (id),
  constraint organisation_slug_key UNIQUE (slug)
);
alter table organisation enable row level security;
create policy known on organisation for select
  using (true);
create policy made on organisation for insert
  with check (true);
create policy own on organisation for update
  using ((id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant insert, select on organisation to varde_web;

create table organisation_details (
  organisation_id uuid not null,
  version integer not null,
  number text,
  address text,
  telephone text,
  email text,
  constraint organisation_details_pkey PRIMARY KEY (organisation_id),
  constraint organisation_details_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint organisation_details_number_check CHECK (number ~ '^[0-9]{9}$'::text)
);
alter table organisation_details enable row level security;
alter table organisation_details force row level security;
create policy organisation on organisation_details
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on organisation_details to varde_web;

create table organisation_profile (
  organisation_id uuid not null,
  version integer not null,
  profile jsonb not null,
  valid_from timestamp with time zone not null,
  constraint organisation_profile_pkey PRIMARY KEY (organisation_id, version),
  constraint organisation_profile_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id)
);
alter table organisation_profile enable row level security;
alter table organisation_profile force row level security;
create policy organisation on organisation_profile
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on organisation_profile to varde_web;

create table person (
  organisation_id uuid not null,
  id uuid not null,
  name text not null,
  email text,
  unit_id uuid,
  leader_id uuid,
  locale text,
  demo_slug text,
  active boolean not null default true,
  version integer not null default 1,
  sort_key text generated always as (varde_sort_key(name)) stored,
  constraint person_pkey PRIMARY KEY (organisation_id, id),
  constraint person_organisation_id_demo_slug_key UNIQUE (organisation_id, demo_slug),
  constraint person_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint person_organisation_id_leader_id_fkey FOREIGN KEY (organisation_id, leader_id) REFERENCES person(organisation_id, id),
  constraint person_organisation_id_unit_id_fkey FOREIGN KEY (organisation_id, unit_id) REFERENCES unit(organisation_id, id),
  constraint person_locale_check CHECK (locale = ANY (ARRAY['nb'::text, 'nn'::text, 'en'::text]))
);
alter table person enable row level security;
alter table person force row level security;
create policy organisation on person
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on person to varde_web;

create table role_assignment (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  role text not null,
  unit_id uuid,
  from_date date not null,
  to_date date,
  constraint role_assignment_pkey PRIMARY KEY (organisation_id, id),
  constraint role_assignment_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint role_assignment_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint role_assignment_organisation_id_unit_id_fkey FOREIGN KEY (organisation_id, unit_id) REFERENCES unit(organisation_id, id),
  constraint role_assignment_check CHECK (to_date > from_date)
);
CREATE INDEX role_assignment_person ON public.role_assignment USING btree (organisation_id, person_id);
CREATE INDEX role_assignment_role ON public.role_assignment USING btree (organisation_id, role);
alter table role_assignment enable row level security;
alter table role_assignment force row level security;
create policy organisation on role_assignment
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on role_assignment to varde_web;

create table session (
  token_hash bytea not null,
  organisation_id uuid not null,
  created_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  mark bytea not null,
  constraint session_pkey PRIMARY KEY (token_hash),
  constraint session_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id)
);
CREATE INDEX session_expires ON public.session USING btree (expires_at);
CREATE INDEX session_mark ON public.session USING btree (mark);

create table sign_in_attempt (
  bucket text not null,
  window_start timestamp with time zone not null,
  failures integer not null default 0,
  constraint sign_in_attempt_pkey PRIMARY KEY (bucket, window_start)
);
grant delete, insert, select on sign_in_attempt to varde_web;

create table subject_message (
  organisation_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  deviation_id uuid not null,
  language text not null,
  status text not null,
  created_at timestamp with time zone not null,
  what_happened text,
  consequences text,
  measures text,
  advice text,
  contacts text,
  signed_by uuid,
  signed_at timestamp with time zone,
  channels text[] not null default '{}'::text[],
  reach text,
  told_count integer,
  told_unknown boolean not null default false,
  sent_at timestamp with time zone,
  sent_by uuid,
  document_id uuid,
  rests_on jsonb,
  constraint subject_message_pkey PRIMARY KEY (organisation_id, id),
  constraint subject_message_organisation_id_deviation_id_fkey FOREIGN KEY (organisation_id, deviation_id) REFERENCES deviation(organisation_id, id),
  constraint subject_message_organisation_id_document_id_fkey FOREIGN KEY (organisation_id, document_id) REFERENCES document(organisation_id, id),
  constraint subject_message_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint subject_message_organisation_id_sent_by_fkey FOREIGN KEY (organisation_id, sent_by) REFERENCES person(organisation_id, id),
  constraint subject_message_organisation_id_signed_by_fkey FOREIGN KEY (organisation_id, signed_by) REFERENCES person(organisation_id, id),
  constraint subject_message_check CHECK (status = 'draft'::text OR signed_at IS NOT NULL),
  constraint subject_message_check1 CHECK ((status = 'sent'::text) = (sent_at IS NOT NULL)),
  constraint subject_message_language_check CHECK (language = ANY (ARRAY['nb'::text, 'nn'::text, 'en'::text])),
  constraint subject_message_status_check CHECK (status = ANY (ARRAY['draft'::text, 'signed'::text, 'sent'::text])),
  constraint subject_message_told_count_check CHECK (told_count >= 0)
);
CREATE INDEX subject_message_case ON public.subject_message USING btree (organisation_id, deviation_id);
alter table subject_message enable row level security;
alter table subject_message force row level security;
create policy organisation on subject_message
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
CREATE TRIGGER stands BEFORE UPDATE ON subject_message FOR EACH ROW WHEN (old.status = 'sent'::text OR old.status = 'signed'::text AND (to_jsonb(new.*) - '{version,status,signed_by,signed_at,channels,reach,told_count,told_unknown,sent_at,sent_by,document_id}'::text[]) <> (to_jsonb(old.*) - '{version,status,signed_by,signed_at,channels,reach,told_count,told_unknown,sent_at,sent_by,document_id}'::text[])) EXECUTE FUNCTION varde_stands();
CREATE TRIGGER stands_kept BEFORE DELETE ON subject_message FOR EACH ROW WHEN (old.status <> 'draft'::text) EXECUTE FUNCTION varde_stands();
CREATE TRIGGER stands_signature BEFORE UPDATE ON subject_message FOR EACH ROW WHEN (old.status = 'signed'::text AND new.status <> 'draft'::text AND (old.signed_by IS DISTINCT FROM new.signed_by OR old.signed_at IS DISTINCT FROM new.signed_at)) EXECUTE FUNCTION varde_stands();
CREATE TRIGGER stands_whole BEFORE TRUNCATE ON subject_message FOR EACH STATEMENT EXECUTE FUNCTION varde_stands();
grant delete, insert, select, update on subject_message to varde_web;

create table sweep_turn (
  name text not null,
  holder uuid not null,
  taken_at timestamp with time zone not null,
  constraint sweep_turn_pkey PRIMARY KEY (name)
);

create table system (
  organisation_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  name text not null,
  purpose text,
  owner_unit_id uuid,
  owner_id uuid,
  super_user_id uuid,
  data_kinds text[] not null default '{}'::text[],
  in_use text not null default 'yes'::text,
  sort_key text generated always as (varde_sort_key(name)) stored,
  constraint system_pkey PRIMARY KEY (organisation_id, id),
  constraint system_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint system_organisation_id_owner_id_fkey FOREIGN KEY (organisation_id, owner_id) REFERENCES person(organisation_id, id),
  constraint system_organisation_id_owner_unit_id_fkey FOREIGN KEY (organisation_id, owner_unit_id) REFERENCES unit(organisation_id, id),
  constraint system_organisation_id_super_user_id_fkey FOREIGN KEY (organisation_id, super_user_id) REFERENCES person(organisation_id, id),
  constraint system_in_use_check CHECK (in_use = ANY (ARRAY['yes'::text, 'no'::text]))
);
CREATE INDEX system_by_owner ON public.system USING btree (organisation_id, owner_id, sort_key, id);
CREATE INDEX system_by_unit ON public.system USING btree (organisation_id, owner_unit_id, sort_key, id);
CREATE INDEX system_by_use ON public.system USING btree (organisation_id, in_use, sort_key, id);
CREATE INDEX system_in_order ON public.system USING btree (organisation_id, sort_key, id);
CREATE UNIQUE INDEX system_name ON public.system USING btree (organisation_id, lower(name));
alter table system enable row level security;
alter table system force row level security;
create policy organisation on system
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on system to varde_web;

create table task (
  organisation_id uuid not null,
  id uuid not null,
  subject_type text not null,
  subject_id uuid not null,
  kind text not null,
  key text not null default ''::text,
  title jsonb not null,
  reference text,
  href text not null,
  person_id uuid,
  roles text[] not null default '{}'::text[],
  due_at timestamp with time zone,
  status text not null default 'open'::text,
  created_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  remind_at timestamp with time zone,
  reminded integer not null default 0,
  remind_hours_left integer[] not null default '{}'::integer[],
  escalated_at timestamp with time zone,
  escalated_to uuid[] not null default '{}'::uuid[],
  about jsonb,
  constraint task_pkey PRIMARY KEY (organisation_id, id),
  constraint task_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint task_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint task_status_check CHECK (status = ANY (ARRAY['open'::text, 'done'::text, 'dropped'::text]))
);
CREATE INDEX task_due ON public.task USING btree (organisation_id, due_at) WHERE (status = 'open'::text);
CREATE UNIQUE INDEX task_open ON public.task USING btree (organisation_id, subject_id, kind, key) WHERE (status = 'open'::text);
CREATE INDEX task_person ON public.task USING btree (organisation_id, person_id) WHERE (status = 'open'::text);
CREATE INDEX task_remind ON public.task USING btree (organisation_id, remind_at) WHERE ((status = 'open'::text) AND (remind_at IS NOT NULL));
alter table task enable row level security;
alter table task force row level security;
create policy organisation on task
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on task to varde_web;

create table unit (
  organisation_id uuid not null,
  id uuid not null,
  name text not null,
  kind text not null default 'unit'::text,
  parent_id uuid,
  path uuid[] not null,
  leader_id uuid,
  version integer not null default 1,
  sort_key text generated always as (varde_sort_key(name)) stored,
  constraint unit_pkey PRIMARY KEY (organisation_id, id),
  constraint unit_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint unit_organisation_id_leader_id_fkey FOREIGN KEY (organisation_id, leader_id) REFERENCES person(organisation_id, id),
  constraint unit_organisation_id_parent_id_fkey FOREIGN KEY (organisation_id, parent_id) REFERENCES unit(organisation_id, id)
);
CREATE INDEX unit_leader ON public.unit USING btree (organisation_id, leader_id);
alter table unit enable row level security;
alter table unit force row level security;
create policy organisation on unit
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on unit to varde_web;

CREATE OR REPLACE FUNCTION public.varde_account(address text)
 RETURNS TABLE(id uuid, "passwordHash" text, home uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 1
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select a.id, a.password_hash, a.home_organisation_id from account a where a.email = address and a.disabled_at is null
$function$;
grant execute on function varde_account to varde_web;

CREATE OR REPLACE FUNCTION public.varde_account_of_person(organisation uuid, person uuid)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select m.account_id from membership m
  where m.organisation_id = organisation and m.person_id = person and organisation = any (varde_organisations())
$function$;
grant execute on function varde_account_of_person to varde_web;

CREATE OR REPLACE FUNCTION public.varde_account_of_session(token bytea, account uuid)
 RETURNS TABLE(id uuid, email text, "hasPassword" boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 1
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select a.id, a.email, a.password_hash is not null from account a
  where a.id = account and a.disabled_at is null and exists (select from session s where s.token_hash = token)
$function$;
grant execute on function varde_account_of_session to varde_web;

CREATE OR REPLACE FUNCTION public.varde_account_to_open(account uuid)
 RETURNS TABLE(id uuid, home uuid)
 LANGUAGE sql
 SECURITY DEFINER ROWS 1
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select a.id, a.home_organisation_id from account a
  where a.id = account and a.disabled_at is null and a.password_hash is null for update
$function$;
grant execute on function varde_account_to_open to varde_web;

CREATE OR REPLACE FUNCTION public.varde_close_others(mark bytea, keep bytea)
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  with gone as (
    delete from session s where s.mark = varde_close_others.mark and s.token_hash is distinct from keep returning 1
  ) select count(*)::int from gone
$function$;
grant execute on function varde_close_others to varde_web;

CREATE OR REPLACE FUNCTION public.varde_close_session(token bytea)
 RETURNS TABLE("expiresAt" timestamp with time zone)
 LANGUAGE sql
 SECURITY DEFINER ROWS 1
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  delete from session s where s.token_hash = token returning s.expires_at
$function$;
grant execute on function varde_close_session to varde_web;

CREATE OR REPLACE FUNCTION public.varde_fold(words text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
  select translate(lower(words), 'ÆØÅÄÖÀÁÂÃÇÈÉÊËÌÍÎÏÑÒÓÔÕÙÚÛÜÝĐŊŠŦŽČŐŰÐÞ', 'æøåäöàáâãçèéêëìíîïñòóôõùúûüýđŋšŧžčőűðþ')
$function$;

CREATE OR REPLACE FUNCTION public.varde_forget_sessions(at timestamp with time zone)
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  with gone as (delete from session where expires_at < at returning 1) select count(*)::int from gone
$function$;
grant execute on function varde_forget_sessions to varde_web;

CREATE OR REPLACE FUNCTION public.varde_go_on(token bytea, at timestamp with time zone)
 RETURNS TABLE("expiresAt" timestamp with time zone)
 LANGUAGE sql
 SECURITY DEFINER ROWS 1
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  update session s set seen_at = at where s.token_hash = token returning s.expires_at
$function$;
grant execute on function varde_go_on to varde_web;

CREATE OR REPLACE FUNCTION public.varde_is_demo()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select exists (select from installation i where i.name = 'demo')
$function$;
grant execute on function varde_is_demo to varde_web;

CREATE OR REPLACE FUNCTION public.varde_is_setup_token(hash text)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select exists (select from installation i where i.name = 'setUpToken' and i.value = hash)
$function$;
grant execute on function varde_is_setup_token to varde_web;

CREATE OR REPLACE FUNCTION public.varde_isolate(table_name regclass)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  execute format('alter table %s enable row level security', table_name);
  execute format('alter table %s force row level security', table_name);
  -- In a subquery the array is made once for each statement and not once for each row.
  execute format(
    'create policy organisation on %s using (organisation_id = any ((select varde_organisations())::uuid[]))
       with check (organisation_id = any ((select varde_organisations())::uuid[]))', table_name);
end
$function$;

CREATE OR REPLACE FUNCTION public.varde_join(account uuid, organisation uuid, person uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if not organisation = any (coalesce(varde_organisations(), '{}'))
  then raise insufficient_privilege using message = 'permission denied: a place in an organisation that is not seen'; end if;
  insert into membership (account_id, organisation_id, person_id) values (account, organisation, person) on conflict do nothing;
  return found;
end $function$;
grant execute on function varde_join to varde_web;

CREATE OR REPLACE FUNCTION public.varde_keep_setup_token(hash text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  insert into installation (name, value) select 'setUpToken', hash where not exists (select from organisation)
    on conflict (name) do update set value = excluded.value
$function$;
grant execute on function varde_keep_setup_token to varde_web;

CREATE OR REPLACE FUNCTION public.varde_make_account(account uuid, address text, hash text, at timestamp with time zone, home uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  -- Null: no organisation made it.
  if not home = any (coalesce(varde_organisations(), '{}'))
  then raise insufficient_privilege using message = 'permission denied: an account for an organisation that is not seen'; end if;
  insert into account (id, email, password_hash, created_at, home_organisation_id) values (account, address, hash, at, home)
    on conflict do nothing;
  return found;
end $function$;
grant execute on function varde_make_account to varde_web;

CREATE OR REPLACE FUNCTION public.varde_mark_demo()
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  insert into installation (name, value) select 'demo', 'yes' where not exists (select from organisation) on conflict (name) do nothing
$function$;
grant execute on function varde_mark_demo to varde_web;

CREATE OR REPLACE FUNCTION public.varde_open_session(token bytea, mark bytea, account uuid, organisation uuid, person uuid, at timestamp with time zone, until timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if not organisation = any (coalesce(varde_organisations(), '{}')) or account is not null and not exists (
    select from membership m where m.account_id = account and m.organisation_id = organisation and m.person_id = person)
  then raise insufficient_privilege using message = 'permission denied: a session for somebody who is not there'; end if;
  insert into session (token_hash, mark, organisation_id, created_at, seen_at, expires_at)
    values (token, mark, organisation, at, at, until);
end $function$;
grant execute on function varde_open_session to varde_web;

CREATE OR REPLACE FUNCTION public.varde_organisations()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (string_to_array(NULLIF(current_setting('varde.organisations'::text, true), ''::text), ','::text))::uuid[];

CREATE OR REPLACE FUNCTION public.varde_places(account uuid, mark bytea DEFAULT NULL::bytea)
 RETURNS TABLE("organisationId" uuid, "personId" uuid, organisation text, "cameAt" timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 2
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select m.organisation_id, m.person_id, o.name,
    (select max(s.created_at) from session s where s.mark = varde_places.mark and s.organisation_id = m.organisation_id)
  from membership m join organisation o on o.id = m.organisation_id where m.account_id = account
$function$;
grant execute on function varde_places to varde_web;

CREATE OR REPLACE FUNCTION public.varde_session(token bytea, account uuid, organisation uuid, person uuid, at timestamp with time zone, idle_since timestamp with time zone, seen_before timestamp with time zone)
 RETURNS TABLE(organisations integer, "seenAt" timestamp with time zone, "expiresAt" timestamp with time zone)
 LANGUAGE plpgsql
 SECURITY DEFINER ROWS 1
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  return query
    with standing as (
      select (select count(*)::int from membership m where m.account_id = account) as places, s.seen_at as seen_on, s.expires_at as until
      from session s
      where s.token_hash = token and s.organisation_id = organisation and s.expires_at > at and s.seen_at > idle_since
        and (account is null or exists (
          select from account a join membership m on m.account_id = a.id and m.organisation_id = organisation and m.person_id = person
          where a.id = account and a.disabled_at is null))
    ), seen as (
      update session s set seen_at = at where s.token_hash = token and s.seen_at < seen_before and exists (select from standing)
    )
    select greatest(places, 1), seen_on, until from standing;
end $function$;
grant execute on function varde_session to varde_web;

CREATE OR REPLACE FUNCTION public.varde_session_stands(token bytea)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select exists (select from session s where s.token_hash = token)
$function$;
grant execute on function varde_session_stands to varde_web;

CREATE OR REPLACE FUNCTION public.varde_sessions(mark bytea, token bytea, at timestamp with time zone, idle_since timestamp with time zone)
 RETURNS TABLE("createdAt" timestamp with time zone, "seenAt" timestamp with time zone, current boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select s.created_at, s.seen_at, s.token_hash = token from session s
  where s.mark = varde_sessions.mark and s.expires_at > at and s.seen_at > idle_since
  order by s.seen_at desc limit 50
$function$;
grant execute on function varde_sessions to varde_web;

CREATE OR REPLACE FUNCTION public.varde_set_password(account uuid, hash text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  update account a set password_hash = hash where a.id = account and (a.password_hash is null or exists (
    select from membership m where m.account_id = a.id and m.organisation_id = any (varde_organisations())));
  if not found then raise insufficient_privilege using message = 'permission denied: the password of somebody who is not there'; end if;
end $function$;
grant execute on function varde_set_password to varde_web;

CREATE OR REPLACE FUNCTION public.varde_sort_key(words text)
 RETURNS text
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
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
$function$;

CREATE OR REPLACE FUNCTION public.varde_stands()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'What has been sent, signed, kept or logged stands: % of % is refused', lower(tg_op), tg_table_name
    using errcode = 'restrict_violation';
end
$function$;

CREATE OR REPLACE FUNCTION public.varde_take_setup_token(hash text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  delete from installation i where i.name = 'setUpToken' and i.value = hash and not exists (select from organisation);
  return found;
end $function$;
grant execute on function varde_take_setup_token to varde_web;
