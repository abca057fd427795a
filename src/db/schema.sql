-- Made by `npm run db:schema` from the migrations. Do not edit.

create table access_grant (
  organisation_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  person_id uuid not null,
  system_id uuid,
  zone_id uuid,
  role text,
  reason text not null,
  access_need text not null,
  protection_need text not null,
  from_date date not null,
  to_date date,
  granted_by_id uuid not null,
  granted_at timestamp with time zone not null,
  employment_ends date,
  confirmed_at timestamp with time zone,
  confirmed_by_id uuid,
  removal_asked_at timestamp with time zone,
  removal_asked_by_id uuid,
  removed_on date,
  removed_by_id uuid,
  removal_proof text,
  sort_key text generated always as (varde_sort_key(COALESCE(role, ''::text))) stored,
  constraint access_grant_pkey PRIMARY KEY (organisation_id, id),
  constraint access_grant_organisation_id_confirmed_by_id_fkey FOREIGN KEY (organisation_id, confirmed_by_id) REFERENCES person(organisation_id, id),
  constraint access_grant_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint access_grant_organisation_id_granted_by_id_fkey FOREIGN KEY (organisation_id, granted_by_id) REFERENCES person(organisation_id, id),
  constraint access_grant_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint access_grant_organisation_id_removal_asked_by_id_fkey FOREIGN KEY (organisation_id, removal_asked_by_id) REFERENCES person(organisation_id, id),
  constraint access_grant_organisation_id_removed_by_id_fkey FOREIGN KEY (organisation_id, removed_by_id) REFERENCES person(organisation_id, id),
  constraint access_grant_organisation_id_system_id_fkey FOREIGN KEY (organisation_id, system_id) REFERENCES system(organisation_id, id),
  constraint access_grant_organisation_id_zone_id_fkey FOREIGN KEY (organisation_id, zone_id) REFERENCES premises_zone(organisation_id, id),
  constraint access_grant_access_need_check CHECK (access_need = ANY (ARRAY['read'::text, 'change'::text, 'administer'::text, 'enter'::text])),
  constraint access_grant_protection_need_check CHECK (protection_need = ANY (ARRAY['ordinary'::text, 'confidential'::text, 'special'::text]))
);
CREATE INDEX access_grant_in_order ON public.access_grant USING btree (organisation_id, from_date, id);
CREATE INDEX access_grant_of_person ON public.access_grant USING btree (organisation_id, person_id, from_date, id);
CREATE INDEX access_grant_of_system ON public.access_grant USING btree (organisation_id, system_id, from_date, id);
CREATE INDEX access_grant_of_zone ON public.access_grant USING btree (organisation_id, zone_id, from_date, id);
CREATE INDEX access_grant_to_end ON public.access_grant USING btree (organisation_id, LEAST(to_date, employment_ends)) WHERE (removed_on IS NULL);
alter table access_grant enable row level security;
alter table access_grant force row level security;
create policy organisation on access_grant
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on access_grant to varde_web;

create table account (
  id uuid not null,
  email text not null,
  password_hash text,
  created_at timestamp with time zone not null,
  disabled_at timestamp with time zone,
  home_organisation_id uuid,
  factor_secret bytea,
  factor_at timestamp with time zone,
  factor_step bigint,
  constraint account_pkey PRIMARY KEY (id),
  constraint account_email_key UNIQUE (email),
  constraint account_home_organisation_id_fkey FOREIGN KEY (home_organisation_id) REFERENCES organisation(id),
  constraint account_email_check CHECK (email = lower(email))
);

create table account_recovery (
  account_id uuid not null,
  mark bytea not null,
  constraint account_recovery_pkey PRIMARY KEY (account_id, mark),
  constraint account_recovery_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id)
);

create table agreement (
  organisation_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  name text not null,
  our_role text not null,
  supplier_id uuid,
  other_party text,
  processings_ids uuid[] not null default '{}'::uuid[],
  systems_ids uuid[] not null default '{}'::uuid[],
  unit_id uuid,
  responsible_id uuid,
  purpose text,
  nature text,
  data_subjects text[] not null default '{}'::text[],
  data_kinds text[] not null default '{}'::text[],
  duration text,
  sub_processing text,
  sub_processor_notice_days integer,
  sub_processor_duties text,
  instructions text,
  confidentiality text,
  security_measures text,
  assists_rights text,
  assists_security text,
  notice_hours integer,
  audit_right text,
  warns_unlawful text,
  transfers text,
  transfer_basis text,
  at_end text,
  changes text,
  assessed_on date,
  assessed_by_id uuid,
  guarantees text,
  assessed_security text,
  assessed_chain text,
  conclusion text,
  conditions text,
  archive_reference text,
  ends_on date,
  audit_every_months integer,
  status text not null,
  our_signatory text,
  our_signed_on date,
  their_signatory text,
  their_signed_on date,
  in_force_on date,
  ended_on date,
  end_reason text,
  data_at_end text,
  data_at_end_on date,
  data_at_end_note text,
  replaces_id uuid,
  sort_key text generated always as (varde_sort_key(name)) stored,
  registered_by_id uuid,
  constraint agreement_pkey PRIMARY KEY (organisation_id, id),
  constraint agreement_organisation_id_assessed_by_id_fkey FOREIGN KEY (organisation_id, assessed_by_id) REFERENCES person(organisation_id, id),
  constraint agreement_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint agreement_organisation_id_registered_by_id_fkey FOREIGN KEY (organisation_id, registered_by_id) REFERENCES person(organisation_id, id),
  constraint agreement_organisation_id_replaces_id_fkey FOREIGN KEY (organisation_id, replaces_id) REFERENCES agreement(organisation_id, id),
  constraint agreement_organisation_id_responsible_id_fkey FOREIGN KEY (organisation_id, responsible_id) REFERENCES person(organisation_id, id),
  constraint agreement_organisation_id_supplier_id_fkey FOREIGN KEY (organisation_id, supplier_id) REFERENCES supplier(organisation_id, id),
  constraint agreement_organisation_id_unit_id_fkey FOREIGN KEY (organisation_id, unit_id) REFERENCES unit(organisation_id, id),
  constraint agreement_assists_rights_check CHECK (assists_rights = ANY (ARRAY['yes'::text, 'no'::text])),
  constraint agreement_assists_security_check CHECK (assists_security = ANY (ARRAY['yes'::text, 'no'::text])),
  constraint agreement_at_end_check CHECK (at_end = ANY (ARRAY['deleted'::text, 'returned'::text])),
  constraint agreement_audit_right_check CHECK (audit_right = ANY (ARRAY['yes'::text, 'no'::text])),
  constraint agreement_check CHECK (status <> 'inForce'::text OR our_signed_on IS NOT NULL AND their_signed_on IS NOT NULL),
  constraint agreement_conclusion_check CHECK (conclusion = ANY (ARRAY['sound'::text, 'conditions'::text, 'unsound'::text])),
  constraint agreement_confidentiality_check CHECK (confidentiality = ANY (ARRAY['yes'::text, 'no'::text])),
  constraint agreement_data_at_end_check CHECK (data_at_end = ANY (ARRAY['deleted'::text, 'returned'::text])),
  constraint agreement_end_reason_check CHECK (end_reason = ANY (ARRAY['serviceEnded'::text, 'terminated'::text, 'expired'::text, 'replaced'::text])),
  constraint agreement_our_role_check CHECK (our_role = ANY (ARRAY['controller'::text, 'processor'::text])),
  constraint agreement_status_check CHECK (status = ANY (ARRAY['draft'::text, 'inForce'::text, 'ended'::text])),
  constraint agreement_sub_processing_check CHECK (sub_processing = ANY (ARRAY['none'::text, 'specific'::text, 'general'::text])),
  constraint agreement_sub_processor_duties_check CHECK (sub_processor_duties = ANY (ARRAY['yes'::text, 'no'::text])),
  constraint agreement_transfer_basis_check CHECK (transfer_basis = ANY (ARRAY['adequacy'::text, 'standardClauses'::text, 'bindingRules'::text, 'derogation'::text])),
  constraint agreement_transfers_check CHECK (transfers = ANY (ARRAY['yes'::text, 'no'::text])),
  constraint agreement_warns_unlawful_check CHECK (warns_unlawful = ANY (ARRAY['yes'::text, 'no'::text]))
);
CREATE INDEX agreement_by_end ON public.agreement USING btree (organisation_id, ends_on, id);
CREATE INDEX agreement_by_responsible ON public.agreement USING btree (organisation_id, responsible_id, sort_key, id);
CREATE INDEX agreement_by_role ON public.agreement USING btree (organisation_id, our_role, sort_key, id);
CREATE INDEX agreement_by_status ON public.agreement USING btree (organisation_id, status, sort_key, id);
CREATE INDEX agreement_by_supplier ON public.agreement USING btree (organisation_id, supplier_id, sort_key, id);
CREATE INDEX agreement_by_unit ON public.agreement USING btree (organisation_id, unit_id, sort_key, id);
CREATE INDEX agreement_in_order ON public.agreement USING btree (organisation_id, sort_key, id);
CREATE UNIQUE INDEX agreement_name ON public.agreement USING btree (organisation_id, lower(name));
CREATE INDEX agreement_points ON public.agreement USING btree (organisation_id, id) INCLUDE (processings_ids, systems_ids);
alter table agreement enable row level security;
alter table agreement force row level security;
create policy organisation on agreement
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
CREATE TRIGGER words AFTER INSERT OR DELETE ON agreement FOR EACH ROW EXECUTE FUNCTION varde_index_record('name', 'other_party', 'purpose', 'nature', 'duration', 'instructions', 'security_measures', 'changes', 'archive_reference');
CREATE TRIGGER words_changed AFTER UPDATE ON agreement FOR EACH ROW WHEN (old.name IS DISTINCT FROM new.name OR old.other_party IS DISTINCT FROM new.other_party OR old.purpose IS DISTINCT FROM new.purpose OR old.nature IS DISTINCT FROM new.nature OR old.duration IS DISTINCT FROM new.duration OR old.instructions IS DISTINCT FROM new.instructions OR old.security_measures IS DISTINCT FROM new.security_measures OR old.changes IS DISTINCT FROM new.changes OR old.archive_reference IS DISTINCT FROM new.archive_reference) EXECUTE FUNCTION varde_index_record('name', 'other_party', 'purpose', 'nature', 'duration', 'instructions', 'security_measures', 'changes', 'archive_reference');
grant delete, insert, select, update on agreement to varde_web;

create table agreement_audit (
  organisation_id uuid not null,
  agreement_id uuid not null,
  id uuid not null,
  planned_on date not null,
  held_on date,
  finding text,
  action text,
  constraint agreement_audit_pkey PRIMARY KEY (organisation_id, agreement_id, id),
  constraint agreement_audit_organisation_id_agreement_id_fkey FOREIGN KEY (organisation_id, agreement_id) REFERENCES agreement(organisation_id, id)
);
CREATE INDEX agreement_audit_planned ON public.agreement_audit USING btree (organisation_id, planned_on) WHERE (held_on IS NULL);
alter table agreement_audit enable row level security;
alter table agreement_audit force row level security;
create policy organisation on agreement_audit
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on agreement_audit to varde_web;

create table agreement_request (
  organisation_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  kind text not null,
  counterpart text not null,
  about text not null,
  unit_id uuid,
  asked_by_id uuid not null,
  asked_at timestamp with time zone not null,
  answer text,
  agreement_id uuid,
  answered_by_id uuid,
  answered_at timestamp with time zone,
  sort_key text generated always as (varde_sort_key(counterpart)) stored,
  constraint agreement_request_pkey PRIMARY KEY (organisation_id, id),
  constraint agreement_request_organisation_id_agreement_id_fkey FOREIGN KEY (organisation_id, agreement_id) REFERENCES agreement(organisation_id, id),
  constraint agreement_request_organisation_id_answered_by_id_fkey FOREIGN KEY (organisation_id, answered_by_id) REFERENCES person(organisation_id, id),
  constraint agreement_request_organisation_id_asked_by_id_fkey FOREIGN KEY (organisation_id, asked_by_id) REFERENCES person(organisation_id, id),
  constraint agreement_request_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint agreement_request_organisation_id_unit_id_fkey FOREIGN KEY (organisation_id, unit_id) REFERENCES unit(organisation_id, id),
  constraint agreement_request_kind_check CHECK (kind = ANY (ARRAY['agreement'::text, 'drafting'::text]))
);
CREATE INDEX agreement_request_waiting ON public.agreement_request USING btree (organisation_id, answered_at DESC, asked_at DESC, id);
alter table agreement_request enable row level security;
alter table agreement_request force row level security;
create policy organisation on agreement_request
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on agreement_request to varde_web;

create table agreement_sub_processor (
  organisation_id uuid not null,
  agreement_id uuid not null,
  id uuid not null,
  name text not null,
  service text,
  country text not null,
  in_eea text not null,
  transfer_basis text,
  authorised_on date,
  noticed_on date,
  answer text,
  answered_on date,
  objection text,
  constraint agreement_sub_processor_pkey PRIMARY KEY (organisation_id, agreement_id, id),
  constraint agreement_sub_processor_organisation_id_agreement_id_fkey FOREIGN KEY (organisation_id, agreement_id) REFERENCES agreement(organisation_id, id),
  constraint agreement_sub_processor_answer_check CHECK (answer = ANY (ARRAY['accepted'::text, 'objected'::text])),
  constraint agreement_sub_processor_in_eea_check CHECK (in_eea = ANY (ARRAY['yes'::text, 'no'::text])),
  constraint agreement_sub_processor_transfer_basis_check CHECK (transfer_basis = ANY (ARRAY['adequacy'::text, 'standardClauses'::text, 'bindingRules'::text, 'derogation'::text]))
);
alter table agreement_sub_processor enable row level security;
alter table agreement_sub_processor force row level security;
create policy organisation on agreement_sub_processor
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on agreement_sub_processor to varde_web;

create table answer_taken (
  mark bytea not null,
  until timestamp with time zone not null,
  constraint passkey_answered_pkey PRIMARY KEY (mark)
);

create table approval (
  organisation_id uuid not null,
  id uuid not null,
  subject_type text not null,
  subject_id uuid not null,
  part text not null,
  verdict text not null,
  rests_on text not null,
  reason text,
  given_by uuid not null,
  on_behalf_of uuid,
  given_at timestamp with time zone not null,
  fell_at timestamp with time zone,
  fell_because text,
  constraint approval_pkey PRIMARY KEY (organisation_id, id),
  constraint approval_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint approval_organisation_id_given_by_fkey FOREIGN KEY (organisation_id, given_by) REFERENCES person(organisation_id, id),
  constraint approval_organisation_id_on_behalf_of_fkey FOREIGN KEY (organisation_id, on_behalf_of) REFERENCES person(organisation_id, id),
  constraint approval_check CHECK ((fell_at IS NULL) = (fell_because IS NULL)),
  constraint approval_fell_because_check CHECK (fell_because = ANY (ARRAY['changed'::text, 'withdrawn'::text, 'replaced'::text])),
  constraint approval_verdict_check CHECK (verdict = ANY (ARRAY['approved'::text, 'returned'::text]))
);
CREATE INDEX approval_of ON public.approval USING btree (organisation_id, subject_type, subject_id, given_at);
CREATE UNIQUE INDEX approval_stands ON public.approval USING btree (organisation_id, subject_type, subject_id, part) WHERE (fell_at IS NULL);
alter table approval enable row level security;
alter table approval force row level security;
create policy organisation on approval
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on approval to varde_web;

create table approval_stand_in (
  organisation_id uuid not null,
  subject_type text not null,
  subject_id uuid not null,
  part text not null,
  person_id uuid not null,
  given_by uuid not null,
  given_at timestamp with time zone not null,
  constraint approval_stand_in_pkey PRIMARY KEY (organisation_id, subject_type, subject_id, part),
  constraint approval_stand_in_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint approval_stand_in_organisation_id_given_by_fkey FOREIGN KEY (organisation_id, given_by) REFERENCES person(organisation_id, id),
  constraint approval_stand_in_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id)
);
alter table approval_stand_in enable row level security;
alter table approval_stand_in force row level security;
create policy organisation on approval_stand_in
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on approval_stand_in to varde_web;

create table archive_filing (
  organisation_id uuid not null,
  id uuid not null,
  package_id uuid,
  document_id uuid not null,
  record_type text not null,
  record_id uuid not null,
  kind text not null,
  document_at timestamp with time zone not null,
  edition integer,
  kept_where text,
  kept_id uuid,
  title text not null,
  folder text,
  file_name text,
  sha256 bytea,
  access text not null,
  ground text,
  reference text,
  filed_at timestamp with time zone not null,
  filed_by uuid not null,
  constraint archive_filing_pkey PRIMARY KEY (organisation_id, id),
  constraint archive_filing_organisation_id_filed_by_fkey FOREIGN KEY (organisation_id, filed_by) REFERENCES person(organisation_id, id),
  constraint archive_filing_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint archive_filing_organisation_id_package_id_fkey FOREIGN KEY (organisation_id, package_id) REFERENCES archive_package(organisation_id, id),
  constraint archive_filing_access_check CHECK (access = ANY (ARRAY['public'::text, 'exempt'::text])),
  constraint archive_filing_check CHECK (package_id IS NOT NULL OR reference IS NOT NULL),
  constraint archive_filing_kept_where_check CHECK (kept_where = ANY (ARRAY['documents'::text, 'files'::text]))
);
CREATE INDEX archive_filing_in_package ON public.archive_filing USING btree (organisation_id, package_id, id);
CREATE INDEX archive_filing_of_document ON public.archive_filing USING btree (organisation_id, document_id, filed_at, id);
alter table archive_filing enable row level security;
alter table archive_filing force row level security;
create policy organisation on archive_filing
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on archive_filing to varde_web;

create table archive_package (
  organisation_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  documents integer not null,
  reference text,
  received_on date,
  received_by uuid,
  constraint archive_package_pkey PRIMARY KEY (organisation_id, id),
  constraint archive_package_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint archive_package_organisation_id_made_by_fkey FOREIGN KEY (organisation_id, made_by) REFERENCES person(organisation_id, id),
  constraint archive_package_organisation_id_received_by_fkey FOREIGN KEY (organisation_id, received_by) REFERENCES person(organisation_id, id),
  constraint archive_package_check CHECK ((reference IS NULL) = (received_on IS NULL) AND (reference IS NULL) = (received_by IS NULL)),
  constraint archive_package_documents_check CHECK (documents > 0)
);
CREATE INDEX archive_package_by_time ON public.archive_package USING btree (organisation_id, made_at, id);
alter table archive_package enable row level security;
alter table archive_package force row level security;
create policy organisation on archive_package
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on archive_package to varde_web;

create table article (
  organisation_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  name text not null,
  kind text not null,
  audiences text[] not null default '{}'::text[],
  unit_id uuid,
  owner_id uuid,
  rank integer,
  valid_from date,
  valid_until date,
  must_confirm text,
  shown_at text[] not null default '{}'::text[],
  title_nb text,
  body_nb text,
  title_nn text,
  body_nn text,
  title_en text,
  body_en text,
  systems_ids uuid[] not null default '{}'::uuid[],
  work_processes_ids uuid[] not null default '{}'::uuid[],
  sources_ids uuid[] not null default '{}'::uuid[],
  status text not null,
  reviewed_by_id uuid,
  reviewed_at timestamp with time zone,
  edition integer not null default 0,
  adopted_by text,
  adopted_on date,
  minutes text,
  published_at timestamp with time zone,
  changed_at timestamp with time zone,
  checked_on date,
  start_key text,
  sort_key text generated always as (varde_sort_key(name)) stored,
  check_nb text,
  check_nn text,
  check_en text,
  retired_on date,
  replaced_by_id uuid,
  constraint article_pkey PRIMARY KEY (organisation_id, id),
  constraint article_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint article_organisation_id_owner_id_fkey FOREIGN KEY (organisation_id, owner_id) REFERENCES person(organisation_id, id),
  constraint article_organisation_id_replaced_by_id_fkey FOREIGN KEY (organisation_id, replaced_by_id) REFERENCES article(organisation_id, id),
  constraint article_organisation_id_reviewed_by_id_fkey FOREIGN KEY (organisation_id, reviewed_by_id) REFERENCES person(organisation_id, id),
  constraint article_organisation_id_unit_id_fkey FOREIGN KEY (organisation_id, unit_id) REFERENCES unit(organisation_id, id),
  constraint article_kind_check CHECK (kind = ANY (ARRAY['article'::text, 'handbook'::text, 'routine'::text, 'guideline'::text, 'tip'::text])),
  constraint article_must_confirm_check CHECK (must_confirm = ANY (ARRAY['yes'::text, 'no'::text])),
  constraint article_status_check CHECK (status = ANY (ARRAY['draft'::text, 'reviewed'::text, 'adopted'::text, 'retired'::text]))
);
CREATE INDEX article_by_kind ON public.article USING btree (organisation_id, kind, sort_key, id);
CREATE INDEX article_by_owner ON public.article USING btree (organisation_id, owner_id, sort_key, id);
CREATE INDEX article_by_status ON public.article USING btree (organisation_id, status, sort_key, id);
CREATE INDEX article_by_unit ON public.article USING btree (organisation_id, unit_id, sort_key, id);
CREATE INDEX article_in_order ON public.article USING btree (organisation_id, sort_key, id);
CREATE UNIQUE INDEX article_name ON public.article USING btree (organisation_id, lower(name));
CREATE UNIQUE INDEX article_start ON public.article USING btree (organisation_id, start_key);
CREATE INDEX article_with_sources ON public.article USING btree (organisation_id, id) INCLUDE (sources_ids);
CREATE INDEX article_with_systems ON public.article USING btree (organisation_id, id) INCLUDE (systems_ids);
CREATE INDEX article_with_work_processes ON public.article USING btree (organisation_id, id) INCLUDE (work_processes_ids);
alter table article enable row level security;
alter table article force row level security;
create policy organisation on article
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on article to varde_web;

create table article_confirmation (
  organisation_id uuid not null,
  article_id uuid not null,
  edition integer not null,
  person_id uuid not null,
  at timestamp with time zone not null,
  id uuid not null default gen_random_uuid(),
  constraint article_confirmation_pkey PRIMARY KEY (organisation_id, article_id, edition, person_id),
  constraint article_confirmation_organisation_id_id_key UNIQUE (organisation_id, id),
  constraint article_confirmation_organisation_id_article_id_edition_fkey FOREIGN KEY (organisation_id, article_id, edition) REFERENCES article_edition(organisation_id, article_id, edition) ON DELETE CASCADE,
  constraint article_confirmation_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint article_confirmation_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id)
);
CREATE INDEX article_confirmation_of_person ON public.article_confirmation USING btree (organisation_id, person_id, article_id, edition);
alter table article_confirmation enable row level security;
alter table article_confirmation force row level security;
create policy organisation on article_confirmation
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on article_confirmation to varde_web;

create table article_edition (
  organisation_id uuid not null,
  article_id uuid not null,
  edition integer not null,
  content jsonb not null,
  adopted_by text not null,
  adopted_on date not null,
  minutes text,
  published_at timestamp with time zone not null,
  published_by_id uuid,
  replaced_on date,
  keep_until date,
  constraint article_edition_pkey PRIMARY KEY (organisation_id, article_id, edition),
  constraint article_edition_organisation_id_article_id_fkey FOREIGN KEY (organisation_id, article_id) REFERENCES article(organisation_id, id),
  constraint article_edition_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint article_edition_check CHECK ((replaced_on IS NULL) = (keep_until IS NULL))
);
alter table article_edition enable row level security;
alter table article_edition force row level security;
create policy organisation on article_edition
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on article_edition to varde_web;

create table article_published (
  organisation_id uuid not null,
  id uuid not null,
  edition integer not null,
  name text not null,
  kind text not null,
  audiences text[] not null default '{}'::text[],
  unit_id uuid,
  owner_id uuid,
  rank integer,
  valid_from date,
  valid_until date,
  must_confirm text,
  shown_at text[] not null default '{}'::text[],
  title_nb text,
  body_nb text,
  title_nn text,
  body_nn text,
  title_en text,
  body_en text,
  systems_ids uuid[] not null default '{}'::uuid[],
  work_processes_ids uuid[] not null default '{}'::uuid[],
  sources_ids uuid[] not null default '{}'::uuid[],
  adopted_by text not null,
  adopted_on date not null,
  minutes text,
  published_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  sort_key text generated always as (varde_sort_key(name)) stored,
  check_nb text,
  check_nn text,
  check_en text,
  constraint article_published_pkey PRIMARY KEY (organisation_id, id),
  constraint article_published_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint article_published_organisation_id_id_fkey FOREIGN KEY (organisation_id, id) REFERENCES article(organisation_id, id),
  constraint article_published_organisation_id_unit_id_fkey FOREIGN KEY (organisation_id, unit_id) REFERENCES unit(organisation_id, id)
);
CREATE INDEX article_published_by_kind ON public.article_published USING btree (organisation_id, kind, rank, sort_key, id);
CREATE INDEX article_published_to_confirm ON public.article_published USING btree (organisation_id, id) WHERE (must_confirm = 'yes'::text);
alter table article_published enable row level security;
alter table article_published force row level security;
create policy organisation on article_published
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
CREATE TRIGGER words AFTER INSERT OR DELETE ON article_published FOR EACH ROW EXECUTE FUNCTION varde_index_record('name', 'title_nb', 'title_nn', 'title_en', 'body_nb', 'body_nn', 'body_en');
CREATE TRIGGER words_changed AFTER UPDATE ON article_published FOR EACH ROW WHEN (old.name IS DISTINCT FROM new.name OR old.title_nb IS DISTINCT FROM new.title_nb OR old.title_nn IS DISTINCT FROM new.title_nn OR old.title_en IS DISTINCT FROM new.title_en OR old.body_nb IS DISTINCT FROM new.body_nb OR old.body_nn IS DISTINCT FROM new.body_nn OR old.body_en IS DISTINCT FROM new.body_en) EXECUTE FUNCTION varde_index_record('name', 'title_nb', 'title_nn', 'title_en', 'body_nb', 'body_nn', 'body_en');
grant delete, insert, select, update on article_published to varde_web;

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
CREATE TRIGGER to_seal AFTER INSERT ON audit_event REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION varde_to_seal();
grant insert, select on audit_event to varde_web;

create table audit_finding (
  organisation_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  name text not null,
  audit_id uuid not null,
  grade text not null,
  found text,
  action text,
  owner_id uuid,
  due_on date,
  closed_on date,
  outcome text,
  sort_key text generated always as (varde_sort_key(name)) stored,
  done_on date,
  effect text,
  constraint audit_finding_pkey PRIMARY KEY (organisation_id, id),
  constraint audit_finding_organisation_id_audit_id_fkey FOREIGN KEY (organisation_id, audit_id) REFERENCES security_audit(organisation_id, id),
  constraint audit_finding_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint audit_finding_organisation_id_owner_id_fkey FOREIGN KEY (organisation_id, owner_id) REFERENCES person(organisation_id, id),
  constraint audit_finding_grade_check CHECK (grade = ANY (ARRAY['major'::text, 'minor'::text, 'improvement'::text]))
);
CREATE INDEX audit_finding_by_grade ON public.audit_finding USING btree (organisation_id, grade, sort_key, id);
CREATE INDEX audit_finding_by_owner ON public.audit_finding USING btree (organisation_id, owner_id, sort_key, id);
CREATE INDEX audit_finding_in_order ON public.audit_finding USING btree (organisation_id, sort_key, id);
CREATE INDEX audit_finding_of ON public.audit_finding USING btree (organisation_id, audit_id, sort_key, id);
alter table audit_finding enable row level security;
alter table audit_finding force row level security;
create policy organisation on audit_finding
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
CREATE TRIGGER words AFTER INSERT OR DELETE ON audit_finding FOR EACH ROW EXECUTE FUNCTION varde_index_record('name', 'found', 'action', 'outcome');
CREATE TRIGGER words_changed AFTER UPDATE ON audit_finding FOR EACH ROW WHEN (old.name IS DISTINCT FROM new.name OR old.found IS DISTINCT FROM new.found OR old.action IS DISTINCT FROM new.action OR old.outcome IS DISTINCT FROM new.outcome) EXECUTE FUNCTION varde_index_record('name', 'found', 'action', 'outcome');
grant delete, insert, select, update on audit_finding to varde_web;

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

create table audit_seal (
  organisation_id uuid not null,
  number integer not null,
  text text not null,
  signature bytea not null,
  constraint audit_seal_pkey PRIMARY KEY (organisation_id, number),
  constraint audit_seal_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint audit_seal_number_check CHECK (number > 0)
);
alter table audit_seal enable row level security;
alter table audit_seal force row level security;
create policy organisation on audit_seal
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
CREATE TRIGGER stands BEFORE DELETE OR UPDATE ON audit_seal FOR EACH ROW EXECUTE FUNCTION varde_stands();
CREATE TRIGGER stands_whole BEFORE TRUNCATE ON audit_seal FOR EACH STATEMENT EXECUTE FUNCTION varde_stands();
grant insert, select on audit_seal to varde_web;

create table audit_sealed (
  organisation_id uuid not null,
  seal integer not null,
  place integer not null,
  event_id uuid not null,
  hash bytea not null,
  constraint audit_sealed_pkey PRIMARY KEY (organisation_id, seal, place),
  constraint audit_sealed_organisation_id_event_id_key UNIQUE (organisation_id, event_id),
  constraint audit_sealed_organisation_id_event_id_fkey FOREIGN KEY (organisation_id, event_id) REFERENCES audit_event(organisation_id, id),
  constraint audit_sealed_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint audit_sealed_organisation_id_seal_fkey FOREIGN KEY (organisation_id, seal) REFERENCES audit_seal(organisation_id, number)
);
alter table audit_sealed enable row level security;
alter table audit_sealed force row level security;
create policy organisation on audit_sealed
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
CREATE TRIGGER stands BEFORE DELETE OR UPDATE ON audit_sealed FOR EACH ROW EXECUTE FUNCTION varde_stands();
CREATE TRIGGER stands_whole BEFORE TRUNCATE ON audit_sealed FOR EACH STATEMENT EXECUTE FUNCTION varde_stands();
grant insert, select on audit_sealed to varde_web;

create table audit_unsealed (
  organisation_id uuid not null,
  at timestamp with time zone not null,
  event_id uuid not null,
  constraint audit_unsealed_pkey PRIMARY KEY (organisation_id, at, event_id),
  constraint audit_unsealed_organisation_id_event_id_fkey FOREIGN KEY (organisation_id, event_id) REFERENCES audit_event(organisation_id, id),
  constraint audit_unsealed_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id)
);
alter table audit_unsealed enable row level security;
alter table audit_unsealed force row level security;
create policy organisation on audit_unsealed
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select on audit_unsealed to varde_web;

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

create table calendar_feed (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  made_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  read_at timestamp with time zone,
  hour_from timestamp with time zone,
  hour_reads integer not null default 0,
  constraint calendar_feed_pkey PRIMARY KEY (organisation_id, id),
  constraint calendar_feed_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint calendar_feed_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id)
);
CREATE UNIQUE INDEX calendar_feed_one ON public.calendar_feed USING btree (organisation_id, person_id) WHERE (revoked_at IS NULL);
alter table calendar_feed enable row level security;
alter table calendar_feed force row level security;
create policy organisation on calendar_feed
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on calendar_feed to varde_web;

create table camera (
  organisation_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  name text not null,
  origin text not null,
  unit_id uuid not null,
  site text,
  area text,
  kind text,
  purposes text[] not null default '{}'::text[],
  other_purpose text,
  system_id uuid,
  processing_id uuid,
  recognisable text,
  systematic text,
  large_scale text,
  public_place text,
  workplace text,
  dpia_id uuid,
  alt_lighting text,
  alt_locks text,
  alt_staff text,
  alt_access text,
  alt_routines text,
  alt_other text,
  alternatives_why text,
  justification text,
  basis text,
  law_reference text,
  consulted_on date,
  consulted_with text,
  mode text,
  sound text,
  sound_reason text,
  hours text,
  masked text,
  retention_days integer,
  retention_reason text,
  erase text,
  viewers_ids uuid[] not null default '{}'::uuid[],
  viewers_text text,
  sign_on date,
  sign_place text,
  sign_more text,
  status text not null,
  approved_at timestamp with time zone,
  approved_by_id uuid,
  decision text,
  active_on date,
  removed_on date,
  reported_on date,
  sort_key text generated always as (varde_sort_key(name)) stored,
  constraint camera_pkey PRIMARY KEY (organisation_id, id),
  constraint camera_organisation_id_approved_by_id_fkey FOREIGN KEY (organisation_id, approved_by_id) REFERENCES person(organisation_id, id),
  constraint camera_organisation_id_dpia_id_fkey FOREIGN KEY (organisation_id, dpia_id) REFERENCES dpia(organisation_id, id),
  constraint camera_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint camera_organisation_id_processing_id_fkey FOREIGN KEY (organisation_id, processing_id) REFERENCES processing(organisation_id, id),
  constraint camera_organisation_id_system_id_fkey FOREIGN KEY (organisation_id, system_id) REFERENCES system(organisation_id, id),
  constraint camera_organisation_id_unit_id_fkey FOREIGN KEY (organisation_id, unit_id) REFERENCES unit(organisation_id, id),
  constraint camera_alt_access_check CHECK (alt_access = ANY (ARRAY['notEnough'::text, 'unsuitable'::text, 'enough'::text])),
  constraint camera_alt_lighting_check CHECK (alt_lighting = ANY (ARRAY['notEnough'::text, 'unsuitable'::text, 'enough'::text])),
  constraint camera_alt_locks_check CHECK (alt_locks = ANY (ARRAY['notEnough'::text, 'unsuitable'::text, 'enough'::text])),
  constraint camera_alt_other_check CHECK (alt_other = ANY (ARRAY['notEnough'::text, 'unsuitable'::text, 'enough'::text])),
  constraint camera_alt_routines_check CHECK (alt_routines = ANY (ARRAY['notEnough'::text, 'unsuitable'::text, 'enough'::text])),
  constraint camera_alt_staff_check CHECK (alt_staff = ANY (ARRAY['notEnough'::text, 'unsuitable'::text, 'enough'::text])),
  constraint camera_basis_check CHECK (basis = ANY (ARRAY['publicTask'::text, 'legalObligation'::text, 'legitimateInterests'::text])),
  constraint camera_erase_check CHECK (erase = ANY (ARRAY['delete'::text, 'anonymise'::text])),
  constraint camera_kind_check CHECK (kind = ANY (ARRAY['real'::text, 'dummy'::text])),
  constraint camera_large_scale_check CHECK (large_scale = ANY (ARRAY['yes'::text, 'no'::text])),
  constraint camera_mode_check CHECK (mode = ANY (ARRAY['live'::text, 'recording'::text, 'both'::text])),
  constraint camera_origin_check CHECK (origin = ANY (ARRAY['ours'::text, 'found'::text])),
  constraint camera_public_place_check CHECK (public_place = ANY (ARRAY['yes'::text, 'no'::text])),
  constraint camera_recognisable_check CHECK (recognisable = ANY (ARRAY['yes'::text, 'no'::text])),
  constraint camera_sound_check CHECK (sound = ANY (ARRAY['yes'::text, 'no'::text])),
  constraint camera_status_check CHECK (status = ANY (ARRAY['planned'::text, 'approved'::text, 'active'::text, 'changed'::text, 'off'::text, 'unauthorised'::text, 'removed'::text])),
  constraint camera_systematic_check CHECK (systematic = ANY (ARRAY['yes'::text, 'no'::text])),
  constraint camera_workplace_check CHECK (workplace = ANY (ARRAY['yes'::text, 'no'::text]))
);
CREATE INDEX camera_by_dpia ON public.camera USING btree (organisation_id, dpia_id, id);
CREATE INDEX camera_by_kind ON public.camera USING btree (organisation_id, kind, sort_key, id);
CREATE INDEX camera_by_processing ON public.camera USING btree (organisation_id, processing_id, sort_key, id);
CREATE INDEX camera_by_public_place ON public.camera USING btree (organisation_id, public_place, sort_key, id);
CREATE INDEX camera_by_status ON public.camera USING btree (organisation_id, status, sort_key, id);
CREATE INDEX camera_by_system ON public.camera USING btree (organisation_id, system_id, sort_key, id);
CREATE INDEX camera_by_unit ON public.camera USING btree (organisation_id, unit_id, sort_key, id);
CREATE INDEX camera_in_order ON public.camera USING btree (organisation_id, sort_key, id);
CREATE UNIQUE INDEX camera_name ON public.camera USING btree (organisation_id, lower(name));
CREATE INDEX camera_points ON public.camera USING btree (organisation_id, id) INCLUDE (viewers_ids);
alter table camera enable row level security;
alter table camera force row level security;
create policy organisation on camera
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
CREATE TRIGGER words AFTER INSERT OR DELETE ON camera FOR EACH ROW EXECUTE FUNCTION varde_index_record('name', 'site', 'area', 'justification');
CREATE TRIGGER words_changed AFTER UPDATE ON camera FOR EACH ROW WHEN (old.name IS DISTINCT FROM new.name OR old.site IS DISTINCT FROM new.site OR old.area IS DISTINCT FROM new.area OR old.justification IS DISTINCT FROM new.justification) EXECUTE FUNCTION varde_index_record('name', 'site', 'area', 'justification');
grant delete, insert, select, update on camera to varde_web;

create table campaign (
  organisation_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  name text not null,
  year integer not null,
  questionnaire_id uuid not null,
  units_ids uuid[] not null default '{}'::uuid[],
  opens_on date not null,
  due_on date not null,
  days_a_level integer not null default 0,
  contact text,
  administrator_id uuid not null,
  status text not null,
  opened_at timestamp with time zone,
  closed_at timestamp with time zone,
  constraint campaign_pkey PRIMARY KEY (organisation_id, id),
  constraint campaign_organisation_id_administrator_id_fkey FOREIGN KEY (organisation_id, administrator_id) REFERENCES person(organisation_id, id),
  constraint campaign_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint campaign_organisation_id_questionnaire_id_fkey FOREIGN KEY (organisation_id, questionnaire_id) REFERENCES questionnaire(organisation_id, id),
  constraint campaign_days_a_level_check CHECK (days_a_level >= 0 AND days_a_level <= 60),
  constraint campaign_status_check CHECK (status = ANY (ARRAY['planned'::text, 'open'::text, 'closed'::text])),
  constraint campaign_year_check CHECK (year >= 2000 AND year <= 2100)
);
CREATE INDEX campaign_by_year ON public.campaign USING btree (organisation_id, year DESC, id);
CREATE INDEX campaign_planned ON public.campaign USING btree (organisation_id, opens_on, id) WHERE (status = 'planned'::text);
CREATE INDEX campaign_questionnaire ON public.campaign USING btree (organisation_id, questionnaire_id);
alter table campaign enable row level security;
alter table campaign force row level security;
create policy organisation on campaign
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on campaign to varde_web;

create table campaign_answer (
  organisation_id uuid not null,
  campaign_unit_id uuid not null,
  question text not null,
  option text,
  comment text,
  reason text,
  follow text,
  action text,
  owner_id uuid,
  due_on date,
  done_on date,
  done_note text,
  constraint campaign_answer_pkey PRIMARY KEY (organisation_id, campaign_unit_id, question),
  constraint campaign_answer_organisation_id_campaign_unit_id_fkey FOREIGN KEY (organisation_id, campaign_unit_id) REFERENCES campaign_unit(organisation_id, id),
  constraint campaign_answer_organisation_id_owner_id_fkey FOREIGN KEY (organisation_id, owner_id) REFERENCES person(organisation_id, id),
  constraint campaign_answer_follow_check CHECK (follow = ANY (ARRAY['action'::text, 'acceptance'::text]))
);
alter table campaign_answer enable row level security;
alter table campaign_answer force row level security;
create policy organisation on campaign_answer
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on campaign_answer to varde_web;

create table campaign_forward (
  organisation_id uuid not null,
  id uuid not null,
  campaign_unit_id uuid not null,
  question text not null,
  asked_by_id uuid not null,
  asked_id uuid not null,
  note text,
  asked_at timestamp with time zone not null,
  status text not null,
  ended_at timestamp with time zone,
  constraint campaign_forward_pkey PRIMARY KEY (organisation_id, id),
  constraint campaign_forward_organisation_id_asked_by_id_fkey FOREIGN KEY (organisation_id, asked_by_id) REFERENCES person(organisation_id, id),
  constraint campaign_forward_organisation_id_asked_id_fkey FOREIGN KEY (organisation_id, asked_id) REFERENCES person(organisation_id, id),
  constraint campaign_forward_organisation_id_campaign_unit_id_fkey FOREIGN KEY (organisation_id, campaign_unit_id) REFERENCES campaign_unit(organisation_id, id),
  constraint campaign_forward_status_check CHECK (status = ANY (ARRAY['open'::text, 'answered'::text, 'withdrawn'::text]))
);
CREATE INDEX campaign_forward_of ON public.campaign_forward USING btree (organisation_id, campaign_unit_id, status);
alter table campaign_forward enable row level security;
alter table campaign_forward force row level security;
create policy organisation on campaign_forward
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on campaign_forward to varde_web;

create table campaign_respondent (
  organisation_id uuid not null,
  campaign_unit_id uuid not null,
  person_id uuid not null,
  first_at timestamp with time zone not null,
  last_at timestamp with time zone not null,
  sent boolean not null default false,
  constraint campaign_respondent_pkey PRIMARY KEY (organisation_id, campaign_unit_id, person_id),
  constraint campaign_respondent_organisation_id_campaign_unit_id_fkey FOREIGN KEY (organisation_id, campaign_unit_id) REFERENCES campaign_unit(organisation_id, id),
  constraint campaign_respondent_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id)
);
alter table campaign_respondent enable row level security;
alter table campaign_respondent force row level security;
create policy organisation on campaign_respondent
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on campaign_respondent to varde_web;

create table campaign_unit (
  organisation_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  campaign_id uuid not null,
  unit_id uuid not null,
  name text not null,
  kind text not null,
  parent_id uuid,
  depth integer not null,
  "position" integer not null,
  due_on date not null,
  status text not null,
  sent_at timestamp with time zone,
  delegate_id uuid,
  people integer not null default 0,
  constraint campaign_unit_pkey PRIMARY KEY (organisation_id, id),
  constraint campaign_unit_organisation_id_campaign_id_unit_id_key UNIQUE (organisation_id, campaign_id, unit_id),
  constraint campaign_unit_organisation_id_campaign_id_fkey FOREIGN KEY (organisation_id, campaign_id) REFERENCES campaign(organisation_id, id),
  constraint campaign_unit_organisation_id_delegate_id_fkey FOREIGN KEY (organisation_id, delegate_id) REFERENCES person(organisation_id, id),
  constraint campaign_unit_organisation_id_parent_id_fkey FOREIGN KEY (organisation_id, parent_id) REFERENCES campaign_unit(organisation_id, id),
  constraint campaign_unit_organisation_id_unit_id_fkey FOREIGN KEY (organisation_id, unit_id) REFERENCES unit(organisation_id, id),
  constraint campaign_unit_status_check CHECK (status = ANY (ARRAY['open'::text, 'sent'::text]))
);
CREATE INDEX campaign_unit_in_order ON public.campaign_unit USING btree (organisation_id, campaign_id, "position");
CREATE INDEX campaign_unit_of ON public.campaign_unit USING btree (organisation_id, unit_id);
alter table campaign_unit enable row level security;
alter table campaign_unit force row level security;
create policy organisation on campaign_unit
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on campaign_unit to varde_web;

create table checklist_tick (
  organisation_id uuid not null,
  person_id uuid not null,
  article_id uuid not null,
  at timestamp with time zone not null,
  constraint checklist_tick_pkey PRIMARY KEY (organisation_id, person_id, article_id),
  constraint checklist_tick_organisation_id_article_id_fkey FOREIGN KEY (organisation_id, article_id) REFERENCES article(organisation_id, id),
  constraint checklist_tick_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint checklist_tick_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id)
);
alter table checklist_tick enable row level security;
alter table checklist_tick force row level security;
create policy organisation on checklist_tick
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on checklist_tick to varde_web;

create table comment (
  organisation_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  subject_type text not null,
  subject_id uuid not null,
  audience text not null,
  text text,
  mentions_ids uuid[] not null default '{}'::uuid[],
  written_at timestamp with time zone not null,
  written_by uuid not null,
  edited_at timestamp with time zone,
  withdrawn_at timestamp with time zone,
  text_sealed bytea,
  constraint comment_pkey PRIMARY KEY (organisation_id, id),
  constraint comment_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint comment_organisation_id_written_by_fkey FOREIGN KEY (organisation_id, written_by) REFERENCES person(organisation_id, id),
  constraint comment_audience_check CHECK (audience = ANY (ARRAY['handlers'::text, 'all'::text]))
);
CREATE INDEX comment_subject ON public.comment USING btree (organisation_id, subject_type, subject_id, written_at);
alter table comment enable row level security;
alter table comment force row level security;
create policy organisation on comment
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on comment to varde_web;

create table control_activity (
  organisation_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  name text not null,
  kind text not null,
  due_on date not null,
  every text not null,
  responsible_id uuid,
  units_ids uuid[] not null default '{}'::uuid[],
  description text,
  done_on date,
  outcome text,
  sort_key text generated always as (varde_sort_key(name)) stored,
  follows_id uuid,
  meant_day smallint,
  constraint control_activity_pkey PRIMARY KEY (organisation_id, id),
  constraint control_activity_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint control_activity_organisation_id_follows_id_fkey FOREIGN KEY (organisation_id, follows_id) REFERENCES control_activity(organisation_id, id),
  constraint control_activity_organisation_id_responsible_id_fkey FOREIGN KEY (organisation_id, responsible_id) REFERENCES person(organisation_id, id),
  constraint control_activity_every_check CHECK (every = ANY (ARRAY['once'::text, '1'::text, '3'::text, '6'::text, '12'::text])),
  constraint control_activity_kind_check CHECK (kind = ANY (ARRAY['questionnaire'::text, 'training'::text, 'exercise'::text, 'planReview'::text, 'campaign'::text, 'other'::text])),
  constraint control_activity_meant_day_check CHECK (meant_day >= 1 AND meant_day <= 31)
);
CREATE INDEX control_activity_by_day ON public.control_activity USING btree (organisation_id, due_on, id);
CREATE INDEX control_activity_by_kind ON public.control_activity USING btree (organisation_id, kind, due_on, id);
CREATE INDEX control_activity_by_responsible ON public.control_activity USING btree (organisation_id, responsible_id, due_on, id);
CREATE UNIQUE INDEX control_activity_follows ON public.control_activity USING btree (organisation_id, follows_id);
CREATE INDEX control_activity_in_order ON public.control_activity USING btree (organisation_id, sort_key, id);
alter table control_activity enable row level security;
alter table control_activity force row level security;
create policy organisation on control_activity
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
CREATE TRIGGER words AFTER INSERT OR DELETE ON control_activity FOR EACH ROW EXECUTE FUNCTION varde_index_record('name', 'description', 'outcome');
CREATE TRIGGER words_changed AFTER UPDATE ON control_activity FOR EACH ROW WHEN (old.name IS DISTINCT FROM new.name OR old.description IS DISTINCT FROM new.description OR old.outcome IS DISTINCT FROM new.outcome) EXECUTE FUNCTION varde_index_record('name', 'description', 'outcome');
grant delete, insert, select, update on control_activity to varde_web;

create table control_activity_unit (
  organisation_id uuid not null,
  activity_id uuid not null,
  unit_id uuid not null,
  done_at timestamp with time zone not null,
  done_by uuid not null,
  constraint control_activity_unit_pkey PRIMARY KEY (organisation_id, activity_id, unit_id),
  constraint control_activity_unit_organisation_id_activity_id_fkey FOREIGN KEY (organisation_id, activity_id) REFERENCES control_activity(organisation_id, id),
  constraint control_activity_unit_organisation_id_done_by_fkey FOREIGN KEY (organisation_id, done_by) REFERENCES person(organisation_id, id),
  constraint control_activity_unit_organisation_id_unit_id_fkey FOREIGN KEY (organisation_id, unit_id) REFERENCES unit(organisation_id, id)
);
alter table control_activity_unit enable row level security;
alter table control_activity_unit force row level security;
create policy organisation on control_activity_unit
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on control_activity_unit to varde_web;

create table data_extract (
  organisation_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  name text not null,
  system_id uuid not null,
  unit_id uuid not null,
  made_on date not null,
  recipient text not null,
  disclosure_id uuid,
  sort_key text generated always as (varde_sort_key(name)) stored,
  constraint data_extract_pkey PRIMARY KEY (organisation_id, id),
  constraint data_extract_organisation_id_disclosure_id_fkey FOREIGN KEY (organisation_id, disclosure_id) REFERENCES disclosure(organisation_id, id),
  constraint data_extract_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint data_extract_organisation_id_system_id_fkey FOREIGN KEY (organisation_id, system_id) REFERENCES system(organisation_id, id),
  constraint data_extract_organisation_id_unit_id_fkey FOREIGN KEY (organisation_id, unit_id) REFERENCES unit(organisation_id, id)
);
CREATE INDEX data_extract_disclosure ON public.data_extract USING btree (organisation_id, disclosure_id);
CREATE INDEX data_extract_sorted ON public.data_extract USING btree (organisation_id, sort_key, id);
CREATE INDEX data_extract_system ON public.data_extract USING btree (organisation_id, system_id, sort_key, id);
CREATE INDEX data_extract_unit ON public.data_extract USING btree (organisation_id, unit_id, sort_key, id);
alter table data_extract enable row level security;
alter table data_extract force row level security;
create policy organisation on data_extract
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
CREATE TRIGGER words AFTER INSERT OR DELETE ON data_extract FOR EACH ROW EXECUTE FUNCTION varde_index_record('name', 'recipient');
CREATE TRIGGER words_changed AFTER UPDATE ON data_extract FOR EACH ROW WHEN (old.name IS DISTINCT FROM new.name OR old.recipient IS DISTINCT FROM new.recipient) EXECUTE FUNCTION varde_index_record('name', 'recipient');
grant delete, insert, select, update on data_extract to varde_web;

create table delegation (
  organisation_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  name text not null,
  authority text not null,
  other_authority text,
  delegated_by_id uuid not null,
  delegated_to_id uuid not null,
  unit_id uuid,
  processings_ids uuid[] not null default '{}'::uuid[],
  systems_ids uuid[] not null default '{}'::uuid[],
  from_date date not null,
  to_date date,
  ground text not null,
  documented_in text not null,
  onward text not null,
  in_force text not null,
  sort_key text generated always as (varde_sort_key(name)) stored,
  own_hand_at timestamp with time zone,
  constraint delegation_pkey PRIMARY KEY (organisation_id, id),
  constraint delegation_organisation_id_delegated_by_id_fkey FOREIGN KEY (organisation_id, delegated_by_id) REFERENCES person(organisation_id, id),
  constraint delegation_organisation_id_delegated_to_id_fkey FOREIGN KEY (organisation_id, delegated_to_id) REFERENCES person(organisation_id, id),
  constraint delegation_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint delegation_organisation_id_unit_id_fkey FOREIGN KEY (organisation_id, unit_id) REFERENCES unit(organisation_id, id),
  constraint delegation_authority_check CHECK (authority = ANY (ARRAY['processing'::text, 'systems'::text, 'disclosure'::text, 'access'::text, 'agreements'::text, 'subjectRequests'::text, 'notices'::text, 'cameras'::text, 'other'::text])),
  constraint delegation_in_force_check CHECK (in_force = ANY (ARRAY['yes'::text, 'no'::text])),
  constraint delegation_onward_check CHECK (onward = ANY (ARRAY['yes'::text, 'no'::text]))
);
CREATE INDEX delegation_by_authority ON public.delegation USING btree (organisation_id, authority, sort_key, id);
CREATE INDEX delegation_by_force ON public.delegation USING btree (organisation_id, in_force, sort_key, id);
CREATE INDEX delegation_by_unit ON public.delegation USING btree (organisation_id, unit_id, sort_key, id);
CREATE INDEX delegation_ends ON public.delegation USING btree (organisation_id, to_date, id) WHERE (in_force = 'yes'::text);
CREATE INDEX delegation_from ON public.delegation USING btree (organisation_id, delegated_by_id, sort_key, id);
CREATE INDEX delegation_in_order ON public.delegation USING btree (organisation_id, sort_key, id);
CREATE INDEX delegation_of_processings ON public.delegation USING btree (organisation_id, id) INCLUDE (processings_ids);
CREATE INDEX delegation_of_systems ON public.delegation USING btree (organisation_id, id) INCLUDE (systems_ids);
CREATE INDEX delegation_to ON public.delegation USING btree (organisation_id, delegated_to_id, sort_key, id);
CREATE INDEX delegation_to_give ON public.delegation USING btree (organisation_id, id) WHERE ((own_hand_at IS NULL) AND (authority = 'disclosure'::text) AND (in_force = 'yes'::text));
alter table delegation enable row level security;
alter table delegation force row level security;
create policy organisation on delegation
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
CREATE TRIGGER words AFTER INSERT OR DELETE ON delegation FOR EACH ROW EXECUTE FUNCTION varde_index_record('name', 'other_authority', 'ground', 'documented_in');
CREATE TRIGGER words_changed AFTER UPDATE ON delegation FOR EACH ROW WHEN (old.name IS DISTINCT FROM new.name OR old.other_authority IS DISTINCT FROM new.other_authority OR old.ground IS DISTINCT FROM new.ground OR old.documented_in IS DISTINCT FROM new.documented_in) EXECUTE FUNCTION varde_index_record('name', 'other_authority', 'ground', 'documented_in');
grant delete, insert, select, update on delegation to varde_web;

create table deletion (
  organisation_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  name text not null,
  subject text not null,
  subject_id uuid not null,
  unit_id uuid,
  owner_id uuid,
  why text not null,
  due_on date not null,
  planned text not null,
  state text not null,
  outcome text,
  done_on date,
  what text,
  method text,
  archive text,
  archive_basis text,
  archive_place text,
  done_by_id uuid,
  done_at timestamp with time zone,
  second_by_id uuid,
  second_at timestamp with time zone,
  sort_key text generated always as (varde_sort_key(name)) stored,
  constraint deletion_pkey PRIMARY KEY (organisation_id, id),
  constraint deletion_organisation_id_done_by_id_fkey FOREIGN KEY (organisation_id, done_by_id) REFERENCES person(organisation_id, id),
  constraint deletion_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint deletion_organisation_id_owner_id_fkey FOREIGN KEY (organisation_id, owner_id) REFERENCES person(organisation_id, id),
  constraint deletion_organisation_id_second_by_id_fkey FOREIGN KEY (organisation_id, second_by_id) REFERENCES person(organisation_id, id),
  constraint deletion_organisation_id_unit_id_fkey FOREIGN KEY (organisation_id, unit_id) REFERENCES unit(organisation_id, id),
  constraint deletion_archive_check CHECK (archive = ANY (ARRAY['yes'::text, 'no'::text])),
  constraint deletion_outcome_check CHECK (outcome = ANY (ARRAY['deleted'::text, 'anonymised'::text, 'archived'::text])),
  constraint deletion_planned_check CHECK (planned = ANY (ARRAY['delete'::text, 'anonymise'::text])),
  constraint deletion_state_check CHECK (state = ANY (ARRAY['due'::text, 'confirming'::text, 'done'::text, 'stopped'::text, 'dropped'::text])),
  constraint deletion_subject_check CHECK (subject = ANY (ARRAY['processing'::text, 'camera'::text, 'recording'::text])),
  constraint deletion_why_check CHECK (why = ANY (ARRAY['purposeEnded'::text, 'basisEnded'::text, 'timeUp'::text, 'takenDown'::text]))
);
CREATE INDEX deletion_by_due ON public.deletion USING btree (organisation_id, due_on, id);
CREATE INDEX deletion_by_outcome ON public.deletion USING btree (organisation_id, outcome, due_on, id);
CREATE INDEX deletion_by_state ON public.deletion USING btree (organisation_id, state, due_on, id);
CREATE INDEX deletion_by_subject ON public.deletion USING btree (organisation_id, subject, due_on, id);
CREATE INDEX deletion_by_unit ON public.deletion USING btree (organisation_id, unit_id, due_on, id);
CREATE INDEX deletion_of ON public.deletion USING btree (organisation_id, subject_id, due_on, id);
CREATE UNIQUE INDEX deletion_open ON public.deletion USING btree (organisation_id, subject, subject_id) WHERE (state = ANY (ARRAY['due'::text, 'confirming'::text]));
alter table deletion enable row level security;
alter table deletion force row level security;
create policy organisation on deletion
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on deletion to varde_web;

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
  external_key text generated always as (varde_fold(external_reference)) stored,
  routine_id uuid,
  merged_into uuid,
  merged_at timestamp with time zone,
  merge_undone_by jsonb,
  regime_due timestamp with time zone,
  deadline_order timestamp without time zone generated always as (
CASE
    WHEN ((regime_due IS NOT NULL) OR ((notify_by IS NOT NULL) AND (authority_notified_at IS NULL) AND (authority_track <> 'notOwed'::text))) THEN LEAST((regime_due AT TIME ZONE 'UTC'::text),
    CASE
        WHEN ((authority_notified_at IS NULL) AND (authority_track <> 'notOwed'::text)) THEN (notify_by AT TIME ZONE 'UTC'::text)
        ELSE NULL::timestamp without time zone
    END)
    ELSE (COALESCE((notify_by AT TIME ZONE 'UTC'::text), 'infinity'::timestamp without time zone) + '1000 years'::interval)
END) stored,
  counted_year integer generated always as (COALESCE((EXTRACT(year FROM (received_at AT TIME ZONE 'Europe/Oslo'::text)))::integer, year)) stored,
  constraint deviation_pkey PRIMARY KEY (organisation_id, id),
  constraint deviation_organisation_id_year_number_key UNIQUE (organisation_id, year, number),
  constraint deviation_merged_into FOREIGN KEY (organisation_id, merged_into) REFERENCES deviation(organisation_id, id),
  constraint deviation_organisation_id_affected_leader_id_fkey FOREIGN KEY (organisation_id, affected_leader_id) REFERENCES person(organisation_id, id),
  constraint deviation_organisation_id_affected_unit_id_fkey FOREIGN KEY (organisation_id, affected_unit_id) REFERENCES unit(organisation_id, id),
  constraint deviation_organisation_id_aware_by_fkey FOREIGN KEY (organisation_id, aware_by) REFERENCES person(organisation_id, id),
  constraint deviation_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint deviation_organisation_id_profile_version_fkey FOREIGN KEY (organisation_id, profile_version) REFERENCES organisation_profile(organisation_id, version),
  constraint deviation_organisation_id_reporter_leader_id_fkey FOREIGN KEY (organisation_id, reporter_leader_id) REFERENCES person(organisation_id, id),
  constraint deviation_organisation_id_reporter_unit_id_fkey FOREIGN KEY (organisation_id, reporter_unit_id) REFERENCES unit(organisation_id, id),
  constraint deviation_organisation_id_routine_id_fkey FOREIGN KEY (organisation_id, routine_id) REFERENCES article(organisation_id, id),
  constraint deviation_organisation_id_system_id_fkey FOREIGN KEY (organisation_id, system_id) REFERENCES system(organisation_id, id),
  constraint deviation_organisation_id_taken_by_fkey FOREIGN KEY (organisation_id, taken_by) REFERENCES person(organisation_id, id),
  constraint deviation_affected_count_check CHECK (affected_count >= 0),
  constraint deviation_affected_known_check CHECK (affected_known = ANY (ARRAY['exact'::text, 'interval'::text, 'unknown'::text])),
  constraint deviation_affected_max_check CHECK (affected_max >= 0),
  constraint deviation_authority_track_check CHECK (authority_track = ANY (ARRAY['undecided'::text, 'owed'::text, 'notOwed'::text, 'preliminary'::text, 'notified'::text, 'withdrawn'::text])),
  constraint deviation_breach_manner_check CHECK (breach_manner = ANY (ARRAY['accidental'::text, 'unlawful'::text, 'unknown'::text])),
  constraint deviation_case_type_check CHECK (case_type = ANY (ARRAY['privacyDeviation'::text, 'securityIncident'::text, 'ruleDeviation'::text, 'itEquipment'::text])),
  constraint deviation_channel_check CHECK (channel = ANY (ARRAY['form'::text, 'quick'::text, 'open'::text, 'oral'::text, 'sms'::text, 'telephone'::text, 'email'::text, 'ownInitiative'::text, 'imported'::text])),
  constraint deviation_check CHECK ((status = 'draft'::text) = (number IS NULL)),
  constraint deviation_deletion_confirmed_check CHECK (deletion_confirmed = ANY (ARRAY['yes'::text, 'no'::text, 'unknown'::text])),
  constraint deviation_directly_affected_check CHECK (directly_affected = ANY (ARRAY['yes'::text, 'no'::text])),
  constraint deviation_encrypted_check CHECK (encrypted = ANY (ARRAY['yes'::text, 'partly'::text, 'no'::text, 'unknown'::text])),
  constraint deviation_incident_kind_check CHECK (incident_kind = ANY (ARRAY['single'::text, 'repeated'::text, 'violation'::text, 'routineFailure'::text, 'systemFault'::text, 'other'::text])),
  constraint deviation_inform_needed_check CHECK (inform_needed = ANY (ARRAY['yes'::text, 'no'::text, 'unsure'::text])),
  constraint deviation_inform_sent_check CHECK (inform_sent = ANY (ARRAY['yes'::text, 'no'::text])),
  constraint deviation_language_check CHECK (language = ANY (ARRAY['nb'::text, 'nn'::text])),
  constraint deviation_measure_fault_check CHECK (measure_fault = ANY (ARRAY['missing'::text, 'doesNotWork'::text, 'notFollowed'::text])),
  constraint deviation_merged_whole CHECK ((merged_into IS NULL) = (merged_at IS NULL) AND (merged_into IS NULL) = (merge_undone_by IS NULL) AND merged_into <> id),
  constraint deviation_open_orders_check CHECK (open_orders >= 0),
  constraint deviation_period_state_check CHECK (period_state = ANY (ARRAY['ended'::text, 'ongoing'::text, 'unknown'::text])),
  constraint deviation_personal_data_check CHECK (personal_data = ANY (ARRAY['yes'::text, 'no'::text, 'unsure'::text])),
  constraint deviation_published_fault_check CHECK (published_fault = ANY (ARRAY['noBasis'::text, 'notAnonymised'::text])),
  constraint deviation_serious_check CHECK (serious = ANY (ARRAY['yes'::text, 'no'::text, 'unsure'::text])),
  constraint deviation_status_check CHECK (status = ANY (ARRAY['draft'::text, 'received'::text, 'open'::text, 'proposed'::text, 'closed'::text])),
  constraint deviation_subjects_track_check CHECK (subjects_track = ANY (ARRAY['undecided'::text, 'owed'::text, 'notOwed'::text, 'informed'::text])),
  constraint deviation_triage_check CHECK (triage = ANY (ARRAY['internal'::text, 'authority'::text]))
);
CREATE INDEX deviation_by_bare_number ON public.deviation USING btree (organisation_id, number) WHERE (number IS NOT NULL);
CREATE INDEX deviation_by_counted_year ON public.deviation USING btree (organisation_id, counted_year) WHERE (status <> 'draft'::text);
CREATE INDEX deviation_by_deadline ON public.deviation USING btree (organisation_id, deadline_order, id) WHERE (status = ANY (ARRAY['received'::text, 'open'::text, 'proposed'::text]));
CREATE INDEX deviation_by_external_key ON public.deviation USING btree (organisation_id, external_key) WHERE (external_key IS NOT NULL);
CREATE INDEX deviation_by_number ON public.deviation USING btree (organisation_id, year DESC, number DESC) WHERE (status <> 'draft'::text);
CREATE INDEX deviation_by_received ON public.deviation USING btree (organisation_id, received_at) WHERE (status <> 'draft'::text);
CREATE INDEX deviation_by_routine ON public.deviation USING btree (organisation_id, routine_id) WHERE (routine_id IS NOT NULL);
CREATE INDEX deviation_by_system ON public.deviation USING btree (organisation_id, system_id) WHERE (system_id IS NOT NULL);
CREATE INDEX deviation_drafts ON public.deviation USING btree (organisation_id, created_at) WHERE ((status = 'draft'::text) AND (draft_reminded_at IS NULL));
CREATE INDEX deviation_in_order ON public.deviation USING btree (organisation_id, deadline_order, id) WHERE (status <> 'draft'::text);
CREATE INDEX deviation_merged ON public.deviation USING btree (organisation_id, merged_into) WHERE (merged_into IS NOT NULL);
CREATE UNIQUE INDEX deviation_old_number ON public.deviation USING btree (organisation_id, external_key) WHERE (channel = 'imported'::text);
alter table deviation enable row level security;
alter table deviation force row level security;
create policy organisation on deviation
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
CREATE TRIGGER words AFTER INSERT OR DELETE ON deviation FOR EACH ROW EXECUTE FUNCTION varde_index_case();
CREATE TRIGGER words_changed AFTER UPDATE ON deviation FOR EACH ROW WHEN ((old.status = 'draft'::text) IS DISTINCT FROM (new.status = 'draft'::text) OR old.year IS DISTINCT FROM new.year OR old.number IS DISTINCT FROM new.number OR old.access_roles IS DISTINCT FROM new.access_roles OR old.access_persons IS DISTINCT FROM new.access_persons OR old.categories IS DISTINCT FROM new.categories OR old.what_happened IS DISTINCT FROM new.what_happened OR old.process_element IS DISTINCT FROM new.process_element OR old.main_cause IS DISTINCT FROM new.main_cause OR old.data_types_other IS DISTINCT FROM new.data_types_other OR old.relation_other IS DISTINCT FROM new.relation_other OR old.where_now IS DISTINCT FROM new.where_now OR old.device IS DISTINCT FROM new.device OR old.rule_broken IS DISTINCT FROM new.rule_broken OR old.consequences_organisation IS DISTINCT FROM new.consequences_organisation OR old.consequences_subjects IS DISTINCT FROM new.consequences_subjects OR old.inform_reason IS DISTINCT FROM new.inform_reason) EXECUTE FUNCTION varde_index_case();
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
  confidentiality text,
  integrity text,
  availability text,
  constraint deviation_assessment_pkey PRIMARY KEY (organisation_id, deviation_id),
  constraint deviation_assessment_organisation_id_assessed_by_fkey FOREIGN KEY (organisation_id, assessed_by) REFERENCES person(organisation_id, id),
  constraint deviation_assessment_organisation_id_deviation_id_fkey FOREIGN KEY (organisation_id, deviation_id) REFERENCES deviation(organisation_id, id) ON DELETE CASCADE,
  constraint deviation_assessment_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint deviation_assessment_availability_check CHECK (availability = ANY (ARRAY['low'::text, 'medium'::text, 'high'::text])),
  constraint deviation_assessment_certainty_check CHECK (certainty = ANY (ARRAY['certain'::text, 'unsure'::text, 'notCertain'::text])),
  constraint deviation_assessment_confidentiality_check CHECK (confidentiality = ANY (ARRAY['low'::text, 'medium'::text, 'high'::text])),
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
  constraint deviation_assessment_integrity_check CHECK (integrity = ANY (ARRAY['low'::text, 'medium'::text, 'high'::text])),
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
  constraint deviation_closing_organisation_id_deviation_id_fkey FOREIGN KEY (organisation_id, deviation_id) REFERENCES deviation(organisation_id, id) ON DELETE CASCADE,
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
  announce_happened text,
  announce_consequences text,
  announce_measures text,
  announce_contact text,
  announce_english text,
  announced_on date,
  announced_where text,
  involved_sealed bytea,
  constraint deviation_handling_pkey PRIMARY KEY (organisation_id, deviation_id),
  constraint deviation_handling_organisation_id_deviation_id_fkey FOREIGN KEY (organisation_id, deviation_id) REFERENCES deviation(organisation_id, id) ON DELETE CASCADE,
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
CREATE TRIGGER words AFTER INSERT ON deviation_handling FOR EACH ROW WHEN (new.short_name IS NOT NULL) EXECUTE FUNCTION varde_index_handling();
CREATE TRIGGER words_changed AFTER UPDATE ON deviation_handling FOR EACH ROW WHEN (old.short_name IS DISTINCT FROM new.short_name) EXECUTE FUNCTION varde_index_handling();
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
  outside boolean not null default false,
  constraint deviation_inquiry_pkey PRIMARY KEY (organisation_id, id),
  constraint deviation_inquiry_organisation_id_asked_by_fkey FOREIGN KEY (organisation_id, asked_by) REFERENCES person(organisation_id, id),
  constraint deviation_inquiry_organisation_id_deviation_id_fkey FOREIGN KEY (organisation_id, deviation_id) REFERENCES deviation(organisation_id, id),
  constraint deviation_inquiry_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint deviation_inquiry_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint deviation_inquiry_check CHECK (to_reporter OR person_id IS NOT NULL OR outside)
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
  evidence text,
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

create table deviation_outsider (
  organisation_id uuid not null,
  inquiry_id uuid not null,
  link_mark bytea not null,
  address bytea not null,
  until timestamp with time zone not null,
  constraint deviation_outsider_pkey PRIMARY KEY (organisation_id, inquiry_id),
  constraint deviation_outsider_organisation_id_link_mark_key UNIQUE (organisation_id, link_mark),
  constraint deviation_outsider_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint deviation_outsider_organisation_id_inquiry_id_fkey FOREIGN KEY (organisation_id, inquiry_id) REFERENCES deviation_inquiry(organisation_id, id) ON DELETE CASCADE
);
CREATE INDEX deviation_outsider_until ON public.deviation_outsider USING btree (organisation_id, until);
alter table deviation_outsider enable row level security;
alter table deviation_outsider force row level security;
create policy organisation on deviation_outsider
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on deviation_outsider to varde_web;

create table deviation_regime (
  organisation_id uuid not null,
  deviation_id uuid not null,
  regime text not null,
  applies text not null,
  known_at timestamp with time zone,
  reason text,
  warned_at timestamp with time zone,
  updated_at timestamp with time zone,
  reported_at timestamp with time zone,
  constraint deviation_regime_pkey PRIMARY KEY (organisation_id, deviation_id, regime),
  constraint deviation_regime_organisation_id_deviation_id_fkey FOREIGN KEY (organisation_id, deviation_id) REFERENCES deviation(organisation_id, id) ON DELETE CASCADE,
  constraint deviation_regime_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint deviation_regime_applies_check CHECK (applies = ANY (ARRAY['yes'::text, 'no'::text])),
  constraint deviation_regime_check CHECK (applies = 'no'::text OR known_at IS NOT NULL),
  constraint deviation_regime_check1 CHECK (applies = 'yes'::text OR reason IS NOT NULL),
  constraint deviation_regime_regime_check CHECK (regime = ANY (ARRAY['digitalSecurity'::text, 'processor'::text]))
);
alter table deviation_regime enable row level security;
alter table deviation_regime force row level security;
create policy organisation on deviation_regime
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on deviation_regime to varde_web;

create table deviation_reply (
  organisation_id uuid not null,
  deviation_id uuid not null,
  token_mark bytea not null,
  sealed bytea not null,
  constraint deviation_reply_pkey PRIMARY KEY (organisation_id, deviation_id),
  constraint deviation_reply_organisation_id_token_mark_key UNIQUE (organisation_id, token_mark),
  constraint deviation_reply_organisation_id_deviation_id_fkey FOREIGN KEY (organisation_id, deviation_id) REFERENCES deviation(organisation_id, id) ON DELETE CASCADE,
  constraint deviation_reply_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id)
);
alter table deviation_reply enable row level security;
alter table deviation_reply force row level security;
create policy organisation on deviation_reply
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on deviation_reply to varde_web;

create table deviation_reporter (
  organisation_id uuid not null,
  deviation_id uuid not null,
  mark bytea,
  person_id uuid,
  sealed bytea,
  outside text,
  protected boolean not null,
  receipt_mark text,
  constraint deviation_reporter_pkey PRIMARY KEY (organisation_id, deviation_id),
  constraint deviation_reporter_organisation_id_deviation_id_fkey FOREIGN KEY (organisation_id, deviation_id) REFERENCES deviation(organisation_id, id) ON DELETE CASCADE,
  constraint deviation_reporter_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint deviation_reporter_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint deviation_reporter_check CHECK (NOT protected OR person_id IS NULL AND outside IS NULL),
  constraint deviation_reporter_check1 CHECK (protected = (mark IS NOT NULL)),
  constraint deviation_reporter_receipt CHECK (receipt_mark IS NULL OR person_id IS NULL AND outside IS NULL AND sealed IS NULL AND NOT protected)
);
CREATE INDEX deviation_reporter_mark ON public.deviation_reporter USING btree (organisation_id, mark);
CREATE INDEX deviation_reporter_person ON public.deviation_reporter USING btree (organisation_id, person_id) WHERE (person_id IS NOT NULL);
CREATE UNIQUE INDEX deviation_reporter_receipt ON public.deviation_reporter USING btree (organisation_id, receipt_mark) WHERE (receipt_mark IS NOT NULL);
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

create table device (
  organisation_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  number text not null,
  kind text not null,
  model text,
  unit_id uuid not null,
  holder_id uuid,
  issued_on date,
  reasons text[] not null,
  stores_data text not null,
  encrypted text,
  status text not null,
  lost_at timestamp with time zone,
  blocked_at timestamp with time zone,
  sort_key text generated always as (varde_sort_key(number)) stored,
  leaves_on date,
  constraint device_pkey PRIMARY KEY (organisation_id, id),
  constraint device_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint device_organisation_id_holder_id_fkey FOREIGN KEY (organisation_id, holder_id) REFERENCES person(organisation_id, id),
  constraint device_organisation_id_unit_id_fkey FOREIGN KEY (organisation_id, unit_id) REFERENCES unit(organisation_id, id),
  constraint device_encrypted_check CHECK (encrypted = ANY (ARRAY['yes'::text, 'no'::text, 'unknown'::text])),
  constraint device_given_for_a_reason CHECK (holder_id IS NULL OR cardinality(reasons) > 0),
  constraint device_kind_check CHECK (kind = ANY (ARRAY['laptop'::text, 'desktop'::text, 'tablet'::text, 'mobile'::text, 'memoryStick'::text, 'other'::text])),
  constraint device_status_check CHECK (status = ANY (ARRAY['inUse'::text, 'lost'::text, 'stolen'::text, 'received'::text, 'reusable'::text, 'scrapped'::text])),
  constraint device_stores_data_check CHECK (stores_data = ANY (ARRAY['yes'::text, 'no'::text, 'unknown'::text]))
);
CREATE INDEX device_by_holder ON public.device USING btree (organisation_id, holder_id, sort_key, id);
CREATE INDEX device_by_kind ON public.device USING btree (organisation_id, kind, sort_key, id);
CREATE INDEX device_by_status ON public.device USING btree (organisation_id, status, sort_key, id);
CREATE INDEX device_by_unit ON public.device USING btree (organisation_id, unit_id, sort_key, id);
CREATE INDEX device_in_order ON public.device USING btree (organisation_id, sort_key, id);
CREATE UNIQUE INDEX device_number ON public.device USING btree (organisation_id, lower(number));
alter table device enable row level security;
alter table device force row level security;
create policy organisation on device
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on device to varde_web;

create table directory_entry (
  organisation_id uuid not null,
  person_id uuid not null,
  version integer not null default 1,
  external_id text,
  user_name text not null,
  user_name_key text not null generated always as (lower(user_name)) stored,
  display_name text,
  formatted_name text,
  given_name text,
  family_name text,
  email text,
  department text,
  department_key text generated always as (lower(department)) stored,
  manager text,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  gone_at timestamp with time zone,
  manager_found boolean not null default false,
  department_found boolean not null default false,
  constraint directory_entry_pkey PRIMARY KEY (organisation_id, person_id),
  constraint directory_entry_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint directory_entry_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id)
);
CREATE INDEX directory_entry_department ON public.directory_entry USING btree (organisation_id, department_key) WHERE (gone_at IS NULL);
CREATE UNIQUE INDEX directory_entry_external ON public.directory_entry USING btree (organisation_id, external_id);
CREATE INDEX directory_entry_manager ON public.directory_entry USING btree (organisation_id, manager) WHERE (gone_at IS NULL);
CREATE UNIQUE INDEX directory_entry_user_name ON public.directory_entry USING btree (organisation_id, user_name_key) WHERE (gone_at IS NULL);
alter table directory_entry enable row level security;
alter table directory_entry force row level security;
create policy organisation on directory_entry
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on directory_entry to varde_web;

create table directory_token (
  organisation_id uuid not null,
  id uuid not null,
  name text not null,
  token_hash bytea not null,
  made_at timestamp with time zone not null,
  made_by_id uuid not null,
  expires_on date not null,
  used_at timestamp with time zone,
  minute_at timestamp with time zone,
  minute_count integer not null default 0,
  withdrawn_at timestamp with time zone,
  constraint directory_token_pkey PRIMARY KEY (organisation_id, id),
  constraint directory_token_organisation_id_token_hash_key UNIQUE (organisation_id, token_hash),
  constraint directory_token_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint directory_token_organisation_id_made_by_id_fkey FOREIGN KEY (organisation_id, made_by_id) REFERENCES person(organisation_id, id)
);
alter table directory_token enable row level security;
alter table directory_token force row level security;
create policy organisation on directory_token
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on directory_token to varde_web;

create table directory_waiting (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  external_id text,
  user_name text not null,
  user_name_key text not null generated always as (lower(user_name)) stored,
  display_name text not null,
  email text,
  seen_at timestamp with time zone not null,
  constraint directory_waiting_pkey PRIMARY KEY (organisation_id, id),
  constraint directory_waiting_organisation_id_user_name_key_key UNIQUE (organisation_id, user_name_key),
  constraint directory_waiting_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint directory_waiting_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id)
);
CREATE INDEX directory_waiting_person ON public.directory_waiting USING btree (organisation_id, person_id);
alter table directory_waiting enable row level security;
alter table directory_waiting force row level security;
create policy organisation on directory_waiting
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on directory_waiting to varde_web;

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

create table disclosure (
  organisation_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  name text not null,
  system_id uuid not null,
  unit_id uuid,
  recipient_kind text not null,
  recipient text not null,
  data_kinds text[] not null default '{}'::text[],
  purpose_kind text not null,
  purpose text not null,
  legal_basis text,
  until date not null,
  status text not null,
  routine text not null,
  asked_by_id uuid not null,
  asked_at timestamp with time zone not null,
  doubt text,
  consulted_at timestamp with time zone,
  statement text,
  stated_by_id uuid,
  stated_at timestamp with time zone,
  decision text,
  reason text,
  decided_by_id uuid,
  decided_at timestamp with time zone,
  deleted_on date,
  deletion_proof text,
  sort_key text generated always as (varde_sort_key(name)) stored,
  constraint disclosure_pkey PRIMARY KEY (organisation_id, id),
  constraint disclosure_organisation_id_asked_by_id_fkey FOREIGN KEY (organisation_id, asked_by_id) REFERENCES person(organisation_id, id),
  constraint disclosure_organisation_id_decided_by_id_fkey FOREIGN KEY (organisation_id, decided_by_id) REFERENCES person(organisation_id, id),
  constraint disclosure_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint disclosure_organisation_id_stated_by_id_fkey FOREIGN KEY (organisation_id, stated_by_id) REFERENCES person(organisation_id, id),
  constraint disclosure_organisation_id_system_id_fkey FOREIGN KEY (organisation_id, system_id) REFERENCES system(organisation_id, id),
  constraint disclosure_organisation_id_unit_id_fkey FOREIGN KEY (organisation_id, unit_id) REFERENCES unit(organisation_id, id),
  constraint disclosure_check CHECK ((decision IS NULL) = (decided_at IS NULL)),
  constraint disclosure_check1 CHECK ((statement IS NULL) = (stated_at IS NULL)),
  constraint disclosure_decision_check CHECK (decision = ANY (ARRAY['approved'::text, 'refused'::text])),
  constraint disclosure_routine_check CHECK (routine = ANY (ARRAY['inside'::text, 'outside'::text])),
  constraint disclosure_status_check CHECK (status = ANY (ARRAY['asked'::text, 'consulting'::text, 'approved'::text, 'refused'::text, 'ended'::text]))
);
CREATE INDEX disclosure_asked ON public.disclosure USING btree (organisation_id, asked_at, id);
CREATE INDEX disclosure_sorted ON public.disclosure USING btree (organisation_id, sort_key, id);
CREATE INDEX disclosure_status ON public.disclosure USING btree (organisation_id, status, sort_key, id);
CREATE INDEX disclosure_system ON public.disclosure USING btree (organisation_id, system_id, sort_key, id);
CREATE INDEX disclosure_unit ON public.disclosure USING btree (organisation_id, unit_id, sort_key, id);
alter table disclosure enable row level security;
alter table disclosure force row level security;
create policy organisation on disclosure
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
CREATE TRIGGER words AFTER INSERT OR DELETE ON disclosure FOR EACH ROW EXECUTE FUNCTION varde_index_record('name', 'recipient', 'purpose');
CREATE TRIGGER words_changed AFTER UPDATE ON disclosure FOR EACH ROW WHEN (old.name IS DISTINCT FROM new.name OR old.recipient IS DISTINCT FROM new.recipient OR old.purpose IS DISTINCT FROM new.purpose) EXECUTE FUNCTION varde_index_record('name', 'recipient', 'purpose');
grant delete, insert, select, update on disclosure to varde_web;

create table disclosure_approver (
  organisation_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  name text not null,
  unit_id uuid not null,
  approvers_ids uuid[] not null default '{}'::uuid[],
  sort_key text generated always as (varde_sort_key(name)) stored,
  constraint disclosure_approver_pkey PRIMARY KEY (organisation_id, id),
  constraint disclosure_approver_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint disclosure_approver_organisation_id_unit_id_fkey FOREIGN KEY (organisation_id, unit_id) REFERENCES unit(organisation_id, id)
);
CREATE UNIQUE INDEX disclosure_approver_name ON public.disclosure_approver USING btree (organisation_id, lower(name));
CREATE INDEX disclosure_approver_sorted ON public.disclosure_approver USING btree (organisation_id, sort_key, id);
CREATE INDEX disclosure_approver_unit ON public.disclosure_approver USING btree (organisation_id, unit_id);
alter table disclosure_approver enable row level security;
alter table disclosure_approver force row level security;
create policy organisation on disclosure_approver
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
CREATE TRIGGER words AFTER INSERT OR DELETE ON disclosure_approver FOR EACH ROW EXECUTE FUNCTION varde_index_record('name');
CREATE TRIGGER words_changed AFTER UPDATE ON disclosure_approver FOR EACH ROW WHEN (old.name IS DISTINCT FROM new.name) EXECUTE FUNCTION varde_index_record('name');
grant delete, insert, select, update on disclosure_approver to varde_web;

create table disclosure_rule (
  organisation_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  name text not null,
  system_id uuid not null,
  data_kinds text[] not null default '{}'::text[],
  purposes text[] not null default '{}'::text[],
  recipients text[] not null default '{}'::text[],
  in_force text not null,
  sort_key text generated always as (varde_sort_key(name)) stored,
  constraint disclosure_rule_pkey PRIMARY KEY (organisation_id, id),
  constraint disclosure_rule_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint disclosure_rule_organisation_id_system_id_fkey FOREIGN KEY (organisation_id, system_id) REFERENCES system(organisation_id, id),
  constraint disclosure_rule_in_force_check CHECK (in_force = ANY (ARRAY['yes'::text, 'no'::text]))
);
CREATE UNIQUE INDEX disclosure_rule_name ON public.disclosure_rule USING btree (organisation_id, lower(name));
CREATE INDEX disclosure_rule_sorted ON public.disclosure_rule USING btree (organisation_id, sort_key, id);
CREATE INDEX disclosure_rule_system ON public.disclosure_rule USING btree (organisation_id, system_id);
alter table disclosure_rule enable row level security;
alter table disclosure_rule force row level security;
create policy organisation on disclosure_rule
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
CREATE TRIGGER words AFTER INSERT OR DELETE ON disclosure_rule FOR EACH ROW EXECUTE FUNCTION varde_index_record('name');
CREATE TRIGGER words_changed AFTER UPDATE ON disclosure_rule FOR EACH ROW WHEN (old.name IS DISTINCT FROM new.name) EXECUTE FUNCTION varde_index_record('name');
grant delete, insert, select, update on disclosure_rule to varde_web;

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
  constraint document_language_check CHECK (language = ANY (ARRAY['nb'::text, 'nn'::text, 'en'::text, 'se'::text]))
);
alter table document enable row level security;
alter table document force row level security;
create policy organisation on document
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
CREATE TRIGGER stands BEFORE DELETE OR UPDATE ON document FOR EACH ROW EXECUTE FUNCTION varde_stands();
CREATE TRIGGER stands_whole BEFORE TRUNCATE ON document FOR EACH STATEMENT EXECUTE FUNCTION varde_stands();
grant insert, select on document to varde_web;

create table dpia (
  organisation_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  name text not null,
  about text,
  processings_ids uuid[] not null default '{}'::uuid[],
  systems_ids uuid[] not null default '{}'::uuid[],
  risks_ids uuid[] not null default '{}'::uuid[],
  unit_id uuid,
  owner_id uuid,
  risk_owner_id uuid,
  author_id uuid,
  participants_ids uuid[] not null default '{}'::uuid[],
  high_risk text,
  high_risk_why text,
  on_list text,
  list_items text[] not null default '{}'::text[],
  evaluation text,
  automated text,
  monitoring text,
  sensitive text,
  large_scale text,
  combining text,
  vulnerable text,
  new_technology text,
  hindering text,
  assessed_in_law text,
  like_id uuid,
  decision text,
  decision_reason text,
  purpose text,
  data_subjects text[] not null default '{}'::text[],
  data_kinds text[] not null default '{}'::text[],
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
  views_sought text,
  views_how text,
  views_said text,
  views_followed text,
  status text not null,
  scale text not null,
  edition integer not null default 0,
  initiator_id uuid,
  begun_on date not null,
  approved_at timestamp with time zone,
  touched_at timestamp with time zone not null,
  waived_by_id uuid,
  waived_at timestamp with time zone,
  waived_reason text,
  waived_for text,
  consulted_on date,
  consultation_reference text,
  consultation_answered_on date,
  consultation_answer text,
  control_on date,
  sort_key text generated always as (varde_sort_key(name)) stored,
  constraint dpia_pkey PRIMARY KEY (organisation_id, id),
  constraint dpia_organisation_id_author_id_fkey FOREIGN KEY (organisation_id, author_id) REFERENCES person(organisation_id, id),
  constraint dpia_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint dpia_organisation_id_initiator_id_fkey FOREIGN KEY (organisation_id, initiator_id) REFERENCES person(organisation_id, id),
  constraint dpia_organisation_id_like_id_fkey FOREIGN KEY (organisation_id, like_id) REFERENCES dpia(organisation_id, id),
  constraint dpia_organisation_id_owner_id_fkey FOREIGN KEY (organisation_id, owner_id) REFERENCES person(organisation_id, id),
  constraint dpia_organisation_id_risk_owner_id_fkey FOREIGN KEY (organisation_id, risk_owner_id) REFERENCES person(organisation_id, id),
  constraint dpia_organisation_id_unit_id_fkey FOREIGN KEY (organisation_id, unit_id) REFERENCES unit(organisation_id, id),
  constraint dpia_organisation_id_waived_by_id_fkey FOREIGN KEY (organisation_id, waived_by_id) REFERENCES person(organisation_id, id),
  constraint dpia_assessed_in_law_check CHECK (assessed_in_law = ANY (ARRAY['yes'::text, 'no'::text, 'undetermined'::text])),
  constraint dpia_automated_check CHECK (automated = ANY (ARRAY['yes'::text, 'no'::text, 'undetermined'::text])),
  constraint dpia_combining_check CHECK (combining = ANY (ARRAY['yes'::text, 'no'::text, 'undetermined'::text])),
  constraint dpia_decision_check CHECK (decision = ANY (ARRAY['do'::text, 'dont'::text])),
  constraint dpia_evaluation_check CHECK (evaluation = ANY (ARRAY['yes'::text, 'no'::text, 'undetermined'::text])),
  constraint dpia_high_risk_check CHECK (high_risk = ANY (ARRAY['yes'::text, 'no'::text, 'undetermined'::text])),
  constraint dpia_hindering_check CHECK (hindering = ANY (ARRAY['yes'::text, 'no'::text, 'undetermined'::text])),
  constraint dpia_large_scale_check CHECK (large_scale = ANY (ARRAY['yes'::text, 'no'::text, 'undetermined'::text])),
  constraint dpia_monitoring_check CHECK (monitoring = ANY (ARRAY['yes'::text, 'no'::text, 'undetermined'::text])),
  constraint dpia_new_technology_check CHECK (new_technology = ANY (ARRAY['yes'::text, 'no'::text, 'undetermined'::text])),
  constraint dpia_on_list_check CHECK (on_list = ANY (ARRAY['yes'::text, 'no'::text, 'undetermined'::text])),
  constraint dpia_scale_check CHECK (scale = ANY (ARRAY['4'::text, '5'::text])),
  constraint dpia_sensitive_check CHECK (sensitive = ANY (ARRAY['yes'::text, 'no'::text, 'undetermined'::text])),
  constraint dpia_status_check CHECK (status = ANY (ARRAY['draft'::text, 'withDpo'::text, 'returned'::text, 'toDecide'::text, 'approved'::text, 'changed'::text, 'ended'::text])),
  constraint dpia_views_sought_check CHECK (views_sought = ANY (ARRAY['yes'::text, 'no'::text])),
  constraint dpia_vulnerable_check CHECK (vulnerable = ANY (ARRAY['yes'::text, 'no'::text, 'undetermined'::text]))
);
CREATE INDEX dpia_by_decision ON public.dpia USING btree (organisation_id, decision, sort_key, id);
CREATE INDEX dpia_by_owner ON public.dpia USING btree (organisation_id, owner_id, sort_key, id);
CREATE INDEX dpia_by_status ON public.dpia USING btree (organisation_id, status, sort_key, id);
CREATE INDEX dpia_by_touched ON public.dpia USING btree (organisation_id, touched_at, id);
CREATE INDEX dpia_by_unit ON public.dpia USING btree (organisation_id, unit_id, sort_key, id);
CREATE INDEX dpia_control_due ON public.dpia USING btree (organisation_id, control_on, id) WHERE (status <> 'ended'::text);
CREATE INDEX dpia_in_order ON public.dpia USING btree (organisation_id, sort_key, id);
CREATE INDEX dpia_like ON public.dpia USING btree (organisation_id, like_id, id);
CREATE UNIQUE INDEX dpia_name ON public.dpia USING btree (organisation_id, lower(name));
CREATE INDEX dpia_points ON public.dpia USING btree (organisation_id, id) INCLUDE (processings_ids, systems_ids, risks_ids);
alter table dpia enable row level security;
alter table dpia force row level security;
create policy organisation on dpia
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
CREATE TRIGGER words AFTER INSERT OR DELETE ON dpia FOR EACH ROW EXECUTE FUNCTION varde_index_record('name', 'about', 'purpose');
CREATE TRIGGER words_changed AFTER UPDATE ON dpia FOR EACH ROW WHEN (old.name IS DISTINCT FROM new.name OR old.about IS DISTINCT FROM new.about OR old.purpose IS DISTINCT FROM new.purpose) EXECUTE FUNCTION varde_index_record('name', 'about', 'purpose');
grant delete, insert, select, update on dpia to varde_web;

create table dpia_control (
  organisation_id uuid not null,
  dpia_id uuid not null,
  id uuid not null,
  controlled_by uuid,
  controlled_on date not null,
  result text not null,
  findings text not null,
  next_on date,
  constraint dpia_control_pkey PRIMARY KEY (organisation_id, id),
  constraint dpia_control_organisation_id_controlled_by_fkey FOREIGN KEY (organisation_id, controlled_by) REFERENCES person(organisation_id, id),
  constraint dpia_control_organisation_id_dpia_id_fkey FOREIGN KEY (organisation_id, dpia_id) REFERENCES dpia(organisation_id, id),
  constraint dpia_control_result_check CHECK (result = ANY (ARRAY['asDescribed'::text, 'deviates'::text]))
);
CREATE INDEX dpia_control_of ON public.dpia_control USING btree (organisation_id, dpia_id, id);
alter table dpia_control enable row level security;
alter table dpia_control force row level security;
create policy organisation on dpia_control
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on dpia_control to varde_web;

create table dpia_measure (
  organisation_id uuid not null,
  dpia_id uuid not null,
  id uuid not null,
  name text not null,
  scenarios_ids uuid[] not null default '{}'::uuid[],
  kind text not null,
  effect text[] not null default '{}'::text[],
  owner_id uuid,
  due_on date,
  decided_by_id uuid,
  decided_on date,
  done_on date,
  evidence text,
  review_on date,
  constraint dpia_measure_pkey PRIMARY KEY (organisation_id, id),
  constraint dpia_measure_organisation_id_decided_by_id_fkey FOREIGN KEY (organisation_id, decided_by_id) REFERENCES person(organisation_id, id),
  constraint dpia_measure_organisation_id_dpia_id_fkey FOREIGN KEY (organisation_id, dpia_id) REFERENCES dpia(organisation_id, id),
  constraint dpia_measure_organisation_id_owner_id_fkey FOREIGN KEY (organisation_id, owner_id) REFERENCES person(organisation_id, id),
  constraint dpia_measure_kind_check CHECK (kind = ANY (ARRAY['organisational'::text, 'technical'::text, 'physical'::text, 'training'::text]))
);
CREATE INDEX dpia_measure_of ON public.dpia_measure USING btree (organisation_id, dpia_id, id);
alter table dpia_measure enable row level security;
alter table dpia_measure force row level security;
create policy organisation on dpia_measure
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on dpia_measure to varde_web;

create table dpia_round (
  organisation_id uuid not null,
  dpia_id uuid not null,
  id uuid not null,
  sent_by_id uuid,
  sent_at timestamp with time zone not null,
  sent_for text not null,
  question text,
  taken_back_at timestamp with time zone,
  verdict text,
  advice text,
  consult text,
  follow_on date,
  advised_by_id uuid,
  advised_at timestamp with time zone,
  answer text,
  answered_by_id uuid,
  answered_at timestamp with time zone,
  constraint dpia_round_pkey PRIMARY KEY (organisation_id, id),
  constraint dpia_round_organisation_id_advised_by_id_fkey FOREIGN KEY (organisation_id, advised_by_id) REFERENCES person(organisation_id, id),
  constraint dpia_round_organisation_id_answered_by_id_fkey FOREIGN KEY (organisation_id, answered_by_id) REFERENCES person(organisation_id, id),
  constraint dpia_round_organisation_id_dpia_id_fkey FOREIGN KEY (organisation_id, dpia_id) REFERENCES dpia(organisation_id, id),
  constraint dpia_round_organisation_id_sent_by_id_fkey FOREIGN KEY (organisation_id, sent_by_id) REFERENCES person(organisation_id, id),
  constraint dpia_round_check CHECK ((advised_at IS NULL) = (advice IS NULL)),
  constraint dpia_round_consult_check CHECK (consult = ANY (ARRAY['yes'::text, 'no'::text])),
  constraint dpia_round_verdict_check CHECK (verdict = ANY (ARRAY['sound'::text, 'conditions'::text, 'moreWork'::text, 'against'::text]))
);
CREATE INDEX dpia_round_of ON public.dpia_round USING btree (organisation_id, dpia_id, sent_at);
alter table dpia_round enable row level security;
alter table dpia_round force row level security;
create policy organisation on dpia_round
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on dpia_round to varde_web;

create table dpia_scenario (
  organisation_id uuid not null,
  dpia_id uuid not null,
  id uuid not null,
  name text not null,
  cause text,
  harms text[] not null default '{}'::text[],
  how text,
  likelihood text,
  for_subjects text,
  why text,
  likelihood_after text,
  for_subjects_after text,
  why_after text,
  constraint dpia_scenario_pkey PRIMARY KEY (organisation_id, id),
  constraint dpia_scenario_organisation_id_dpia_id_fkey FOREIGN KEY (organisation_id, dpia_id) REFERENCES dpia(organisation_id, id),
  constraint dpia_scenario_for_subjects_after_check CHECK (for_subjects_after = ANY (ARRAY['1'::text, '2'::text, '3'::text, '4'::text, '5'::text])),
  constraint dpia_scenario_for_subjects_check CHECK (for_subjects = ANY (ARRAY['1'::text, '2'::text, '3'::text, '4'::text, '5'::text])),
  constraint dpia_scenario_likelihood_after_check CHECK (likelihood_after = ANY (ARRAY['1'::text, '2'::text, '3'::text, '4'::text, '5'::text])),
  constraint dpia_scenario_likelihood_check CHECK (likelihood = ANY (ARRAY['1'::text, '2'::text, '3'::text, '4'::text, '5'::text]))
);
CREATE INDEX dpia_scenario_of ON public.dpia_scenario USING btree (organisation_id, dpia_id, id);
alter table dpia_scenario enable row level security;
alter table dpia_scenario force row level security;
create policy organisation on dpia_scenario
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on dpia_scenario to varde_web;

create table dpo_report (
  organisation_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  name text not null,
  period_from date not null,
  period_to date not null,
  summary text,
  advice text,
  delivered_on date,
  cases jsonb,
  sort_key text generated always as (varde_sort_key(name)) stored,
  constraint dpo_report_pkey PRIMARY KEY (organisation_id, id),
  constraint dpo_report_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint dpo_report_check CHECK (period_from <= period_to),
  constraint dpo_report_check1 CHECK ((delivered_on IS NULL) = (cases IS NULL))
);
CREATE INDEX dpo_report_by_day ON public.dpo_report USING btree (organisation_id, period_to, id);
CREATE INDEX dpo_report_in_order ON public.dpo_report USING btree (organisation_id, sort_key, id);
alter table dpo_report enable row level security;
alter table dpo_report force row level security;
create policy organisation on dpo_report
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
CREATE TRIGGER words AFTER INSERT OR DELETE ON dpo_report FOR EACH ROW EXECUTE FUNCTION varde_index_record('name', 'summary', 'advice');
CREATE TRIGGER words_changed AFTER UPDATE ON dpo_report FOR EACH ROW WHEN (old.name IS DISTINCT FROM new.name OR old.summary IS DISTINCT FROM new.summary OR old.advice IS DISTINCT FROM new.advice) EXECUTE FUNCTION varde_index_record('name', 'summary', 'advice');
grant delete, insert, select, update on dpo_report to varde_web;

create table employment (
  organisation_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  number text not null,
  person_id uuid not null,
  kind text not null,
  "position" text,
  starts_on date not null,
  ends_on date,
  contract_on date,
  declaration_on date,
  declaration_until date,
  sort_key text generated always as (varde_sort_key(number)) stored,
  stopped_for date,
  constraint employment_pkey PRIMARY KEY (organisation_id, id),
  constraint employment_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint employment_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint employment_kind_check CHECK (kind = ANY (ARRAY['employee'::text, 'consultant'::text, 'temporary'::text, 'other'::text]))
);
CREATE INDEX employment_by_start ON public.employment USING btree (organisation_id, starts_on, id);
CREATE INDEX employment_ending ON public.employment USING btree (organisation_id, ends_on) WHERE (ends_on IS NOT NULL);
CREATE INDEX employment_in_order ON public.employment USING btree (organisation_id, sort_key, id);
CREATE UNIQUE INDEX employment_number ON public.employment USING btree (organisation_id, lower(number));
CREATE INDEX employment_of_person ON public.employment USING btree (organisation_id, person_id);
alter table employment enable row level security;
alter table employment force row level security;
create policy organisation on employment
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on employment to varde_web;

create table employment_checklist (
  organisation_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  employment_id uuid not null,
  kind text not null,
  day date not null,
  closed_at timestamp with time zone,
  closed_by_id uuid,
  constraint employment_checklist_pkey PRIMARY KEY (organisation_id, id),
  constraint employment_checklist_organisation_id_closed_by_id_fkey FOREIGN KEY (organisation_id, closed_by_id) REFERENCES person(organisation_id, id),
  constraint employment_checklist_organisation_id_employment_id_fkey FOREIGN KEY (organisation_id, employment_id) REFERENCES employment(organisation_id, id),
  constraint employment_checklist_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint employment_checklist_kind_check CHECK (kind = ANY (ARRAY['start'::text, 'change'::text, 'leave'::text]))
);
CREATE UNIQUE INDEX employment_checklist_of_day ON public.employment_checklist USING btree (organisation_id, employment_id, kind, day);
CREATE UNIQUE INDEX employment_checklist_once ON public.employment_checklist USING btree (organisation_id, employment_id, kind) WHERE (kind <> 'change'::text);
alter table employment_checklist enable row level security;
alter table employment_checklist force row level security;
create policy organisation on employment_checklist
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on employment_checklist to varde_web;

create table employment_step (
  organisation_id uuid not null,
  checklist_id uuid not null,
  step text not null,
  done_on date not null,
  proof text,
  done_by_id uuid not null,
  done_at timestamp with time zone not null,
  constraint employment_step_pkey PRIMARY KEY (organisation_id, checklist_id, step),
  constraint employment_step_organisation_id_checklist_id_fkey FOREIGN KEY (organisation_id, checklist_id) REFERENCES employment_checklist(organisation_id, id),
  constraint employment_step_organisation_id_done_by_id_fkey FOREIGN KEY (organisation_id, done_by_id) REFERENCES person(organisation_id, id),
  constraint employment_step_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id)
);
alter table employment_step enable row level security;
alter table employment_step force row level security;
create policy organisation on employment_step
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on employment_step to varde_web;

create table equipment_delivery (
  organisation_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  device_id uuid,
  what text,
  kind text not null,
  unit_id uuid not null,
  stores_data text not null,
  proposed_at timestamp with time zone not null,
  status text not null,
  asked_by_id uuid not null,
  agreed_at timestamp with time zone,
  agreed_by_id uuid,
  received_at timestamp with time zone,
  received_by_id uuid,
  method text,
  tool text,
  erased_on date,
  erased_by_id uuid,
  ended_at timestamp with time zone,
  ended_by_id uuid,
  sort_key text generated always as (varde_sort_key(COALESCE(what, ''::text))) stored,
  constraint equipment_delivery_pkey PRIMARY KEY (organisation_id, id),
  constraint equipment_delivery_organisation_id_agreed_by_id_fkey FOREIGN KEY (organisation_id, agreed_by_id) REFERENCES person(organisation_id, id),
  constraint equipment_delivery_organisation_id_asked_by_id_fkey FOREIGN KEY (organisation_id, asked_by_id) REFERENCES person(organisation_id, id),
  constraint equipment_delivery_organisation_id_device_id_fkey FOREIGN KEY (organisation_id, device_id) REFERENCES device(organisation_id, id),
  constraint equipment_delivery_organisation_id_ended_by_id_fkey FOREIGN KEY (organisation_id, ended_by_id) REFERENCES person(organisation_id, id),
  constraint equipment_delivery_organisation_id_erased_by_id_fkey FOREIGN KEY (organisation_id, erased_by_id) REFERENCES person(organisation_id, id),
  constraint equipment_delivery_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint equipment_delivery_organisation_id_received_by_id_fkey FOREIGN KEY (organisation_id, received_by_id) REFERENCES person(organisation_id, id),
  constraint equipment_delivery_organisation_id_unit_id_fkey FOREIGN KEY (organisation_id, unit_id) REFERENCES unit(organisation_id, id),
  constraint delivery_destroyed_is_not_reused CHECK (status <> 'reused'::text OR method IS DISTINCT FROM 'destroyed'::text),
  constraint delivery_ended_is_proved CHECK ((status <> ALL (ARRAY['reused'::text, 'scrapped'::text])) OR stores_data = 'no'::text OR method IS NOT NULL AND erased_on IS NOT NULL AND erased_by_id IS NOT NULL),
  constraint delivery_planned_has_its_time CHECK ((status = ANY (ARRAY['asked'::text, 'cancelled'::text])) OR agreed_at IS NOT NULL AND agreed_by_id IS NOT NULL),
  constraint equipment_delivery_kind_check CHECK (kind = ANY (ARRAY['laptop'::text, 'desktop'::text, 'tablet'::text, 'mobile'::text, 'memoryStick'::text, 'other'::text])),
  constraint equipment_delivery_method_check CHECK (method = ANY (ARRAY['overwritten'::text, 'keyErased'::text, 'reset'::text, 'destroyed'::text])),
  constraint equipment_delivery_status_check CHECK (status = ANY (ARRAY['asked'::text, 'planned'::text, 'received'::text, 'erased'::text, 'reused'::text, 'scrapped'::text, 'cancelled'::text])),
  constraint equipment_delivery_stores_data_check CHECK (stores_data = ANY (ARRAY['yes'::text, 'no'::text, 'unknown'::text]))
);
CREATE INDEX equipment_delivery_by_status ON public.equipment_delivery USING btree (organisation_id, status, proposed_at, id);
CREATE INDEX equipment_delivery_by_unit ON public.equipment_delivery USING btree (organisation_id, unit_id, proposed_at, id);
CREATE INDEX equipment_delivery_in_order ON public.equipment_delivery USING btree (organisation_id, proposed_at, id);
CREATE INDEX equipment_delivery_of_device ON public.equipment_delivery USING btree (organisation_id, device_id, id);
CREATE UNIQUE INDEX equipment_delivery_open ON public.equipment_delivery USING btree (organisation_id, device_id) WHERE ((device_id IS NOT NULL) AND (status = ANY (ARRAY['asked'::text, 'planned'::text, 'received'::text, 'erased'::text])));
alter table equipment_delivery enable row level security;
alter table equipment_delivery force row level security;
create policy organisation on equipment_delivery
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on equipment_delivery to varde_web;

create table ethics_complaint (
  organisation_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  unit_id uuid not null,
  person_group text not null,
  against text,
  about_leader text not null,
  about text,
  status text not null,
  year integer,
  number integer,
  writer_id uuid not null,
  written_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  receiver_unit_id uuid,
  received_by_id uuid,
  received_at timestamp with time zone,
  outcome text,
  closed_by_id uuid,
  closed_at timestamp with time zone,
  against_sealed bytea,
  about_sealed bytea,
  outcome_sealed bytea,
  constraint ethics_complaint_pkey PRIMARY KEY (organisation_id, id),
  constraint ethics_complaint_organisation_id_year_number_key UNIQUE (organisation_id, year, number),
  constraint ethics_complaint_organisation_id_closed_by_id_fkey FOREIGN KEY (organisation_id, closed_by_id) REFERENCES person(organisation_id, id),
  constraint ethics_complaint_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint ethics_complaint_organisation_id_received_by_id_fkey FOREIGN KEY (organisation_id, received_by_id) REFERENCES person(organisation_id, id),
  constraint ethics_complaint_organisation_id_receiver_unit_id_fkey FOREIGN KEY (organisation_id, receiver_unit_id) REFERENCES unit(organisation_id, id),
  constraint ethics_complaint_organisation_id_unit_id_fkey FOREIGN KEY (organisation_id, unit_id) REFERENCES unit(organisation_id, id),
  constraint ethics_complaint_organisation_id_writer_id_fkey FOREIGN KEY (organisation_id, writer_id) REFERENCES person(organisation_id, id),
  constraint ethics_complaint_about_leader_check CHECK (about_leader = ANY (ARRAY['no'::text, 'yes'::text])),
  constraint ethics_complaint_check CHECK ((status = 'draft'::text) = (number IS NULL)),
  constraint ethics_complaint_check1 CHECK ((number IS NULL) = (receiver_unit_id IS NULL)),
  constraint ethics_complaint_closed CHECK ((status = 'closed'::text) = (outcome IS NOT NULL OR outcome_sealed IS NOT NULL)),
  constraint ethics_complaint_person_group_check CHECK (person_group = ANY (ARRAY['employee'::text, 'applicant'::text, 'candidate'::text, 'graduate'::text])),
  constraint ethics_complaint_says CHECK (against IS NOT NULL OR against_sealed IS NOT NULL),
  constraint ethics_complaint_status_check CHECK (status = ANY (ARRAY['draft'::text, 'sent'::text, 'received'::text, 'closed'::text]))
);
CREATE INDEX ethics_complaint_by_group ON public.ethics_complaint USING btree (organisation_id, person_group, written_at, id);
CREATE INDEX ethics_complaint_by_status ON public.ethics_complaint USING btree (organisation_id, status, written_at, id);
CREATE INDEX ethics_complaint_by_writing ON public.ethics_complaint USING btree (organisation_id, written_at, id);
CREATE INDEX ethics_complaint_of_receiver ON public.ethics_complaint USING btree (organisation_id, receiver_unit_id);
CREATE INDEX ethics_complaint_of_unit ON public.ethics_complaint USING btree (organisation_id, unit_id);
CREATE INDEX ethics_complaint_of_writer ON public.ethics_complaint USING btree (organisation_id, writer_id);
alter table ethics_complaint enable row level security;
alter table ethics_complaint force row level security;
create policy organisation on ethics_complaint
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on ethics_complaint to varde_web;

create table ethics_number (
  organisation_id uuid not null,
  year integer not null,
  last integer not null,
  constraint ethics_number_pkey PRIMARY KEY (organisation_id, year),
  constraint ethics_number_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id)
);
alter table ethics_number enable row level security;
alter table ethics_number force row level security;
create policy organisation on ethics_number
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on ethics_number to varde_web;

create table ethics_talk (
  organisation_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  unit_id uuid not null,
  head_id uuid not null,
  writer_id uuid not null,
  asked_at timestamp with time zone not null,
  arranged_at timestamp with time zone,
  constraint ethics_talk_pkey PRIMARY KEY (organisation_id, id),
  constraint ethics_talk_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint ethics_talk_organisation_id_head_id_fkey FOREIGN KEY (organisation_id, head_id) REFERENCES person(organisation_id, id),
  constraint ethics_talk_organisation_id_unit_id_fkey FOREIGN KEY (organisation_id, unit_id) REFERENCES unit(organisation_id, id),
  constraint ethics_talk_organisation_id_writer_id_fkey FOREIGN KEY (organisation_id, writer_id) REFERENCES person(organisation_id, id)
);
CREATE INDEX ethics_talk_of_head ON public.ethics_talk USING btree (organisation_id, head_id);
CREATE INDEX ethics_talk_of_unit ON public.ethics_talk USING btree (organisation_id, unit_id);
CREATE INDEX ethics_talk_of_writer ON public.ethics_talk USING btree (organisation_id, writer_id);
alter table ethics_talk enable row level security;
alter table ethics_talk force row level security;
create policy organisation on ethics_talk
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on ethics_talk to varde_web;

create table file (
  organisation_id uuid not null,
  id uuid not null,
  subject_type text not null,
  subject_id uuid not null,
  name text,
  media_type text not null,
  size bigint not null,
  sha256 bytea,
  state text not null,
  scanned_at timestamp with time zone,
  added_at timestamp with time zone not null,
  added_by uuid,
  removed_at timestamp with time zone,
  removed_by uuid,
  removal_reason text,
  name_sealed bytea,
  key_sealed bytea,
  mark bytea,
  sealed_as text,
  constraint file_pkey PRIMARY KEY (organisation_id, id),
  constraint file_organisation_id_added_by_fkey FOREIGN KEY (organisation_id, added_by) REFERENCES person(organisation_id, id),
  constraint file_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint file_organisation_id_removed_by_fkey FOREIGN KEY (organisation_id, removed_by) REFERENCES person(organisation_id, id),
  constraint file_check CHECK ((removed_at IS NULL) = (removal_reason IS NULL)),
  constraint file_size_check CHECK (size > 0),
  constraint file_state_check CHECK (state = ANY (ARRAY['waiting'::text, 'unscanned'::text, 'clean'::text, 'infected'::text]))
);
CREATE INDEX file_clear ON public.file USING btree (organisation_id, id) WHERE ((key_sealed IS NULL) AND (removed_at IS NULL));
CREATE UNIQUE INDEX file_once ON public.file USING btree (organisation_id, subject_type, subject_id, mark) WHERE (removed_at IS NULL);
CREATE INDEX file_waiting ON public.file USING btree (organisation_id, added_at) WHERE ((state = 'waiting'::text) AND (removed_at IS NULL));
alter table file enable row level security;
alter table file force row level security;
create policy organisation on file
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on file to varde_web;

create table glossary_term (
  organisation_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  name text not null,
  meaning_nb text,
  name_nn text,
  meaning_nn text,
  name_en text,
  meaning_en text,
  also_called text,
  source text,
  read_on date,
  in_use text not null,
  sort_key text generated always as (varde_sort_key(name)) stored,
  constraint glossary_term_pkey PRIMARY KEY (organisation_id, id),
  constraint glossary_term_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint glossary_term_check CHECK ((source IS NULL) = (read_on IS NULL)),
  constraint glossary_term_in_use_check CHECK (in_use = ANY (ARRAY['yes'::text, 'no'::text]))
);
CREATE INDEX glossary_term_by_in_use ON public.glossary_term USING btree (organisation_id, in_use, sort_key, id);
CREATE INDEX glossary_term_in_order ON public.glossary_term USING btree (organisation_id, sort_key, id);
CREATE UNIQUE INDEX glossary_term_name ON public.glossary_term USING btree (organisation_id, lower(name));
alter table glossary_term enable row level security;
alter table glossary_term force row level security;
create policy organisation on glossary_term
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
CREATE TRIGGER words AFTER INSERT OR DELETE ON glossary_term FOR EACH ROW EXECUTE FUNCTION varde_index_record('name', 'meaning_nb', 'name_nn', 'meaning_nn', 'name_en', 'meaning_en', 'also_called', 'source');
CREATE TRIGGER words_changed AFTER UPDATE ON glossary_term FOR EACH ROW WHEN (old.name IS DISTINCT FROM new.name OR old.meaning_nb IS DISTINCT FROM new.meaning_nb OR old.name_nn IS DISTINCT FROM new.name_nn OR old.meaning_nn IS DISTINCT FROM new.meaning_nn OR old.name_en IS DISTINCT FROM new.name_en OR old.meaning_en IS DISTINCT FROM new.meaning_en OR old.also_called IS DISTINCT FROM new.also_called OR old.source IS DISTINCT FROM new.source) EXECUTE FUNCTION varde_index_record('name', 'meaning_nb', 'name_nn', 'meaning_nn', 'name_en', 'meaning_en', 'also_called', 'source');
grant delete, insert, select, update on glossary_term to varde_web;

create table governing_document (
  organisation_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  name text not null,
  kind text not null,
  content text,
  place text,
  owner_id uuid,
  edition text,
  in_force text not null,
  approved_at timestamp with time zone,
  approved_by_id uuid,
  sort_key text generated always as (varde_sort_key(name)) stored,
  information_classes text[] not null default '{}'::text[],
  constraint governing_document_pkey PRIMARY KEY (organisation_id, id),
  constraint governing_document_organisation_id_approved_by_id_fkey FOREIGN KEY (organisation_id, approved_by_id) REFERENCES person(organisation_id, id),
  constraint governing_document_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint governing_document_organisation_id_owner_id_fkey FOREIGN KEY (organisation_id, owner_id) REFERENCES person(organisation_id, id),
  constraint governing_document_in_force_check CHECK (in_force = ANY (ARRAY['yes'::text, 'no'::text])),
  constraint governing_document_information_classes_check CHECK (information_classes <@ ARRAY['public'::text, 'internal'::text, 'exempt'::text, 'personal'::text, 'sensitive'::text]),
  constraint governing_document_kind_check CHECK (kind = ANY (ARRAY['goals'::text, 'strategy'::text, 'organisation'::text, 'responsibility'::text, 'contingencyPlan'::text, 'other'::text]))
);
CREATE INDEX governing_document_by_kind ON public.governing_document USING btree (organisation_id, kind, sort_key, id);
CREATE INDEX governing_document_by_owner ON public.governing_document USING btree (organisation_id, owner_id, sort_key, id);
CREATE INDEX governing_document_in_order ON public.governing_document USING btree (organisation_id, sort_key, id);
CREATE UNIQUE INDEX governing_document_name ON public.governing_document USING btree (organisation_id, lower(name));
alter table governing_document enable row level security;
alter table governing_document force row level security;
create policy organisation on governing_document
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
CREATE TRIGGER words AFTER INSERT OR DELETE ON governing_document FOR EACH ROW EXECUTE FUNCTION varde_index_record('name', 'content');
CREATE TRIGGER words_changed AFTER UPDATE ON governing_document FOR EACH ROW WHEN (old.name IS DISTINCT FROM new.name OR old.content IS DISTINCT FROM new.content) EXECUTE FUNCTION varde_index_record('name', 'content');
grant delete, insert, select, update on governing_document to varde_web;

create table house_key (
  single boolean not null default true,
  wrapped bytea not null,
  wrapped_by text not null,
  made_at timestamp with time zone not null default now(),
  constraint house_key_pkey PRIMARY KEY (single),
  constraint house_key_single_check CHECK (single)
);

create table id_card (
  organisation_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  uses text[] not null,
  zones text,
  delivery text,
  replaces_id uuid,
  holder_id uuid not null,
  leader_id uuid,
  card_number text,
  status text not null,
  ordered_at timestamp with time zone,
  passed_at timestamp with time zone,
  produced_at timestamp with time zone,
  delivered_at timestamp with time zone,
  received_at timestamp with time zone,
  lost_at timestamp with time zone,
  deactivated_at timestamp with time zone,
  replaced_at timestamp with time zone,
  leaves_on date,
  handed_in_at timestamp with time zone,
  forwarded_at timestamp with time zone,
  returned_at timestamp with time zone,
  sort_key text generated always as (varde_sort_key(COALESCE(card_number, ''::text))) stored,
  constraint id_card_pkey PRIMARY KEY (organisation_id, id),
  constraint id_card_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint id_card_organisation_id_holder_id_fkey FOREIGN KEY (organisation_id, holder_id) REFERENCES person(organisation_id, id),
  constraint id_card_organisation_id_leader_id_fkey FOREIGN KEY (organisation_id, leader_id) REFERENCES person(organisation_id, id),
  constraint id_card_organisation_id_replaces_id_fkey FOREIGN KEY (organisation_id, replaces_id) REFERENCES id_card(organisation_id, id),
  constraint id_card_delivery_check CHECK (delivery = ANY (ARRAY['mail'::text, 'collect'::text])),
  constraint id_card_status_check CHECK (status = ANY (ARRAY['ordered'::text, 'declined'::text, 'passed'::text, 'produced'::text, 'sent'::text, 'ready'::text, 'active'::text, 'lost'::text, 'deactivated'::text, 'returned'::text]))
);
CREATE INDEX id_card_by_status ON public.id_card USING btree (organisation_id, status, sort_key, id);
CREATE INDEX id_card_in_order ON public.id_card USING btree (organisation_id, sort_key, id);
CREATE INDEX id_card_of_holder ON public.id_card USING btree (organisation_id, holder_id);
CREATE INDEX id_card_of_leader ON public.id_card USING btree (organisation_id, leader_id);
CREATE INDEX id_card_of_replaced ON public.id_card USING btree (organisation_id, replaces_id);
alter table id_card enable row level security;
alter table id_card force row level security;
create policy organisation on id_card
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on id_card to varde_web;

create table information_notice (
  organisation_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  name text not null,
  processing_id uuid not null,
  when_given text,
  where_given text,
  rights text,
  consent_text text,
  consent_how text,
  consent_when text,
  consent_recorded text,
  consent_withdrawn text,
  status text not null default 'draft'::text,
  edition integer,
  published_at timestamp with time zone,
  published_by_id uuid,
  said_purpose text,
  said_storage_time text,
  said_rights text,
  sort_key text generated always as (varde_sort_key(name)) stored,
  constraint information_notice_pkey PRIMARY KEY (organisation_id, id),
  constraint information_notice_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint information_notice_organisation_id_processing_id_fkey FOREIGN KEY (organisation_id, processing_id) REFERENCES processing(organisation_id, id),
  constraint information_notice_organisation_id_published_by_id_fkey FOREIGN KEY (organisation_id, published_by_id) REFERENCES person(organisation_id, id),
  constraint information_notice_check CHECK ((status = 'draft'::text) = (published_at IS NULL)),
  constraint information_notice_status_check CHECK (status = ANY (ARRAY['draft'::text, 'published'::text]))
);
CREATE UNIQUE INDEX information_notice_name ON public.information_notice USING btree (organisation_id, lower(name));
CREATE INDEX information_notice_processing ON public.information_notice USING btree (organisation_id, processing_id, sort_key, id);
CREATE INDEX information_notice_sorted ON public.information_notice USING btree (organisation_id, sort_key, id);
CREATE INDEX information_notice_status ON public.information_notice USING btree (organisation_id, status, sort_key, id);
alter table information_notice enable row level security;
alter table information_notice force row level security;
create policy organisation on information_notice
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
CREATE TRIGGER words AFTER INSERT OR DELETE ON information_notice FOR EACH ROW EXECUTE FUNCTION varde_index_record('name');
CREATE TRIGGER words_changed AFTER UPDATE ON information_notice FOR EACH ROW WHEN (old.name IS DISTINCT FROM new.name) EXECUTE FUNCTION varde_index_record('name');
grant delete, insert, select, update on information_notice to varde_web;

create table inspection (
  organisation_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  name text not null,
  kind text not null,
  authority text,
  held_on date not null,
  unit_id uuid,
  reference text,
  result text,
  action text,
  owner_id uuid,
  due_on date,
  closed_on date,
  outcome text,
  sort_key text generated always as (varde_sort_key(name)) stored,
  constraint inspection_pkey PRIMARY KEY (organisation_id, id),
  constraint inspection_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint inspection_organisation_id_owner_id_fkey FOREIGN KEY (organisation_id, owner_id) REFERENCES person(organisation_id, id),
  constraint inspection_organisation_id_unit_id_fkey FOREIGN KEY (organisation_id, unit_id) REFERENCES unit(organisation_id, id),
  constraint inspection_kind_check CHECK (kind = ANY (ARRAY['public'::text, 'internal'::text]))
);
CREATE INDEX inspection_by_day ON public.inspection USING btree (organisation_id, held_on, id);
CREATE INDEX inspection_by_kind ON public.inspection USING btree (organisation_id, kind, held_on, id);
CREATE INDEX inspection_by_unit ON public.inspection USING btree (organisation_id, unit_id, held_on, id);
CREATE INDEX inspection_in_order ON public.inspection USING btree (organisation_id, sort_key, id);
alter table inspection enable row level security;
alter table inspection force row level security;
create policy organisation on inspection
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
CREATE TRIGGER words AFTER INSERT OR DELETE ON inspection FOR EACH ROW EXECUTE FUNCTION varde_index_record('name', 'authority', 'reference', 'result', 'action', 'outcome');
CREATE TRIGGER words_changed AFTER UPDATE ON inspection FOR EACH ROW WHEN (old.name IS DISTINCT FROM new.name OR old.authority IS DISTINCT FROM new.authority OR old.reference IS DISTINCT FROM new.reference OR old.result IS DISTINCT FROM new.result OR old.action IS DISTINCT FROM new.action OR old.outcome IS DISTINCT FROM new.outcome) EXECUTE FUNCTION varde_index_record('name', 'authority', 'reference', 'result', 'action', 'outcome');
grant delete, insert, select, update on inspection to varde_web;

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

create table link_mark (
  organisation_id uuid not null,
  id uuid not null,
  subject_type text not null,
  subject_id uuid not null,
  because_type text not null,
  because_id uuid not null,
  event text not null,
  fields text[] not null default '{}'::text[],
  marked_by uuid,
  marked_at timestamp with time zone not null,
  looked_by uuid,
  looked_at timestamp with time zone,
  note text,
  told_at timestamp with time zone,
  constraint link_mark_pkey PRIMARY KEY (organisation_id, id),
  constraint link_mark_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint link_mark_organisation_id_looked_by_fkey FOREIGN KEY (organisation_id, looked_by) REFERENCES person(organisation_id, id),
  constraint link_mark_organisation_id_marked_by_fkey FOREIGN KEY (organisation_id, marked_by) REFERENCES person(organisation_id, id),
  constraint link_mark_check CHECK ((looked_at IS NULL) = (looked_by IS NULL))
);
CREATE INDEX link_mark_of ON public.link_mark USING btree (organisation_id, subject_type, subject_id, marked_at);
CREATE UNIQUE INDEX link_mark_open ON public.link_mark USING btree (organisation_id, subject_type, subject_id, because_type, because_id, event) WHERE (looked_at IS NULL);
CREATE INDEX link_mark_untold ON public.link_mark USING btree (organisation_id, id) WHERE (told_at IS NULL);
alter table link_mark enable row level security;
alter table link_mark force row level security;
create policy organisation on link_mark
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on link_mark to varde_web;

create table loan_card (
  organisation_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  holder_id uuid not null,
  card_number text not null,
  lent_at timestamp with time zone not null,
  handed_in_at timestamp with time zone,
  sort_key text generated always as (varde_sort_key(card_number)) stored,
  lost_at timestamp with time zone,
  deactivated_at timestamp with time zone,
  constraint loan_card_pkey PRIMARY KEY (organisation_id, id),
  constraint loan_card_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint loan_card_organisation_id_holder_id_fkey FOREIGN KEY (organisation_id, holder_id) REFERENCES person(organisation_id, id),
  constraint loan_card_check CHECK (deactivated_at IS NULL OR lost_at IS NOT NULL)
);
CREATE INDEX loan_card_of_holder ON public.loan_card USING btree (organisation_id, holder_id);
CREATE INDEX loan_card_out ON public.loan_card USING btree (organisation_id, handed_in_at DESC, lent_at DESC, id);
alter table loan_card enable row level security;
alter table loan_card force row level security;
create policy organisation on loan_card
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on loan_card to varde_web;

create table log_review (
  organisation_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  name text not null,
  system_id uuid not null,
  period_from date not null,
  period_to date not null,
  reason text not null,
  why text,
  result text not null,
  found text,
  by_id uuid not null,
  done_on date not null,
  sort_key text generated always as (varde_sort_key(name)) stored,
  constraint log_review_pkey PRIMARY KEY (organisation_id, id),
  constraint log_review_organisation_id_by_id_fkey FOREIGN KEY (organisation_id, by_id) REFERENCES person(organisation_id, id),
  constraint log_review_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint log_review_organisation_id_system_id_fkey FOREIGN KEY (organisation_id, system_id) REFERENCES system(organisation_id, id),
  constraint log_review_check CHECK (period_from <= period_to),
  constraint log_review_reason_check CHECK (reason = ANY (ARRAY['routine'::text, 'incident'::text, 'suspicion'::text, 'asked'::text])),
  constraint log_review_result_check CHECK (result = ANY (ARRAY['nothing'::text, 'followUp'::text, 'deviation'::text]))
);
CREATE INDEX log_review_by_day ON public.log_review USING btree (organisation_id, done_on, id);
CREATE INDEX log_review_by_reason ON public.log_review USING btree (organisation_id, reason, done_on, id);
CREATE INDEX log_review_by_result ON public.log_review USING btree (organisation_id, result, done_on, id);
CREATE INDEX log_review_by_system ON public.log_review USING btree (organisation_id, system_id, done_on, id);
CREATE INDEX log_review_in_order ON public.log_review USING btree (organisation_id, sort_key, id);
alter table log_review enable row level security;
alter table log_review force row level security;
create policy organisation on log_review
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on log_review to varde_web;

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
  leaves_nothing boolean not null default false,
  more integer not null default 0,
  reply bytea,
  constraint mail_pkey PRIMARY KEY (organisation_id, id),
  constraint mail_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint mail_check CHECK ((address IS NULL) = (sealed IS NOT NULL)),
  constraint mail_language_check CHECK (language = ANY (ARRAY['nb'::text, 'nn'::text, 'en'::text])),
  constraint mail_status_check CHECK (status = ANY (ARRAY['waiting'::text, 'sending'::text, 'sent'::text, 'uncertain'::text, 'failed'::text]))
);
CREATE INDEX mail_of_record ON public.mail USING btree (organisation_id, "substring"(href, '[0-9a-f]{8}-[0-9a-f-]{27}'::text));
CREATE INDEX mail_waiting ON public.mail USING btree (organisation_id, created_at) WHERE (status <> 'sent'::text);
alter table mail enable row level security;
alter table mail force row level security;
create policy organisation on mail
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on mail to varde_web;

create table mail_held (
  organisation_id uuid not null,
  validity text not null,
  uid bigint not null,
  size bigint not null,
  received_at timestamp with time zone not null,
  sender_mark bytea not null,
  known boolean not null,
  held_at timestamp with time zone not null,
  constraint mail_held_pkey PRIMARY KEY (organisation_id, validity, uid),
  constraint mail_held_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id)
);
CREATE INDEX mail_held_by_sender ON public.mail_held USING btree (organisation_id, sender_mark);
CREATE INDEX mail_held_by_turn ON public.mail_held USING btree (organisation_id, validity, known DESC, received_at);
alter table mail_held enable row level security;
alter table mail_held force row level security;
create policy organisation on mail_held
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on mail_held to varde_web;

create table mail_in (
  organisation_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  fingerprint bytea not null,
  validity text not null,
  uid bigint not null,
  marked_read boolean not null default false,
  received_at timestamp with time zone not null,
  status text not null,
  aside text,
  sender bytea,
  subject text,
  text text,
  unread text,
  left_out integer not null default 0,
  dmarc text,
  late boolean not null default false,
  deviation_id uuid,
  settled_at timestamp with time zone,
  settled_by uuid,
  dismissal text,
  told boolean not null default false,
  sender_mark bytea,
  known boolean not null default false,
  taken_at timestamp with time zone not null default now(),
  constraint mail_in_pkey PRIMARY KEY (organisation_id, id),
  constraint mail_in_organisation_id_fingerprint_key UNIQUE (organisation_id, fingerprint),
  constraint mail_in_organisation_id_deviation_id_fkey FOREIGN KEY (organisation_id, deviation_id) REFERENCES deviation(organisation_id, id),
  constraint mail_in_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint mail_in_organisation_id_settled_by_fkey FOREIGN KEY (organisation_id, settled_by) REFERENCES person(organisation_id, id),
  constraint mail_in_aside_check CHECK (aside = ANY (ARRAY['own'::text, 'automatic'::text, 'bounce'::text])),
  constraint mail_in_check CHECK ((status = 'aside'::text) = (aside IS NOT NULL)),
  constraint mail_in_check1 CHECK ((status <> ALL (ARRAY['made'::text, 'joined'::text])) OR deviation_id IS NOT NULL),
  constraint mail_in_check2 CHECK ((status <> ALL (ARRAY['made'::text, 'dismissed'::text, 'aside'::text])) OR sender IS NULL AND subject IS NULL AND text IS NULL),
  constraint mail_in_dismissal_check CHECK (dismissal = ANY (ARRAY['spam'::text, 'notDeviation'::text, 'known'::text])),
  constraint mail_in_dmarc_check CHECK (dmarc = ANY (ARRAY['pass'::text, 'fail'::text])),
  constraint mail_in_status_check CHECK (status = ANY (ARRAY['waiting'::text, 'made'::text, 'joined'::text, 'dismissed'::text, 'aside'::text])),
  constraint mail_in_unread_check CHECK (unread = ANY (ARRAY['tooLarge'::text, 'broken'::text]))
);
CREATE INDEX mail_in_by_case ON public.mail_in USING btree (organisation_id, deviation_id, received_at, id) WHERE (deviation_id IS NOT NULL);
CREATE INDEX mail_in_by_sender ON public.mail_in USING btree (organisation_id, sender_mark, taken_at) WHERE (sender_mark IS NOT NULL);
CREATE INDEX mail_in_by_status ON public.mail_in USING btree (organisation_id, status, received_at, id);
CREATE INDEX mail_in_by_taken ON public.mail_in USING btree (organisation_id, taken_at);
CREATE INDEX mail_in_waiting ON public.mail_in USING btree (organisation_id, known DESC, received_at DESC, id DESC) WHERE (status = 'waiting'::text);
alter table mail_in enable row level security;
alter table mail_in force row level security;
create policy organisation on mail_in
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on mail_in to varde_web;

create table mailbox_access (
  organisation_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  name text not null,
  person_id uuid not null,
  what text[] not null default '{}'::text[],
  ground text not null,
  why text not null,
  notice_on date,
  no_notice text,
  heard text,
  held_on date,
  presence text,
  method text,
  opened text,
  result text,
  note_on date,
  closed_on date,
  sort_key text generated always as (varde_sort_key(name)) stored,
  constraint mailbox_access_pkey PRIMARY KEY (organisation_id, id),
  constraint mailbox_access_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint mailbox_access_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint mailbox_access_ground_check CHECK (ground = ANY (ARRAY['operations'::text, 'breach'::text])),
  constraint mailbox_access_heard_check CHECK (heard = ANY (ARRAY['yes'::text, 'declined'::text, 'notPossible'::text])),
  constraint mailbox_access_presence_check CHECK (presence = ANY (ARRAY['present'::text, 'represented'::text, 'declined'::text, 'notPossible'::text]))
);
CREATE INDEX mailbox_access_in_order ON public.mailbox_access USING btree (organisation_id, sort_key, id);
CREATE INDEX mailbox_access_of_person ON public.mailbox_access USING btree (organisation_id, person_id);
alter table mailbox_access enable row level security;
alter table mailbox_access force row level security;
create policy organisation on mailbox_access
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on mailbox_access to varde_web;

create table mailbox_reading (
  organisation_id uuid not null,
  begun_at timestamp with time zone not null,
  validity text not null,
  next_uid bigint not null,
  read_at timestamp with time zone,
  fault text,
  fault_at timestamp with time zone,
  place text,
  below bigint,
  anchor_uid bigint,
  anchor_size bigint,
  anchor_at timestamp with time zone,
  held_told_at timestamp with time zone,
  constraint mailbox_reading_pkey PRIMARY KEY (organisation_id),
  constraint mailbox_reading_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint mailbox_reading_fault_check CHECK (fault = ANY (ARRAY['setUp'::text, 'signIn'::text, 'unavailable'::text, 'tokenRefused'::text, 'tokenAway'::text]))
);
alter table mailbox_reading enable row level security;
alter table mailbox_reading force row level security;
create policy organisation on mailbox_reading
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on mailbox_reading to varde_web;

create table major_outage (
  organisation_id uuid not null,
  deviation_id uuid not null,
  criteria text[] not null,
  said_by uuid not null,
  said_at timestamp with time zone not null,
  constraint major_outage_pkey PRIMARY KEY (organisation_id, deviation_id),
  constraint major_outage_organisation_id_deviation_id_fkey FOREIGN KEY (organisation_id, deviation_id) REFERENCES deviation(organisation_id, id),
  constraint major_outage_organisation_id_said_by_fkey FOREIGN KEY (organisation_id, said_by) REFERENCES person(organisation_id, id)
);
alter table major_outage enable row level security;
alter table major_outage force row level security;
create policy organisation on major_outage
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on major_outage to varde_web;

create table management_decision (
  organisation_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  name text not null,
  review_id uuid not null,
  owner_id uuid,
  due_on date not null,
  closed_on date,
  outcome text,
  sort_key text generated always as (varde_sort_key(name)) stored,
  constraint management_decision_pkey PRIMARY KEY (organisation_id, id),
  constraint management_decision_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint management_decision_organisation_id_owner_id_fkey FOREIGN KEY (organisation_id, owner_id) REFERENCES person(organisation_id, id),
  constraint management_decision_organisation_id_review_id_fkey FOREIGN KEY (organisation_id, review_id) REFERENCES management_review(organisation_id, id)
);
CREATE INDEX management_decision_by_day ON public.management_decision USING btree (organisation_id, due_on, id);
CREATE INDEX management_decision_by_owner ON public.management_decision USING btree (organisation_id, owner_id, due_on, id);
CREATE INDEX management_decision_in_order ON public.management_decision USING btree (organisation_id, sort_key, id);
CREATE INDEX management_decision_of ON public.management_decision USING btree (organisation_id, review_id, due_on, id);
alter table management_decision enable row level security;
alter table management_decision force row level security;
create policy organisation on management_decision
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
CREATE TRIGGER words AFTER INSERT OR DELETE ON management_decision FOR EACH ROW EXECUTE FUNCTION varde_index_record('name', 'outcome');
CREATE TRIGGER words_changed AFTER UPDATE ON management_decision FOR EACH ROW WHEN (old.name IS DISTINCT FROM new.name OR old.outcome IS DISTINCT FROM new.outcome) EXECUTE FUNCTION varde_index_record('name', 'outcome');
grant delete, insert, select, update on management_decision to varde_web;

create table management_review (
  organisation_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  name text not null,
  held_on date not null,
  period_from date not null,
  period_to date not null,
  place text,
  participants_ids uuid[] not null default '{}'::uuid[],
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
  goals_decision text,
  goals_reason text,
  strategy_decision text,
  strategy_reason text,
  organisation_decision text,
  organisation_reason text,
  state text not null default 'planned'::text,
  frozen_at timestamp with time zone,
  approved_at timestamp with time zone,
  approved_by_id uuid,
  pack jsonb,
  sort_key text generated always as (varde_sort_key(name)) stored,
  constraint management_review_pkey PRIMARY KEY (organisation_id, id),
  constraint management_review_organisation_id_approved_by_id_fkey FOREIGN KEY (organisation_id, approved_by_id) REFERENCES person(organisation_id, id),
  constraint management_review_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint management_review_check CHECK (period_from <= period_to),
  constraint management_review_check1 CHECK ((frozen_at IS NULL) = (pack IS NULL)),
  constraint management_review_goals_decision_check CHECK (goals_decision = ANY (ARRAY['keep'::text, 'change'::text])),
  constraint management_review_organisation_decision_check CHECK (organisation_decision = ANY (ARRAY['keep'::text, 'change'::text])),
  constraint management_review_state_check CHECK (state = ANY (ARRAY['planned'::text, 'approved'::text])),
  constraint management_review_strategy_decision_check CHECK (strategy_decision = ANY (ARRAY['keep'::text, 'change'::text]))
);
CREATE INDEX management_review_by_day ON public.management_review USING btree (organisation_id, held_on, id);
CREATE INDEX management_review_by_state ON public.management_review USING btree (organisation_id, state, held_on, id);
CREATE INDEX management_review_in_order ON public.management_review USING btree (organisation_id, sort_key, id);
alter table management_review enable row level security;
alter table management_review force row level security;
create policy organisation on management_review
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
CREATE TRIGGER words AFTER INSERT OR DELETE ON management_review FOR EACH ROW EXECUTE FUNCTION varde_index_record('name', 'audits_note', 'deviations_note', 'inspections_note', 'laws_note', 'data_note', 'threats_note', 'incidents_note', 'organisation_note', 'buildings_note', 'plans_note', 'status_summary', 'security_judgement', 'further_measures', 'goals_reason', 'strategy_reason', 'organisation_reason');
CREATE TRIGGER words_changed AFTER UPDATE ON management_review FOR EACH ROW WHEN (old.name IS DISTINCT FROM new.name OR old.audits_note IS DISTINCT FROM new.audits_note OR old.deviations_note IS DISTINCT FROM new.deviations_note OR old.inspections_note IS DISTINCT FROM new.inspections_note OR old.laws_note IS DISTINCT FROM new.laws_note OR old.data_note IS DISTINCT FROM new.data_note OR old.threats_note IS DISTINCT FROM new.threats_note OR old.incidents_note IS DISTINCT FROM new.incidents_note OR old.organisation_note IS DISTINCT FROM new.organisation_note OR old.buildings_note IS DISTINCT FROM new.buildings_note OR old.plans_note IS DISTINCT FROM new.plans_note OR old.status_summary IS DISTINCT FROM new.status_summary OR old.security_judgement IS DISTINCT FROM new.security_judgement OR old.further_measures IS DISTINCT FROM new.further_measures OR old.goals_reason IS DISTINCT FROM new.goals_reason OR old.strategy_reason IS DISTINCT FROM new.strategy_reason OR old.organisation_reason IS DISTINCT FROM new.organisation_reason) EXECUTE FUNCTION varde_index_record('name', 'audits_note', 'deviations_note', 'inspections_note', 'laws_note', 'data_note', 'threats_note', 'incidents_note', 'organisation_note', 'buildings_note', 'plans_note', 'status_summary', 'security_judgement', 'further_measures', 'goals_reason', 'strategy_reason', 'organisation_reason');
grant delete, insert, select, update on management_review to varde_web;

create table management_review_item (
  organisation_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  name text not null,
  review_id uuid not null,
  content text,
  sort_key text generated always as (varde_sort_key(name)) stored,
  constraint management_review_item_pkey PRIMARY KEY (organisation_id, id),
  constraint management_review_item_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint management_review_item_organisation_id_review_id_fkey FOREIGN KEY (organisation_id, review_id) REFERENCES management_review(organisation_id, id)
);
CREATE INDEX management_review_item_of ON public.management_review_item USING btree (organisation_id, review_id, id);
alter table management_review_item enable row level security;
alter table management_review_item force row level security;
create policy organisation on management_review_item
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
CREATE TRIGGER words AFTER INSERT OR DELETE ON management_review_item FOR EACH ROW EXECUTE FUNCTION varde_index_record('name', 'content');
CREATE TRIGGER words_changed AFTER UPDATE ON management_review_item FOR EACH ROW WHEN (old.name IS DISTINCT FROM new.name OR old.content IS DISTINCT FROM new.content) EXECUTE FUNCTION varde_index_record('name', 'content');
grant delete, insert, select, update on management_review_item to varde_web;

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
CREATE INDEX message_of_record ON public.message USING btree (organisation_id, "substring"(href, '[0-9a-f]{8}-[0-9a-f-]{27}'::text));
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

create table openid_expected (
  organisation_id uuid not null,
  provider_id uuid not null,
  person_id uuid not null,
  value_mark bytea not null,
  constraint openid_expected_pkey PRIMARY KEY (organisation_id, provider_id, person_id),
  constraint openid_expected_organisation_id_provider_id_value_mark_key UNIQUE (organisation_id, provider_id, value_mark),
  constraint openid_expected_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint openid_expected_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint openid_expected_organisation_id_provider_id_fkey FOREIGN KEY (organisation_id, provider_id) REFERENCES openid_provider(organisation_id, id)
);
alter table openid_expected enable row level security;
alter table openid_expected force row level security;
create policy organisation on openid_expected
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on openid_expected to varde_web;

create table openid_link (
  organisation_id uuid not null,
  provider_id uuid not null,
  subject_mark bytea not null,
  person_id uuid not null,
  way text not null,
  linked_at timestamp with time zone not null,
  constraint openid_link_pkey PRIMARY KEY (organisation_id, provider_id, subject_mark),
  constraint openid_link_organisation_id_provider_id_person_id_key UNIQUE (organisation_id, provider_id, person_id),
  constraint openid_link_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint openid_link_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint openid_link_organisation_id_provider_id_fkey FOREIGN KEY (organisation_id, provider_id) REFERENCES openid_provider(organisation_id, id),
  constraint openid_link_way_check CHECK (way = ANY (ARRAY['invitation'::text, 'email'::text, 'claim'::text]))
);
CREATE INDEX openid_link_person ON public.openid_link USING btree (organisation_id, person_id);
alter table openid_link enable row level security;
alter table openid_link force row level security;
create policy organisation on openid_link
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on openid_link to varde_web;

create table openid_once (
  organisation_id uuid not null,
  mark bytea not null,
  until timestamp with time zone not null,
  constraint openid_once_pkey PRIMARY KEY (organisation_id, mark),
  constraint openid_once_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id)
);
alter table openid_once enable row level security;
alter table openid_once force row level security;
create policy organisation on openid_once
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on openid_once to varde_web;

create table openid_provider (
  organisation_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  kind text not null,
  name text not null,
  issuer text not null,
  client_id text not null,
  scopes text,
  levels text,
  linking text not null,
  claim text,
  active text not null,
  secret bytea,
  secret_at timestamp with time zone,
  constraint openid_provider_pkey PRIMARY KEY (organisation_id, id),
  constraint openid_provider_organisation_id_issuer_key UNIQUE (organisation_id, issuer),
  constraint openid_provider_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint openid_provider_active_check CHECK (active = ANY (ARRAY['yes'::text, 'no'::text])),
  constraint openid_provider_kind_check CHECK (kind = ANY (ARRAY['entra'::text, 'feide'::text, 'idporten'::text, 'ansattporten'::text, 'other'::text])),
  constraint openid_provider_linking_check CHECK (linking = ANY (ARRAY['invitation'::text, 'email'::text, 'claim'::text]))
);
alter table openid_provider enable row level security;
alter table openid_provider force row level security;
create policy organisation on openid_provider
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on openid_provider to varde_web;

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
create policy inside on organisation for select
  using ((id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
create policy own on organisation for update
  using ((id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant select on organisation to varde_web;

create table organisation_details (
  organisation_id uuid not null,
  version integer not null,
  number text,
  address text,
  telephone text,
  email text,
  logo_id uuid,
  constraint organisation_details_pkey PRIMARY KEY (organisation_id),
  constraint organisation_details_logo_id_fkey FOREIGN KEY (organisation_id, logo_id) REFERENCES organisation_logo(organisation_id, id),
  constraint organisation_details_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint organisation_details_number_check CHECK (number ~ '^[0-9]{9}$'::text)
);
alter table organisation_details enable row level security;
alter table organisation_details force row level security;
create policy organisation on organisation_details
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on organisation_details to varde_web;

create table organisation_key (
  organisation_id uuid not null,
  version integer not null,
  wrapped bytea,
  wrapped_by text,
  made_at timestamp with time zone not null default now(),
  made_in text not null default (pg_current_xact_id())::text,
  resealed_at timestamp with time zone,
  constraint organisation_key_pkey PRIMARY KEY (organisation_id, version),
  constraint organisation_key_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint organisation_key_check CHECK ((wrapped IS NULL) = (wrapped_by IS NULL)),
  constraint organisation_key_version_check CHECK (version > 0)
);
alter table organisation_key enable row level security;
alter table organisation_key force row level security;
create policy organisation on organisation_key
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant insert, select on organisation_key to varde_web;

create table organisation_logo (
  organisation_id uuid not null,
  id uuid not null,
  png bytea not null,
  width integer not null,
  height integer not null,
  added_at timestamp with time zone not null,
  added_by uuid not null,
  constraint organisation_logo_pkey PRIMARY KEY (organisation_id, id),
  constraint organisation_logo_organisation_id_added_by_fkey FOREIGN KEY (organisation_id, added_by) REFERENCES person(organisation_id, id),
  constraint organisation_logo_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint organisation_logo_height_check CHECK (height > 0),
  constraint organisation_logo_width_check CHECK (width > 0)
);
alter table organisation_logo enable row level security;
alter table organisation_logo force row level security;
create policy organisation on organisation_logo
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant insert, select on organisation_logo to varde_web;

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

create table own_record (
  organisation_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  kind text not null,
  hold_reason text,
  hold_review_on date,
  held_by_id uuid,
  held_at timestamp with time zone,
  archived_as text,
  archived_by_id uuid,
  archived_at timestamp with time zone,
  sort_key text generated always as (kind) stored,
  constraint own_record_pkey PRIMARY KEY (organisation_id, id),
  constraint own_record_organisation_id_archived_by_id_fkey FOREIGN KEY (organisation_id, archived_by_id) REFERENCES person(organisation_id, id),
  constraint own_record_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint own_record_organisation_id_held_by_id_fkey FOREIGN KEY (organisation_id, held_by_id) REFERENCES person(organisation_id, id),
  constraint own_record_check CHECK ((hold_reason IS NULL) = (held_at IS NULL) AND (hold_reason IS NULL) = (hold_review_on IS NULL)),
  constraint own_record_check1 CHECK ((archived_as IS NULL) = (archived_at IS NULL)),
  constraint own_record_hold_reason_check CHECK (hold_reason = ANY (ARRAY['dispute'::text, 'authority'::text, 'police'::text, 'accessRequest'::text]))
);
CREATE INDEX own_record_archived_by ON public.own_record USING btree (organisation_id, archived_by_id) WHERE (archived_by_id IS NOT NULL);
CREATE INDEX own_record_held_by ON public.own_record USING btree (organisation_id, held_by_id) WHERE (held_by_id IS NOT NULL);
alter table own_record enable row level security;
alter table own_record force row level security;
create policy organisation on own_record
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on own_record to varde_web;

create table passkey (
  id uuid not null,
  account_id uuid not null,
  credential bytea not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  name text not null,
  synced boolean not null,
  created_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint passkey_pkey PRIMARY KEY (id),
  constraint passkey_credential_key UNIQUE (credential),
  constraint passkey_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint passkey_name_check CHECK (char_length(name) >= 1 AND char_length(name) <= 60)
);
CREATE INDEX passkey_account ON public.passkey USING btree (account_id);

create table password_rule (
  organisation_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  passwords text not null,
  emergency_id uuid,
  constraint password_rule_pkey PRIMARY KEY (organisation_id),
  constraint password_rule_organisation_id_emergency_id_fkey FOREIGN KEY (organisation_id, emergency_id) REFERENCES person(organisation_id, id),
  constraint password_rule_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint password_rule_check CHECK (passwords = 'everyone'::text OR emergency_id IS NOT NULL),
  constraint password_rule_passwords_check CHECK (passwords = ANY (ARRAY['everyone'::text, 'emergency'::text]))
);
alter table password_rule enable row level security;
alter table password_rule force row level security;
create policy organisation on password_rule
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on password_rule to varde_web;

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
  left_on date,
  forgotten_on date,
  constraint person_pkey PRIMARY KEY (organisation_id, id),
  constraint person_organisation_id_demo_slug_key UNIQUE (organisation_id, demo_slug),
  constraint person_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint person_organisation_id_leader_id_fkey FOREIGN KEY (organisation_id, leader_id) REFERENCES person(organisation_id, id),
  constraint person_organisation_id_unit_id_fkey FOREIGN KEY (organisation_id, unit_id) REFERENCES unit(organisation_id, id),
  constraint person_locale_check CHECK (locale = ANY (ARRAY['nb'::text, 'nn'::text, 'en'::text]))
);
CREATE INDEX person_by_unit ON public.person USING btree (organisation_id, unit_id, sort_key, id);
CREATE INDEX person_forgotten ON public.person USING btree (organisation_id, forgotten_on) WHERE (forgotten_on IS NOT NULL);
CREATE INDEX person_in_order ON public.person USING btree (organisation_id, active, sort_key, id);
CREATE INDEX person_name ON public.person USING btree (organisation_id, sort_key, id);
CREATE INDEX person_unit ON public.person USING btree (organisation_id, unit_id);
alter table person enable row level security;
alter table person force row level security;
create policy organisation on person
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
CREATE TRIGGER named AFTER INSERT OR UPDATE OF name ON person FOR EACH ROW EXECUTE FUNCTION varde_part_names();
CREATE TRIGGER words AFTER INSERT OR DELETE ON person FOR EACH ROW EXECUTE FUNCTION varde_index_record('name', 'email');
CREATE TRIGGER words_changed AFTER UPDATE ON person FOR EACH ROW WHEN (old.name IS DISTINCT FROM new.name OR old.email IS DISTINCT FROM new.email) EXECUTE FUNCTION varde_index_record('name', 'email');
grant delete, insert, select, update on person to varde_web;

create table person_word (
  organisation_id uuid not null,
  part text not null,
  person_id uuid not null,
  constraint person_word_pkey PRIMARY KEY (organisation_id, part, person_id),
  constraint person_word_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint person_word_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id) ON DELETE CASCADE
);
CREATE INDEX person_word_person ON public.person_word USING btree (organisation_id, person_id);
alter table person_word enable row level security;
alter table person_word force row level security;
create policy organisation on person_word
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on person_word to varde_web;

create table plan_exercise (
  organisation_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  name text not null,
  plan_id uuid not null,
  held_on date not null,
  leader_id uuid,
  scenario text,
  result text,
  sort_key text generated always as (varde_sort_key(name)) stored,
  constraint plan_exercise_pkey PRIMARY KEY (organisation_id, id),
  constraint plan_exercise_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint plan_exercise_organisation_id_leader_id_fkey FOREIGN KEY (organisation_id, leader_id) REFERENCES person(organisation_id, id),
  constraint plan_exercise_organisation_id_plan_id_fkey FOREIGN KEY (organisation_id, plan_id) REFERENCES governing_document(organisation_id, id)
);
CREATE INDEX plan_exercise_in_order ON public.plan_exercise USING btree (organisation_id, sort_key, id);
CREATE INDEX plan_exercise_of ON public.plan_exercise USING btree (organisation_id, plan_id, held_on, id);
alter table plan_exercise enable row level security;
alter table plan_exercise force row level security;
create policy organisation on plan_exercise
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
CREATE TRIGGER words AFTER INSERT OR DELETE ON plan_exercise FOR EACH ROW EXECUTE FUNCTION varde_index_record('name', 'scenario', 'result');
CREATE TRIGGER words_changed AFTER UPDATE ON plan_exercise FOR EACH ROW WHEN (old.name IS DISTINCT FROM new.name OR old.scenario IS DISTINCT FROM new.scenario OR old.result IS DISTINCT FROM new.result) EXECUTE FUNCTION varde_index_record('name', 'scenario', 'result');
grant delete, insert, select, update on plan_exercise to varde_web;

create table planned_setting (
  organisation_id uuid not null,
  id uuid not null,
  setting text not null,
  holds_from date not null,
  answers jsonb not null,
  planned_at timestamp with time zone not null,
  planned_by uuid not null,
  refused_at timestamp with time zone,
  refused_why text,
  constraint planned_setting_pkey PRIMARY KEY (organisation_id, id),
  constraint planned_setting_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint planned_setting_organisation_id_planned_by_fkey FOREIGN KEY (organisation_id, planned_by) REFERENCES person(organisation_id, id)
);
CREATE UNIQUE INDEX planned_setting_once ON public.planned_setting USING btree (organisation_id, setting, holds_from);
alter table planned_setting enable row level security;
alter table planned_setting force row level security;
create policy organisation on planned_setting
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on planned_setting to varde_web;

create table premises_zone (
  organisation_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  name text not null,
  unit_id uuid,
  protection text not null,
  about text,
  in_use text not null,
  sort_key text generated always as (varde_sort_key(name)) stored,
  responsible_id uuid,
  measures text[] not null default '{}'::text[],
  constraint premises_zone_pkey PRIMARY KEY (organisation_id, id),
  constraint premises_zone_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint premises_zone_organisation_id_responsible_id_fkey FOREIGN KEY (organisation_id, responsible_id) REFERENCES person(organisation_id, id),
  constraint premises_zone_organisation_id_unit_id_fkey FOREIGN KEY (organisation_id, unit_id) REFERENCES unit(organisation_id, id),
  constraint premises_zone_in_use_check CHECK (in_use = ANY (ARRAY['yes'::text, 'no'::text])),
  constraint premises_zone_protection_check CHECK (protection = ANY (ARRAY['open'::text, 'staff'::text, 'restricted'::text]))
);
CREATE INDEX premises_zone_by_protection ON public.premises_zone USING btree (organisation_id, protection, sort_key, id);
CREATE INDEX premises_zone_by_unit ON public.premises_zone USING btree (organisation_id, unit_id, sort_key, id);
CREATE INDEX premises_zone_by_use ON public.premises_zone USING btree (organisation_id, in_use, sort_key, id);
CREATE INDEX premises_zone_in_order ON public.premises_zone USING btree (organisation_id, sort_key, id);
CREATE UNIQUE INDEX premises_zone_name ON public.premises_zone USING btree (organisation_id, lower(name));
alter table premises_zone enable row level security;
alter table premises_zone force row level security;
create policy organisation on premises_zone
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
CREATE TRIGGER words AFTER INSERT OR DELETE ON premises_zone FOR EACH ROW EXECUTE FUNCTION varde_index_record('name', 'about');
CREATE TRIGGER words_changed AFTER UPDATE ON premises_zone FOR EACH ROW WHEN (old.name IS DISTINCT FROM new.name OR old.about IS DISTINCT FROM new.about) EXECUTE FUNCTION varde_index_record('name', 'about');
grant delete, insert, select, update on premises_zone to varde_web;

create table processing (
  organisation_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  name text not null,
  purpose text,
  kind text not null,
  our_role text not null,
  kinds_of_use text[] not null default '{}'::text[],
  medium text,
  work_processes_ids uuid[] not null default '{}'::uuid[],
  systems_ids uuid[] not null default '{}'::uuid[],
  unit_id uuid,
  responsible_id uuid,
  joint_controllers text,
  processors text,
  data_subjects text[] not null default '{}'::text[],
  data_kinds text[] not null default '{}'::text[],
  basis text[] not null default '{}'::text[],
  law_reference text,
  special_basis text[] not null default '{}'::text[],
  special_reference text,
  sources text,
  recipients text,
  transfers text,
  safeguards text,
  storage_time text,
  security_measures text,
  security_judged text,
  security_judged_on date,
  special_needs text,
  extended_measure text,
  extended_owner_id uuid,
  extended_due date,
  starts_on date,
  external_reference text,
  external_status text,
  external_on date,
  prior_approval text,
  prior_approval_number text,
  prior_approval_on date,
  prior_approval_until date,
  status text not null,
  notified_at timestamp with time zone,
  late_reason text,
  permission text,
  permission_at timestamp with time zone,
  permission_by_id uuid,
  approved_at timestamp with time zone,
  approved_by_id uuid,
  touched_at timestamp with time zone not null,
  sort_key text generated always as (varde_sort_key(name)) stored,
  processed_by_ids uuid[] not null default '{}'::uuid[],
  confidentiality text,
  integrity text,
  availability text,
  purpose_ends_on date,
  basis_ends_on date,
  deletion_routine text,
  erase text,
  archive text,
  registered_by_id uuid,
  constraint processing_pkey PRIMARY KEY (organisation_id, id),
  constraint processing_organisation_id_approved_by_id_fkey FOREIGN KEY (organisation_id, approved_by_id) REFERENCES person(organisation_id, id),
  constraint processing_organisation_id_extended_owner_id_fkey FOREIGN KEY (organisation_id, extended_owner_id) REFERENCES person(organisation_id, id),
  constraint processing_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint processing_organisation_id_permission_by_id_fkey FOREIGN KEY (organisation_id, permission_by_id) REFERENCES person(organisation_id, id),
  constraint processing_organisation_id_registered_by_id_fkey FOREIGN KEY (organisation_id, registered_by_id) REFERENCES person(organisation_id, id),
  constraint processing_organisation_id_responsible_id_fkey FOREIGN KEY (organisation_id, responsible_id) REFERENCES person(organisation_id, id),
  constraint processing_organisation_id_unit_id_fkey FOREIGN KEY (organisation_id, unit_id) REFERENCES unit(organisation_id, id),
  constraint processing_archive_check CHECK (archive = ANY (ARRAY['yes'::text, 'no'::text])),
  constraint processing_availability_check CHECK (availability = ANY (ARRAY['low'::text, 'medium'::text, 'high'::text])),
  constraint processing_confidentiality_check CHECK (confidentiality = ANY (ARRAY['low'::text, 'medium'::text, 'high'::text])),
  constraint processing_erase_check CHECK (erase = ANY (ARRAY['delete'::text, 'anonymise'::text])),
  constraint processing_external_status_check CHECK (external_status = ANY (ARRAY['notNotified'::text, 'notified'::text, 'assessed'::text])),
  constraint processing_integrity_check CHECK (integrity = ANY (ARRAY['low'::text, 'medium'::text, 'high'::text])),
  constraint processing_kind_check CHECK (kind = ANY (ARRAY['administrative'::text, 'research'::text])),
  constraint processing_medium_check CHECK (medium = ANY (ARRAY['electronic'::text, 'manual'::text, 'both'::text])),
  constraint processing_our_role_check CHECK (our_role = ANY (ARRAY['controller'::text, 'processor'::text])),
  constraint processing_permission_check CHECK (permission = ANY (ARRAY['granted'::text, 'refused'::text])),
  constraint processing_prior_approval_check CHECK (prior_approval = ANY (ARRAY['none'::text, 'priorConsultation'::text, 'licence'::text])),
  constraint processing_security_judged_check CHECK (security_judged = ANY (ARRAY['satisfactory'::text, 'notSatisfactory'::text])),
  constraint processing_special_needs_check CHECK (special_needs = ANY (ARRAY['yes'::text, 'no'::text])),
  constraint processing_status_check CHECK (status = ANY (ARRAY['draft'::text, 'approved'::text, 'changed'::text, 'ended'::text])),
  constraint processing_transfers_check CHECK (transfers = ANY (ARRAY['yes'::text, 'no'::text]))
);
CREATE INDEX processing_basis_ends ON public.processing USING btree (organisation_id, basis_ends_on, id) WHERE (basis_ends_on IS NOT NULL);
CREATE INDEX processing_by_kind ON public.processing USING btree (organisation_id, kind, sort_key, id);
CREATE INDEX processing_by_responsible ON public.processing USING btree (organisation_id, responsible_id, sort_key, id);
CREATE INDEX processing_by_status ON public.processing USING btree (organisation_id, status, sort_key, id);
CREATE INDEX processing_by_unit ON public.processing USING btree (organisation_id, unit_id, sort_key, id);
CREATE INDEX processing_in_order ON public.processing USING btree (organisation_id, sort_key, id);
CREATE UNIQUE INDEX processing_name ON public.processing USING btree (organisation_id, lower(name));
CREATE INDEX processing_points ON public.processing USING btree (organisation_id, id) INCLUDE (systems_ids, work_processes_ids, processed_by_ids);
CREATE INDEX processing_purpose_ends ON public.processing USING btree (organisation_id, purpose_ends_on, id) WHERE (purpose_ends_on IS NOT NULL);
CREATE INDEX processing_touched ON public.processing USING btree (organisation_id, touched_at, id) WHERE (status <> 'ended'::text);
alter table processing enable row level security;
alter table processing force row level security;
create policy organisation on processing
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
CREATE TRIGGER words AFTER INSERT OR DELETE ON processing FOR EACH ROW EXECUTE FUNCTION varde_index_record('name', 'purpose', 'joint_controllers', 'processors', 'sources', 'law_reference', 'special_reference', 'recipients', 'safeguards', 'storage_time', 'security_measures', 'extended_measure', 'external_reference', 'prior_approval_number', 'late_reason');
CREATE TRIGGER words_changed AFTER UPDATE ON processing FOR EACH ROW WHEN (old.name IS DISTINCT FROM new.name OR old.purpose IS DISTINCT FROM new.purpose OR old.joint_controllers IS DISTINCT FROM new.joint_controllers OR old.processors IS DISTINCT FROM new.processors OR old.sources IS DISTINCT FROM new.sources OR old.law_reference IS DISTINCT FROM new.law_reference OR old.special_reference IS DISTINCT FROM new.special_reference OR old.recipients IS DISTINCT FROM new.recipients OR old.safeguards IS DISTINCT FROM new.safeguards OR old.storage_time IS DISTINCT FROM new.storage_time OR old.security_measures IS DISTINCT FROM new.security_measures OR old.extended_measure IS DISTINCT FROM new.extended_measure OR old.external_reference IS DISTINCT FROM new.external_reference OR old.prior_approval_number IS DISTINCT FROM new.prior_approval_number OR old.late_reason IS DISTINCT FROM new.late_reason) EXECUTE FUNCTION varde_index_record('name', 'purpose', 'joint_controllers', 'processors', 'sources', 'law_reference', 'special_reference', 'recipients', 'safeguards', 'storage_time', 'security_measures', 'extended_measure', 'external_reference', 'prior_approval_number', 'late_reason');
grant delete, insert, select, update on processing to varde_web;

create table processing_check (
  organisation_id uuid not null,
  processing_id uuid not null,
  point text not null,
  answer text,
  note text,
  checked_on date,
  responsible_id uuid,
  due_on date,
  constraint processing_check_pkey PRIMARY KEY (organisation_id, processing_id, point),
  constraint processing_check_organisation_id_processing_id_fkey FOREIGN KEY (organisation_id, processing_id) REFERENCES processing(organisation_id, id),
  constraint processing_check_organisation_id_responsible_id_fkey FOREIGN KEY (organisation_id, responsible_id) REFERENCES person(organisation_id, id),
  constraint processing_check_answer_check CHECK (answer = ANY (ARRAY['yes'::text, 'no'::text]))
);
alter table processing_check enable row level security;
alter table processing_check force row level security;
create policy organisation on processing_check
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on processing_check to varde_web;

create table question (
  organisation_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  kind text not null,
  sent_to text not null,
  about text,
  unit_id uuid,
  asked_by_id uuid,
  asked_at timestamp with time zone not null,
  due_on date,
  answer text,
  answered_by_id uuid,
  answered_at timestamp with time zone,
  asker_group text not null,
  office text,
  receivers_ids uuid[] not null default '{}'::uuid[],
  page text,
  follows_id uuid,
  contact text,
  receipt_mark text,
  closed_by_id uuid,
  closed_at timestamp with time zone,
  about_sealed bytea,
  answer_sealed bytea,
  contact_sealed bytea,
  constraint question_pkey PRIMARY KEY (organisation_id, id),
  constraint question_organisation_id_answered_by_id_fkey FOREIGN KEY (organisation_id, answered_by_id) REFERENCES person(organisation_id, id),
  constraint question_organisation_id_asked_by_id_fkey FOREIGN KEY (organisation_id, asked_by_id) REFERENCES person(organisation_id, id),
  constraint question_organisation_id_closed_by_id_fkey FOREIGN KEY (organisation_id, closed_by_id) REFERENCES person(organisation_id, id),
  constraint question_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint question_organisation_id_follows_id_fkey FOREIGN KEY (organisation_id, follows_id) REFERENCES question(organisation_id, id),
  constraint question_organisation_id_unit_id_fkey FOREIGN KEY (organisation_id, unit_id) REFERENCES unit(organisation_id, id),
  constraint question_answered CHECK ((answer IS NULL AND answer_sealed IS NULL) = (answered_at IS NULL)),
  constraint question_asker_group_check CHECK (asker_group = ANY (ARRAY['employee'::text, 'management'::text, 'dataSubject'::text])),
  constraint question_check1 CHECK ((asked_by_id IS NULL) = (receipt_mark IS NOT NULL)),
  constraint question_check2 CHECK ((office IS NULL) = (receivers_ids <> '{}'::uuid[])),
  constraint question_kind_check CHECK (kind = ANY (ARRAY['advice'::text, 'routine'::text])),
  constraint question_says CHECK (about IS NOT NULL OR about_sealed IS NOT NULL),
  constraint question_sent_to_check CHECK (sent_to = ANY (ARRAY['leader'::text, 'privacyContact'::text, 'ciso'::text, 'dpo'::text]))
);
CREATE INDEX question_asked ON public.question USING btree (organisation_id, asked_at, id);
CREATE INDEX question_follows ON public.question USING btree (organisation_id, follows_id);
CREATE INDEX question_of_asker ON public.question USING btree (organisation_id, asked_by_id);
CREATE INDEX question_of_kind ON public.question USING btree (organisation_id, kind, unit_id);
CREATE UNIQUE INDEX question_receipt ON public.question USING btree (organisation_id, receipt_mark);
CREATE INDEX question_waiting ON public.question USING btree (organisation_id, answered_at DESC, asked_at DESC, id);
alter table question enable row level security;
alter table question force row level security;
create policy organisation on question
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on question to varde_web;

create table question_share (
  organisation_id uuid not null,
  id uuid not null,
  question_id uuid not null,
  person_id uuid,
  role text,
  reason text,
  shared_by_id uuid not null,
  shared_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  reason_sealed bytea,
  constraint question_share_pkey PRIMARY KEY (organisation_id, id),
  constraint question_share_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint question_share_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint question_share_organisation_id_question_id_fkey FOREIGN KEY (organisation_id, question_id) REFERENCES question(organisation_id, id),
  constraint question_share_organisation_id_shared_by_id_fkey FOREIGN KEY (organisation_id, shared_by_id) REFERENCES person(organisation_id, id),
  constraint question_share_check CHECK ((person_id IS NULL) <> (role IS NULL)),
  constraint question_share_says CHECK (reason IS NOT NULL OR reason_sealed IS NOT NULL)
);
CREATE INDEX question_share_of ON public.question_share USING btree (organisation_id, question_id);
alter table question_share enable row level security;
alter table question_share force row level security;
create policy organisation on question_share
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on question_share to varde_web;

create table questionnaire (
  organisation_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  family_id uuid not null,
  edition integer not null,
  name text not null,
  source text,
  source_on date,
  status text not null,
  content jsonb not null,
  published_at timestamp with time zone,
  published_by_id uuid,
  constraint questionnaire_pkey PRIMARY KEY (organisation_id, id),
  constraint questionnaire_organisation_id_family_id_edition_key UNIQUE (organisation_id, family_id, edition),
  constraint questionnaire_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint questionnaire_organisation_id_published_by_id_fkey FOREIGN KEY (organisation_id, published_by_id) REFERENCES person(organisation_id, id),
  constraint questionnaire_check CHECK ((status = 'draft'::text) = (published_at IS NULL)),
  constraint questionnaire_status_check CHECK (status = ANY (ARRAY['draft'::text, 'published'::text, 'retired'::text]))
);
alter table questionnaire enable row level security;
alter table questionnaire force row level security;
create policy organisation on questionnaire
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
CREATE TRIGGER stands BEFORE UPDATE ON questionnaire FOR EACH ROW WHEN (old.status <> 'draft'::text AND (to_jsonb(new.*) - 'status'::text - 'version'::text) <> (to_jsonb(old.*) - 'status'::text - 'version'::text)) EXECUTE FUNCTION varde_stands();
CREATE TRIGGER stays BEFORE DELETE ON questionnaire FOR EACH ROW WHEN (old.status <> 'draft'::text) EXECUTE FUNCTION varde_stands();
grant delete, insert, select, update on questionnaire to varde_web;

create table record_hold (
  organisation_id uuid not null,
  id uuid not null,
  subject_type text not null,
  subject_id uuid not null,
  reason text not null,
  review_on date not null,
  reviewer_id uuid not null,
  since date not null,
  ended_on date,
  constraint record_hold_pkey PRIMARY KEY (organisation_id, id),
  constraint record_hold_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint record_hold_organisation_id_reviewer_id_fkey FOREIGN KEY (organisation_id, reviewer_id) REFERENCES person(organisation_id, id),
  constraint record_hold_subject_type_check CHECK (subject_type = ANY (ARRAY['recording'::text, 'own_record'::text]))
);
CREATE INDEX record_hold_of ON public.record_hold USING btree (organisation_id, subject_type, subject_id, id);
CREATE INDEX record_hold_reviewer ON public.record_hold USING btree (organisation_id, reviewer_id);
alter table record_hold enable row level security;
alter table record_hold force row level security;
create policy organisation on record_hold
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on record_hold to varde_web;

create table record_version (
  organisation_id uuid not null,
  subject_type text not null,
  subject_id uuid not null,
  version integer not null,
  at timestamp with time zone,
  by_id uuid,
  by_kind text not null,
  approved boolean not null default false,
  content jsonb,
  content_sealed bytea,
  constraint record_version_pkey PRIMARY KEY (organisation_id, subject_type, subject_id, version),
  constraint record_version_organisation_id_by_id_fkey FOREIGN KEY (organisation_id, by_id) REFERENCES person(organisation_id, id),
  constraint record_version_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint record_version_by_kind_check CHECK (by_kind = ANY (ARRAY['person'::text, 'protected'::text, 'clockwork'::text])),
  constraint record_version_says CHECK (content IS NOT NULL OR content_sealed IS NOT NULL),
  constraint record_version_version_check CHECK (version > 0)
);
alter table record_version enable row level security;
alter table record_version force row level security;
create policy organisation on record_version
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
CREATE TRIGGER stands BEFORE UPDATE ON record_version FOR EACH ROW WHEN ((to_jsonb(new.*) - 'content'::text - 'content_sealed'::text) <> (to_jsonb(old.*) - 'content'::text - 'content_sealed'::text)) EXECUTE FUNCTION varde_stands();
grant delete, insert, select, update on record_version to varde_web;

create table recording (
  organisation_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  name text not null,
  kind text not null,
  unit_id uuid not null,
  started_at timestamp with time zone not null,
  minutes integer,
  recorded_by_id uuid not null,
  camera_id uuid,
  purposes text[] not null,
  other_why text,
  situation text,
  complaint text,
  told text,
  not_told_why text,
  case_reference text,
  caseworker_id uuid,
  note text,
  storage_place text not null,
  access_ids uuid[] not null,
  erase_on date not null,
  erase text not null,
  keep_reason text,
  status text not null,
  held_on date,
  hold_reason text,
  hold_review_on date,
  hold_reviewer_id uuid,
  released_on date,
  handed_on date,
  handed_to text,
  handed_reference text,
  archive_reference text,
  erased_on date,
  sort_key text generated always as (varde_sort_key(name)) stored,
  hold_reviewers_ids uuid[] not null default '{}'::uuid[],
  constraint recording_pkey PRIMARY KEY (organisation_id, id),
  constraint recording_organisation_id_camera_id_fkey FOREIGN KEY (organisation_id, camera_id) REFERENCES camera(organisation_id, id),
  constraint recording_organisation_id_caseworker_id_fkey FOREIGN KEY (organisation_id, caseworker_id) REFERENCES person(organisation_id, id),
  constraint recording_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint recording_organisation_id_hold_reviewer_id_fkey FOREIGN KEY (organisation_id, hold_reviewer_id) REFERENCES person(organisation_id, id),
  constraint recording_organisation_id_recorded_by_id_fkey FOREIGN KEY (organisation_id, recorded_by_id) REFERENCES person(organisation_id, id),
  constraint recording_organisation_id_unit_id_fkey FOREIGN KEY (organisation_id, unit_id) REFERENCES unit(organisation_id, id),
  constraint recording_complaint_check CHECK (complaint = ANY (ARRAY['wontSpeak'::text, 'notAvailable'::text])),
  constraint recording_erase_check CHECK (erase = ANY (ARRAY['delete'::text, 'anonymise'::text])),
  constraint recording_hold_reason_check CHECK (hold_reason = ANY (ARRAY['crime'::text, 'accident'::text])),
  constraint recording_kind_check CHECK (kind = ANY (ARRAY['audio'::text, 'camera'::text])),
  constraint recording_situation_check CHECK (situation = ANY (ARRAY['threat'::text, 'complaint'::text])),
  constraint recording_status_check CHECK (status = ANY (ARRAY['kept'::text, 'held'::text, 'handedOver'::text, 'erased'::text])),
  constraint recording_told_check CHECK (told = ANY (ARRAY['yes'::text, 'no'::text]))
);
CREATE INDEX recording_by_camera ON public.recording USING btree (organisation_id, camera_id, id);
CREATE INDEX recording_by_erasure ON public.recording USING btree (organisation_id, erase_on, id);
CREATE INDEX recording_by_kind ON public.recording USING btree (organisation_id, kind, started_at, id);
CREATE INDEX recording_by_situation ON public.recording USING btree (organisation_id, situation, started_at, id);
CREATE INDEX recording_by_start ON public.recording USING btree (organisation_id, started_at, id);
CREATE INDEX recording_by_status ON public.recording USING btree (organisation_id, status, started_at, id);
CREATE INDEX recording_by_unit ON public.recording USING btree (organisation_id, unit_id, started_at, id);
CREATE INDEX recording_points ON public.recording USING btree (organisation_id, id) INCLUDE (access_ids, hold_reviewers_ids);
alter table recording enable row level security;
alter table recording force row level security;
create policy organisation on recording
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on recording to varde_web;

create table register_import (
  organisation_id uuid not null,
  id uuid not null,
  register text not null,
  acting_id uuid not null,
  state text not null,
  turn integer not null default 0,
  stopped text,
  started_at timestamp with time zone not null,
  touched_at timestamp with time zone not null,
  applied_at timestamp with time zone,
  notes jsonb not null,
  heading_row integer not null,
  headings jsonb not null,
  mapping jsonb not null,
  constraint register_import_pkey PRIMARY KEY (organisation_id, id),
  constraint register_import_organisation_id_acting_id_fkey FOREIGN KEY (organisation_id, acting_id) REFERENCES person(organisation_id, id),
  constraint register_import_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint register_import_state_check CHECK (state = ANY (ARRAY['read'::text, 'checking'::text, 'checked'::text, 'applying'::text, 'applied'::text, 'undoing'::text, 'undone'::text]))
);
CREATE INDEX register_import_latest ON public.register_import USING btree (organisation_id, register, started_at);
alter table register_import enable row level security;
alter table register_import force row level security;
create policy organisation on register_import
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on register_import to varde_web;

create table register_import_column (
  organisation_id uuid not null,
  register text not null,
  heading text not null,
  field text not null,
  constraint register_import_column_pkey PRIMARY KEY (organisation_id, register, heading),
  constraint register_import_column_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id)
);
alter table register_import_column enable row level security;
alter table register_import_column force row level security;
create policy organisation on register_import_column
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on register_import_column to varde_web;

create table register_import_row (
  organisation_id uuid not null,
  import_id uuid not null,
  "row" integer not null,
  turn integer not null,
  cells jsonb not null,
  verdict text,
  outcome text,
  reasons jsonb not null default '[]'::jsonb,
  record_id uuid,
  version integer,
  before jsonb,
  answers jsonb,
  constraint register_import_row_pkey PRIMARY KEY (organisation_id, import_id, "row"),
  constraint register_import_row_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint register_import_row_organisation_id_import_id_fkey FOREIGN KEY (organisation_id, import_id) REFERENCES register_import(organisation_id, id) ON DELETE CASCADE,
  constraint register_import_row_outcome_check CHECK (outcome = ANY (ARRAY['done'::text, 'refused'::text, 'undone'::text, 'left'::text])),
  constraint register_import_row_verdict_check CHECK (verdict = ANY (ARRAY['add'::text, 'change'::text, 'same'::text, 'refused'::text]))
);
CREATE INDEX register_import_row_turn ON public.register_import_row USING btree (organisation_id, import_id, turn);
alter table register_import_row enable row level security;
alter table register_import_row force row level security;
create policy organisation on register_import_row
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on register_import_row to varde_web;

create table requirement (
  organisation_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  name text not null,
  source text not null,
  reference text,
  content text,
  measures text,
  routine text,
  evidence text,
  systems_ids uuid[] not null default '{}'::uuid[],
  unit_id uuid,
  owner_id uuid,
  in_force text not null,
  sort_key text generated always as (varde_sort_key(name)) stored,
  constraint requirement_pkey PRIMARY KEY (organisation_id, id),
  constraint requirement_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint requirement_organisation_id_owner_id_fkey FOREIGN KEY (organisation_id, owner_id) REFERENCES person(organisation_id, id),
  constraint requirement_organisation_id_unit_id_fkey FOREIGN KEY (organisation_id, unit_id) REFERENCES unit(organisation_id, id),
  constraint requirement_in_force_check CHECK (in_force = ANY (ARRAY['yes'::text, 'no'::text])),
  constraint requirement_source_check CHECK (source = ANY (ARRAY['law'::text, 'contract'::text, 'privacy'::text, 'ethics'::text]))
);
CREATE INDEX requirement_by_force ON public.requirement USING btree (organisation_id, in_force, sort_key, id);
CREATE INDEX requirement_by_source ON public.requirement USING btree (organisation_id, source, sort_key, id);
CREATE INDEX requirement_by_unit ON public.requirement USING btree (organisation_id, unit_id, sort_key, id);
CREATE INDEX requirement_in_order ON public.requirement USING btree (organisation_id, sort_key, id);
CREATE UNIQUE INDEX requirement_name ON public.requirement USING btree (organisation_id, lower(name));
alter table requirement enable row level security;
alter table requirement force row level security;
create policy organisation on requirement
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
CREATE TRIGGER words AFTER INSERT OR DELETE ON requirement FOR EACH ROW EXECUTE FUNCTION varde_index_record('name', 'reference', 'content', 'measures', 'routine', 'evidence');
CREATE TRIGGER words_changed AFTER UPDATE ON requirement FOR EACH ROW WHEN (old.name IS DISTINCT FROM new.name OR old.reference IS DISTINCT FROM new.reference OR old.content IS DISTINCT FROM new.content OR old.measures IS DISTINCT FROM new.measures OR old.routine IS DISTINCT FROM new.routine OR old.evidence IS DISTINCT FROM new.evidence) EXECUTE FUNCTION varde_index_record('name', 'reference', 'content', 'measures', 'routine', 'evidence');
grant delete, insert, select, update on requirement to varde_web;

create table review_held (
  organisation_id uuid not null,
  id uuid not null,
  subject_type text not null,
  subject_id uuid not null,
  held_on date not null,
  due_on date,
  held_by uuid not null,
  written_at timestamp with time zone not null,
  found text not null,
  participants_ids uuid[] not null default '{}'::uuid[],
  checked text[],
  constraint review_held_pkey PRIMARY KEY (organisation_id, id),
  constraint review_held_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint review_held_organisation_id_held_by_fkey FOREIGN KEY (organisation_id, held_by) REFERENCES person(organisation_id, id)
);
CREATE INDEX review_held_of ON public.review_held USING btree (organisation_id, subject_type, subject_id, held_on);
alter table review_held enable row level security;
alter table review_held force row level security;
create policy organisation on review_held
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on review_held to varde_web;

create table review_plan (
  organisation_id uuid not null,
  id uuid not null,
  subject_type text not null,
  subject_id uuid not null,
  version integer not null default 1,
  due_on date not null,
  every_months integer,
  owner_id uuid,
  constraint review_plan_pkey PRIMARY KEY (organisation_id, id),
  constraint review_plan_organisation_id_subject_type_subject_id_key UNIQUE (organisation_id, subject_type, subject_id),
  constraint review_plan_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint review_plan_organisation_id_owner_id_fkey FOREIGN KEY (organisation_id, owner_id) REFERENCES person(organisation_id, id),
  constraint review_plan_every_months_check CHECK (every_months >= 1 AND every_months <= 120)
);
CREATE INDEX review_plan_due ON public.review_plan USING btree (organisation_id, due_on);
alter table review_plan enable row level security;
alter table review_plan force row level security;
create policy organisation on review_plan
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on review_plan to varde_web;

create table risk (
  organisation_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  name text not null,
  reason text not null,
  about text,
  systems_ids uuid[] not null default '{}'::uuid[],
  processings_ids uuid[] not null default '{}'::uuid[],
  unit_id uuid,
  owner_id uuid,
  risk_owner_id uuid,
  author_id uuid,
  participants_ids uuid[] not null default '{}'::uuid[],
  purpose text,
  data_account text,
  data_subjects text[] not null default '{}'::text[],
  data_kinds text[] not null default '{}'::text[],
  content text,
  context text,
  confidentiality text,
  integrity text,
  availability text,
  standard_measures text[] not null default '{}'::text[],
  other_measures text,
  dpia_needed text,
  dpia_reason text,
  status text not null,
  scale text not null,
  initiator_id uuid,
  begun_on date not null,
  approved_at timestamp with time zone,
  touched_at timestamp with time zone not null,
  dpia_begun_at timestamp with time zone,
  accepted_by_id uuid,
  accepted_at timestamp with time zone,
  accepted_until date,
  accepted_reason text,
  accepted_for text,
  sort_key text generated always as (varde_sort_key(name)) stored,
  area text,
  zones_ids uuid[] not null default '{}'::uuid[],
  constraint risk_pkey PRIMARY KEY (organisation_id, id),
  constraint risk_organisation_id_accepted_by_id_fkey FOREIGN KEY (organisation_id, accepted_by_id) REFERENCES person(organisation_id, id),
  constraint risk_organisation_id_author_id_fkey FOREIGN KEY (organisation_id, author_id) REFERENCES person(organisation_id, id),
  constraint risk_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint risk_organisation_id_initiator_id_fkey FOREIGN KEY (organisation_id, initiator_id) REFERENCES person(organisation_id, id),
  constraint risk_organisation_id_owner_id_fkey FOREIGN KEY (organisation_id, owner_id) REFERENCES person(organisation_id, id),
  constraint risk_organisation_id_risk_owner_id_fkey FOREIGN KEY (organisation_id, risk_owner_id) REFERENCES person(organisation_id, id),
  constraint risk_organisation_id_unit_id_fkey FOREIGN KEY (organisation_id, unit_id) REFERENCES unit(organisation_id, id),
  constraint risk_area_check CHECK (area = ANY (ARRAY['infrastructure'::text, 'hardware'::text, 'securitySystems'::text])),
  constraint risk_availability_check CHECK (availability = ANY (ARRAY['low'::text, 'medium'::text, 'high'::text])),
  constraint risk_confidentiality_check CHECK (confidentiality = ANY (ARRAY['low'::text, 'medium'::text, 'high'::text])),
  constraint risk_content_check CHECK (content = ANY (ARRAY['open'::text, 'internal'::text, 'protected'::text, 'strict'::text])),
  constraint risk_context_check CHECK (context = ANY (ARRAY['inHouse'::text, 'supplier'::text, 'mobile'::text, 'shared'::text])),
  constraint risk_dpia_needed_check CHECK (dpia_needed = ANY (ARRAY['yes'::text, 'no'::text])),
  constraint risk_integrity_check CHECK (integrity = ANY (ARRAY['low'::text, 'medium'::text, 'high'::text])),
  constraint risk_reason_check CHECK (reason = ANY (ARRAY['new'::text, 'change'::text, 'yearly'::text, 'incident'::text])),
  constraint risk_scale_check CHECK (scale = ANY (ARRAY['4'::text, '5'::text])),
  constraint risk_status_check CHECK (status = ANY (ARRAY['draft'::text, 'approved'::text, 'changed'::text, 'ended'::text]))
);
CREATE INDEX risk_accepted ON public.risk USING btree (organisation_id, accepted_until, id) WHERE (status <> 'ended'::text);
CREATE INDEX risk_by_dpia ON public.risk USING btree (organisation_id, dpia_needed, sort_key, id);
CREATE INDEX risk_by_owner ON public.risk USING btree (organisation_id, owner_id, sort_key, id);
CREATE INDEX risk_by_reason ON public.risk USING btree (organisation_id, reason, sort_key, id);
CREATE INDEX risk_by_status ON public.risk USING btree (organisation_id, status, sort_key, id);
CREATE INDEX risk_by_touched ON public.risk USING btree (organisation_id, touched_at, id);
CREATE INDEX risk_by_unit ON public.risk USING btree (organisation_id, unit_id, sort_key, id);
CREATE INDEX risk_in_order ON public.risk USING btree (organisation_id, sort_key, id);
CREATE UNIQUE INDEX risk_name ON public.risk USING btree (organisation_id, lower(name));
CREATE INDEX risk_processings ON public.risk USING gin (processings_ids);
CREATE INDEX risk_systems ON public.risk USING gin (systems_ids);
CREATE INDEX risk_with_zones ON public.risk USING btree (organisation_id, id) INCLUDE (zones_ids);
alter table risk enable row level security;
alter table risk force row level security;
create policy organisation on risk
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
CREATE TRIGGER words AFTER INSERT OR DELETE ON risk FOR EACH ROW EXECUTE FUNCTION varde_index_record('name', 'about', 'purpose');
CREATE TRIGGER words_changed AFTER UPDATE ON risk FOR EACH ROW WHEN (old.name IS DISTINCT FROM new.name OR old.about IS DISTINCT FROM new.about OR old.purpose IS DISTINCT FROM new.purpose) EXECUTE FUNCTION varde_index_record('name', 'about', 'purpose');
grant delete, insert, select, update on risk to varde_web;

create table risk_measure (
  organisation_id uuid not null,
  risk_id uuid not null,
  id uuid not null,
  name text not null,
  scenarios_ids uuid[] not null default '{}'::uuid[],
  kind text not null,
  effect text[] not null default '{}'::text[],
  owner_id uuid,
  due_on date,
  decided_by_id uuid,
  decided_on date,
  done_on date,
  evidence text,
  review_on date,
  constraint risk_measure_pkey PRIMARY KEY (organisation_id, id),
  constraint risk_measure_organisation_id_decided_by_id_fkey FOREIGN KEY (organisation_id, decided_by_id) REFERENCES person(organisation_id, id),
  constraint risk_measure_organisation_id_owner_id_fkey FOREIGN KEY (organisation_id, owner_id) REFERENCES person(organisation_id, id),
  constraint risk_measure_organisation_id_risk_id_fkey FOREIGN KEY (organisation_id, risk_id) REFERENCES risk(organisation_id, id),
  constraint risk_measure_kind_check CHECK (kind = ANY (ARRAY['organisational'::text, 'technical'::text, 'physical'::text, 'training'::text]))
);
CREATE INDEX risk_measure_due ON public.risk_measure USING btree (organisation_id, due_on, id) WHERE (done_on IS NULL);
CREATE INDEX risk_measure_of ON public.risk_measure USING btree (organisation_id, risk_id, id);
alter table risk_measure enable row level security;
alter table risk_measure force row level security;
create policy organisation on risk_measure
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on risk_measure to varde_web;

create table risk_scenario (
  organisation_id uuid not null,
  risk_id uuid not null,
  id uuid not null,
  name text not null,
  cause text,
  touches text[] not null default '{}'::text[],
  how text,
  likelihood text,
  for_subjects text,
  for_organisation text,
  why text,
  likelihood_after text,
  for_subjects_after text,
  for_organisation_after text,
  why_after text,
  constraint risk_scenario_pkey PRIMARY KEY (organisation_id, id),
  constraint risk_scenario_organisation_id_risk_id_fkey FOREIGN KEY (organisation_id, risk_id) REFERENCES risk(organisation_id, id),
  constraint risk_scenario_for_organisation_after_check CHECK (for_organisation_after = ANY (ARRAY['1'::text, '2'::text, '3'::text, '4'::text, '5'::text])),
  constraint risk_scenario_for_organisation_check CHECK (for_organisation = ANY (ARRAY['1'::text, '2'::text, '3'::text, '4'::text, '5'::text])),
  constraint risk_scenario_for_subjects_after_check CHECK (for_subjects_after = ANY (ARRAY['1'::text, '2'::text, '3'::text, '4'::text, '5'::text])),
  constraint risk_scenario_for_subjects_check CHECK (for_subjects = ANY (ARRAY['1'::text, '2'::text, '3'::text, '4'::text, '5'::text])),
  constraint risk_scenario_likelihood_after_check CHECK (likelihood_after = ANY (ARRAY['1'::text, '2'::text, '3'::text, '4'::text, '5'::text])),
  constraint risk_scenario_likelihood_check CHECK (likelihood = ANY (ARRAY['1'::text, '2'::text, '3'::text, '4'::text, '5'::text]))
);
CREATE INDEX risk_scenario_of ON public.risk_scenario USING btree (organisation_id, risk_id, id);
alter table risk_scenario enable row level security;
alter table risk_scenario force row level security;
create policy organisation on risk_scenario
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on risk_scenario to varde_web;

create table role_assignment (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  role text not null,
  unit_id uuid,
  from_date date not null,
  to_date date,
  reason text,
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

create table saved_view (
  organisation_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  name text not null,
  shared_with text,
  opens text not null,
  list text not null,
  query text not null,
  person_id uuid not null,
  sort_key text generated always as (varde_sort_key(name)) stored,
  constraint saved_view_pkey PRIMARY KEY (organisation_id, id),
  constraint saved_view_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint saved_view_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint saved_view_opens_check CHECK (opens = ANY (ARRAY['yes'::text, 'no'::text]))
);
CREATE INDEX saved_view_of_person ON public.saved_view USING btree (organisation_id, list, person_id);
CREATE INDEX saved_view_of_role ON public.saved_view USING btree (organisation_id, list, shared_with) WHERE (shared_with IS NOT NULL);
alter table saved_view enable row level security;
alter table saved_view force row level security;
create policy organisation on saved_view
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on saved_view to varde_web;

create table security_audit (
  organisation_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  name text not null,
  kind text not null,
  planned_on date not null,
  leader_id uuid,
  team_ids uuid[] not null default '{}'::uuid[],
  units_ids uuid[] not null default '{}'::uuid[],
  scope text,
  held_on date,
  results text,
  conclusions text,
  sort_key text generated always as (varde_sort_key(name)) stored,
  independence text,
  constraint security_audit_pkey PRIMARY KEY (organisation_id, id),
  constraint security_audit_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint security_audit_organisation_id_leader_id_fkey FOREIGN KEY (organisation_id, leader_id) REFERENCES person(organisation_id, id),
  constraint security_audit_kind_check CHECK (kind = ANY (ARRAY['internal'::text, 'external'::text]))
);
CREATE INDEX security_audit_by_day ON public.security_audit USING btree (organisation_id, planned_on, id);
CREATE INDEX security_audit_by_kind ON public.security_audit USING btree (organisation_id, kind, planned_on, id);
CREATE INDEX security_audit_in_order ON public.security_audit USING btree (organisation_id, sort_key, id);
alter table security_audit enable row level security;
alter table security_audit force row level security;
create policy organisation on security_audit
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
CREATE TRIGGER words AFTER INSERT OR DELETE ON security_audit FOR EACH ROW EXECUTE FUNCTION varde_index_record('name', 'scope', 'results', 'conclusions');
CREATE TRIGGER words_changed AFTER UPDATE ON security_audit FOR EACH ROW WHEN (old.name IS DISTINCT FROM new.name OR old.scope IS DISTINCT FROM new.scope OR old.results IS DISTINCT FROM new.results OR old.conclusions IS DISTINCT FROM new.conclusions) EXECUTE FUNCTION varde_index_record('name', 'scope', 'results', 'conclusions');
grant delete, insert, select, update on security_audit to varde_web;

create table security_objective (
  organisation_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  name text not null,
  content text,
  document_id uuid,
  measured text,
  measures_ids uuid[] not null default '{}'::uuid[],
  activities_ids uuid[] not null default '{}'::uuid[],
  owner_id uuid,
  state text not null,
  assessed_on date,
  assessment text,
  sort_key text generated always as (varde_sort_key(name)) stored,
  constraint security_objective_pkey PRIMARY KEY (organisation_id, id),
  constraint security_objective_organisation_id_document_id_fkey FOREIGN KEY (organisation_id, document_id) REFERENCES governing_document(organisation_id, id),
  constraint security_objective_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint security_objective_organisation_id_owner_id_fkey FOREIGN KEY (organisation_id, owner_id) REFERENCES person(organisation_id, id),
  constraint security_objective_state_check CHECK (state = ANY (ARRAY['notStarted'::text, 'underWay'::text, 'behind'::text, 'reached'::text]))
);
CREATE INDEX security_objective_by_document ON public.security_objective USING btree (organisation_id, document_id, sort_key, id);
CREATE INDEX security_objective_by_owner ON public.security_objective USING btree (organisation_id, owner_id, sort_key, id);
CREATE INDEX security_objective_by_state ON public.security_objective USING btree (organisation_id, state, sort_key, id);
CREATE INDEX security_objective_in_order ON public.security_objective USING btree (organisation_id, sort_key, id);
CREATE UNIQUE INDEX security_objective_name ON public.security_objective USING btree (organisation_id, lower(name));
alter table security_objective enable row level security;
alter table security_objective force row level security;
create policy organisation on security_objective
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
CREATE TRIGGER words AFTER INSERT OR DELETE ON security_objective FOR EACH ROW EXECUTE FUNCTION varde_index_record('name', 'content', 'measured', 'assessment');
CREATE TRIGGER words_changed AFTER UPDATE ON security_objective FOR EACH ROW WHEN (old.name IS DISTINCT FROM new.name OR old.content IS DISTINCT FROM new.content OR old.measured IS DISTINCT FROM new.measured OR old.assessment IS DISTINCT FROM new.assessment) EXECUTE FUNCTION varde_index_record('name', 'content', 'measured', 'assessment');
grant delete, insert, select, update on security_objective to varde_web;

create table sending_assessment (
  organisation_id uuid not null,
  id uuid not null,
  processing_id uuid not null,
  sends text not null,
  content text not null,
  reveals text not null,
  assessed_by_id uuid not null,
  assessed_at timestamp with time zone not null,
  constraint sending_assessment_pkey PRIMARY KEY (organisation_id, id),
  constraint sending_assessment_organisation_id_assessed_by_id_fkey FOREIGN KEY (organisation_id, assessed_by_id) REFERENCES person(organisation_id, id),
  constraint sending_assessment_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint sending_assessment_organisation_id_processing_id_fkey FOREIGN KEY (organisation_id, processing_id) REFERENCES processing(organisation_id, id),
  constraint sending_assessment_content_check CHECK (content = ANY (ARRAY['public'::text, 'internal'::text, 'exempt'::text, 'personal'::text, 'sensitive'::text])),
  constraint sending_assessment_reveals_check CHECK (reveals = ANY (ARRAY['yes'::text, 'no'::text])),
  constraint sending_assessment_sends_check CHECK (sends = ANY (ARRAY['email'::text, 'survey'::text]))
);
CREATE INDEX sending_assessment_of ON public.sending_assessment USING btree (organisation_id, processing_id, assessed_at DESC);
alter table sending_assessment enable row level security;
alter table sending_assessment force row level security;
create policy organisation on sending_assessment
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on sending_assessment to varde_web;

create table session (
  token_hash bytea not null,
  organisation_id uuid not null,
  created_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  mark bytea not null,
  idle_minutes integer not null default 60,
  provider_id uuid,
  provider_mark bytea,
  shown text not null default 'password'::text,
  constraint session_pkey PRIMARY KEY (token_hash),
  constraint session_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint session_idle_minutes_check CHECK (idle_minutes >= 1 AND idle_minutes <= 60),
  constraint session_shown_check CHECK (shown = ANY (ARRAY['password'::text, 'confined'::text, 'more'::text]))
);
CREATE INDEX session_expires ON public.session USING btree (expires_at);
CREATE INDEX session_mark ON public.session USING btree (mark);
CREATE INDEX session_provider ON public.session USING btree (organisation_id, provider_id) WHERE (provider_id IS NOT NULL);

create table shared_record (
  organisation_id uuid not null,
  subject_type text not null,
  subject_id uuid not null,
  edition integer not null default 1,
  version integer not null,
  circle_id uuid,
  everyone boolean not null default false,
  organisation_name text not null,
  name text not null,
  note text,
  content jsonb not null,
  shared_at timestamp with time zone not null,
  redacted_edition integer,
  known_at timestamp with time zone,
  constraint shared_record_pkey PRIMARY KEY (organisation_id, subject_type, subject_id),
  constraint shared_record_organisation_id_circle_id_fkey FOREIGN KEY (organisation_id, circle_id) REFERENCES sharing_circle(organisation_id, id),
  constraint shared_record_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id)
);
alter table shared_record enable row level security;
alter table shared_record force row level security;
create policy organisation on shared_record
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
create policy shared_with on shared_record for select
  using (((everyone AND (cardinality(( SELECT varde_organisations() AS varde_organisations)) > 0)) OR (EXISTS ( SELECT
   FROM sharing_member m
  WHERE ((m.organisation_id = shared_record.organisation_id) AND (m.circle_id = shared_record.circle_id) AND (m.member_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))))));
grant delete, insert, select, update on shared_record to varde_web;

create table sharing_circle (
  organisation_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  name text not null,
  constraint sharing_circle_pkey PRIMARY KEY (organisation_id, id),
  constraint sharing_circle_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id)
);
CREATE UNIQUE INDEX sharing_circle_name ON public.sharing_circle USING btree (organisation_id, lower(name));
alter table sharing_circle enable row level security;
alter table sharing_circle force row level security;
create policy organisation on sharing_circle
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on sharing_circle to varde_web;

create table sharing_member (
  organisation_id uuid not null,
  circle_id uuid not null,
  member_id uuid not null,
  member_name text not null,
  constraint sharing_member_pkey PRIMARY KEY (organisation_id, circle_id, member_id),
  constraint sharing_member_organisation_id_circle_id_fkey FOREIGN KEY (organisation_id, circle_id) REFERENCES sharing_circle(organisation_id, id) ON DELETE CASCADE
);
CREATE INDEX sharing_member_of ON public.sharing_member USING btree (member_id, organisation_id, circle_id);
alter table sharing_member enable row level security;
alter table sharing_member force row level security;
create policy named on sharing_member for select
  using ((member_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
create policy organisation on sharing_member
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on sharing_member to varde_web;

create table sharing_told (
  organisation_id uuid not null,
  id uuid not null,
  subject_type text not null,
  source_organisation_id uuid not null,
  source_id uuid not null,
  told_at timestamp with time zone not null,
  declined_at timestamp with time zone,
  declined_by uuid,
  reason text,
  withdrawn_at timestamp with time zone,
  constraint sharing_told_pkey PRIMARY KEY (organisation_id, id),
  constraint sharing_told_organisation_id_source_organisation_id_subject_key UNIQUE (organisation_id, source_organisation_id, subject_type, source_id),
  constraint sharing_told_organisation_id_declined_by_fkey FOREIGN KEY (organisation_id, declined_by) REFERENCES person(organisation_id, id),
  constraint sharing_told_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint sharing_told_check CHECK ((declined_at IS NULL) = (declined_by IS NULL) AND (declined_at IS NULL) = (reason IS NULL))
);
alter table sharing_told enable row level security;
alter table sharing_told force row level security;
create policy organisation on sharing_told
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on sharing_told to varde_web;

create table sign_in_attempt (
  bucket text not null,
  window_start timestamp with time zone not null,
  failures integer not null default 0,
  constraint sign_in_attempt_pkey PRIMARY KEY (bucket, window_start)
);
grant delete, insert, select on sign_in_attempt to varde_web;

create table source (
  organisation_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  name text not null,
  level text not null,
  chapter text,
  address text,
  checked_on date,
  in_use text not null,
  sort_key text generated always as (varde_sort_key(name)) stored,
  constraint source_pkey PRIMARY KEY (organisation_id, id),
  constraint source_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint source_in_use_check CHECK (in_use = ANY (ARRAY['yes'::text, 'no'::text])),
  constraint source_level_check CHECK (level = ANY (ARRAY['law'::text, 'regulation'::text, 'institution'::text, 'handbook'::text, 'routine'::text, 'page'::text]))
);
CREATE INDEX source_by_in_use ON public.source USING btree (organisation_id, in_use, sort_key, id);
CREATE INDEX source_by_level ON public.source USING btree (organisation_id, level, sort_key, id);
CREATE INDEX source_in_order ON public.source USING btree (organisation_id, sort_key, id);
CREATE UNIQUE INDEX source_name ON public.source USING btree (organisation_id, lower(name));
alter table source enable row level security;
alter table source force row level security;
create policy organisation on source
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
CREATE TRIGGER words AFTER INSERT OR DELETE ON source FOR EACH ROW EXECUTE FUNCTION varde_index_record('name', 'chapter');
CREATE TRIGGER words_changed AFTER UPDATE ON source FOR EACH ROW WHEN (old.name IS DISTINCT FROM new.name OR old.chapter IS DISTINCT FROM new.chapter) EXECUTE FUNCTION varde_index_record('name', 'chapter');
grant delete, insert, select, update on source to varde_web;

create table storage_place (
  organisation_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  name text not null,
  public text,
  internal text,
  exempt text,
  personal text,
  sensitive text,
  condition text,
  recommended_for text[] not null default '{}'::text[],
  units_ids uuid[] not null default '{}'::uuid[],
  rank integer,
  in_use text not null,
  sort_key text generated always as (varde_sort_key(name)) stored,
  constraint storage_place_pkey PRIMARY KEY (organisation_id, id),
  constraint storage_place_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint storage_place_exempt_check CHECK (exempt = ANY (ARRAY['allowed'::text, 'allowedIf'::text, 'notAllowed'::text])),
  constraint storage_place_in_use_check CHECK (in_use = ANY (ARRAY['yes'::text, 'no'::text])),
  constraint storage_place_internal_check CHECK (internal = ANY (ARRAY['allowed'::text, 'allowedIf'::text, 'notAllowed'::text])),
  constraint storage_place_personal_check CHECK (personal = ANY (ARRAY['allowed'::text, 'allowedIf'::text, 'notAllowed'::text])),
  constraint storage_place_public_check CHECK (public = ANY (ARRAY['allowed'::text, 'allowedIf'::text, 'notAllowed'::text])),
  constraint storage_place_sensitive_check CHECK (sensitive = ANY (ARRAY['allowed'::text, 'allowedIf'::text, 'notAllowed'::text]))
);
CREATE INDEX storage_place_by_in_use ON public.storage_place USING btree (organisation_id, in_use, sort_key, id);
CREATE INDEX storage_place_in_order ON public.storage_place USING btree (organisation_id, sort_key, id);
CREATE UNIQUE INDEX storage_place_name ON public.storage_place USING btree (organisation_id, lower(name));
CREATE INDEX storage_place_with_units ON public.storage_place USING btree (organisation_id, id) INCLUDE (units_ids);
alter table storage_place enable row level security;
alter table storage_place force row level security;
create policy organisation on storage_place
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
CREATE TRIGGER words AFTER INSERT OR DELETE ON storage_place FOR EACH ROW EXECUTE FUNCTION varde_index_record('name', 'condition');
CREATE TRIGGER words_changed AFTER UPDATE ON storage_place FOR EACH ROW WHEN (old.name IS DISTINCT FROM new.name OR old.condition IS DISTINCT FROM new.condition) EXECUTE FUNCTION varde_index_record('name', 'condition');
grant delete, insert, select, update on storage_place to varde_web;

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
  constraint subject_message_language_check CHECK (language = ANY (ARRAY['nb'::text, 'nn'::text, 'en'::text, 'se'::text])),
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

create table subject_request (
  organisation_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  reference text not null,
  status text not null,
  "right" text not null,
  subjects text not null,
  acts_for text not null,
  name text not null,
  contact text not null,
  own_number text,
  about text,
  channel text not null,
  received_on date not null,
  due_on date not null,
  asked_by_id uuid,
  unit_id uuid,
  responsible_id uuid,
  identity text,
  authority text,
  child_heard text,
  identity_note text,
  identified_at timestamp with time zone,
  identified_by_id uuid,
  extend_reason text,
  extend_told_on date,
  extended_at timestamp with time zone,
  outcome text,
  ground text,
  answer text,
  answered_on date,
  answered_at timestamp with time zone,
  answered_by_id uuid,
  sort_key text generated always as (varde_sort_key(reference)) stored,
  constraint subject_request_pkey PRIMARY KEY (organisation_id, id),
  constraint subject_request_organisation_id_reference_key UNIQUE (organisation_id, reference),
  constraint subject_request_organisation_id_answered_by_id_fkey FOREIGN KEY (organisation_id, answered_by_id) REFERENCES person(organisation_id, id),
  constraint subject_request_organisation_id_asked_by_id_fkey FOREIGN KEY (organisation_id, asked_by_id) REFERENCES person(organisation_id, id),
  constraint subject_request_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint subject_request_organisation_id_identified_by_id_fkey FOREIGN KEY (organisation_id, identified_by_id) REFERENCES person(organisation_id, id),
  constraint subject_request_organisation_id_responsible_id_fkey FOREIGN KEY (organisation_id, responsible_id) REFERENCES person(organisation_id, id),
  constraint subject_request_organisation_id_unit_id_fkey FOREIGN KEY (organisation_id, unit_id) REFERENCES unit(organisation_id, id),
  constraint subject_request_acts_for_check CHECK (acts_for = ANY (ARRAY['self'::text, 'guardian'::text, 'representative'::text])),
  constraint subject_request_authority_check CHECK (authority = ANY (ARRAY['checked'::text, 'notChecked'::text])),
  constraint subject_request_channel_check CHECK (channel = ANY (ARRAY['signedIn'::text, 'open'::text, 'letter'::text, 'email'::text, 'inPerson'::text, 'phone'::text])),
  constraint subject_request_check CHECK ((status = 'received'::text) = (answered_at IS NULL)),
  constraint subject_request_child_heard_check CHECK (child_heard = ANY (ARRAY['yes'::text, 'no'::text, 'notRelevant'::text])),
  constraint subject_request_identity_check CHECK (identity = ANY (ARRAY['signedIn'::text, 'inPerson'::text, 'knownContact'::text, 'questions'::text, 'authority'::text])),
  constraint subject_request_outcome_check CHECK (outcome = ANY (ARRAY['granted'::text, 'partly'::text, 'refused'::text, 'nothingHeld'::text, 'withdrawn'::text, 'documents'::text])),
  constraint subject_request_right_check CHECK ("right" = ANY (ARRAY['access'::text, 'rectification'::text, 'erasure'::text, 'restriction'::text, 'portability'::text, 'objection'::text])),
  constraint subject_request_status_check CHECK (status = ANY (ARRAY['received'::text, 'answered'::text, 'sentOn'::text]))
);
CREATE INDEX subject_request_asked_by ON public.subject_request USING btree (organisation_id, asked_by_id);
CREATE INDEX subject_request_due ON public.subject_request USING btree (organisation_id, due_on, id);
CREATE INDEX subject_request_responsible ON public.subject_request USING btree (organisation_id, responsible_id);
CREATE INDEX subject_request_sorted ON public.subject_request USING btree (organisation_id, sort_key, id);
CREATE INDEX subject_request_status ON public.subject_request USING btree (organisation_id, status, due_on, id);
CREATE INDEX subject_request_unit ON public.subject_request USING btree (organisation_id, unit_id);
alter table subject_request enable row level security;
alter table subject_request force row level security;
create policy organisation on subject_request
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
CREATE TRIGGER words AFTER INSERT OR DELETE ON subject_request FOR EACH ROW EXECUTE FUNCTION varde_index_record('reference');
CREATE TRIGGER words_changed AFTER UPDATE ON subject_request FOR EACH ROW WHEN (old.reference IS DISTINCT FROM new.reference) EXECUTE FUNCTION varde_index_record('reference');
grant delete, insert, select, update on subject_request to varde_web;

create table subject_request_correction (
  organisation_id uuid not null,
  id uuid not null,
  subject_request_id uuid not null,
  corrected_at timestamp with time zone not null,
  corrected_by_id uuid not null,
  fields text[] not null,
  reason text not null,
  constraint subject_request_correction_pkey PRIMARY KEY (organisation_id, id),
  constraint subject_request_correction_organisation_id_corrected_by_id_fkey FOREIGN KEY (organisation_id, corrected_by_id) REFERENCES person(organisation_id, id),
  constraint subject_request_correction_organisation_id_subject_request_fkey FOREIGN KEY (organisation_id, subject_request_id) REFERENCES subject_request(organisation_id, id)
);
CREATE INDEX subject_request_correction_of ON public.subject_request_correction USING btree (organisation_id, subject_request_id, id);
alter table subject_request_correction enable row level security;
alter table subject_request_correction force row level security;
create policy organisation on subject_request_correction
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on subject_request_correction to varde_web;

create table subject_request_number (
  organisation_id uuid not null,
  year integer not null,
  last integer not null,
  constraint subject_request_number_pkey PRIMARY KEY (organisation_id, year),
  constraint subject_request_number_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id)
);
alter table subject_request_number enable row level security;
alter table subject_request_number force row level security;
create policy organisation on subject_request_number
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on subject_request_number to varde_web;

create table subject_request_search (
  organisation_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  subject_request_id uuid not null,
  system_id uuid not null,
  searcher_id uuid,
  finding text,
  note text,
  searched_at timestamp with time zone,
  searched_by_id uuid,
  constraint subject_request_search_pkey PRIMARY KEY (organisation_id, id),
  constraint subject_request_search_organisation_id_subject_request_id_s_key UNIQUE (organisation_id, subject_request_id, system_id),
  constraint subject_request_search_organisation_id_searched_by_id_fkey FOREIGN KEY (organisation_id, searched_by_id) REFERENCES person(organisation_id, id),
  constraint subject_request_search_organisation_id_searcher_id_fkey FOREIGN KEY (organisation_id, searcher_id) REFERENCES person(organisation_id, id),
  constraint subject_request_search_organisation_id_subject_request_id_fkey FOREIGN KEY (organisation_id, subject_request_id) REFERENCES subject_request(organisation_id, id),
  constraint subject_request_search_organisation_id_system_id_fkey FOREIGN KEY (organisation_id, system_id) REFERENCES system(organisation_id, id),
  constraint subject_request_search_check CHECK ((finding IS NULL) = (searched_at IS NULL)),
  constraint subject_request_search_finding_check CHECK (finding = ANY (ARRAY['found'::text, 'nothing'::text, 'notUsed'::text]))
);
CREATE INDEX subject_request_search_searcher ON public.subject_request_search USING btree (organisation_id, searcher_id);
alter table subject_request_search enable row level security;
alter table subject_request_search force row level security;
create policy organisation on subject_request_search
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on subject_request_search to varde_web;

create table supplier (
  organisation_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  name text not null,
  organisation_number text,
  country text,
  delivers text,
  contact text,
  processes_data text not null,
  contract_reference text,
  contract_on date,
  contract_until date,
  security_requirements text,
  in_use text not null default 'yes'::text,
  sort_key text generated always as (varde_sort_key(name)) stored,
  constraint supplier_pkey PRIMARY KEY (organisation_id, id),
  constraint supplier_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint supplier_in_use_check CHECK (in_use = ANY (ARRAY['yes'::text, 'no'::text])),
  constraint supplier_processes_data_check CHECK (processes_data = ANY (ARRAY['yes'::text, 'no'::text]))
);
CREATE INDEX supplier_by_end ON public.supplier USING btree (organisation_id, contract_until, id);
CREATE INDEX supplier_by_processing ON public.supplier USING btree (organisation_id, processes_data, sort_key, id);
CREATE INDEX supplier_by_use ON public.supplier USING btree (organisation_id, in_use, sort_key, id);
CREATE INDEX supplier_in_order ON public.supplier USING btree (organisation_id, sort_key, id);
CREATE UNIQUE INDEX supplier_name ON public.supplier USING btree (organisation_id, lower(name));
CREATE UNIQUE INDEX supplier_number ON public.supplier USING btree (organisation_id, organisation_number) WHERE (organisation_number IS NOT NULL);
alter table supplier enable row level security;
alter table supplier force row level security;
create policy organisation on supplier
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
CREATE TRIGGER words AFTER INSERT OR DELETE ON supplier FOR EACH ROW EXECUTE FUNCTION varde_index_record('name', 'organisation_number', 'country', 'delivers', 'contact', 'contract_reference', 'security_requirements');
CREATE TRIGGER words_changed AFTER UPDATE ON supplier FOR EACH ROW WHEN (old.name IS DISTINCT FROM new.name OR old.organisation_number IS DISTINCT FROM new.organisation_number OR old.country IS DISTINCT FROM new.country OR old.delivers IS DISTINCT FROM new.delivers OR old.contact IS DISTINCT FROM new.contact OR old.contract_reference IS DISTINCT FROM new.contract_reference OR old.security_requirements IS DISTINCT FROM new.security_requirements) EXECUTE FUNCTION varde_index_record('name', 'organisation_number', 'country', 'delivers', 'contact', 'contract_reference', 'security_requirements');
grant delete, insert, select, update on supplier to varde_web;

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
  supplied_by_id uuid,
  confidentiality text,
  integrity text,
  availability text,
  standard_measures text[] not null default '{}'::text[],
  logs_changes text,
  logs_deletions text,
  logs_searches text,
  log_kept text,
  information_classes text[] not null default '{}'::text[],
  technical_responsible_id uuid,
  other_overview text,
  constraint system_pkey PRIMARY KEY (organisation_id, id),
  constraint system_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint system_organisation_id_owner_id_fkey FOREIGN KEY (organisation_id, owner_id) REFERENCES person(organisation_id, id),
  constraint system_organisation_id_owner_unit_id_fkey FOREIGN KEY (organisation_id, owner_unit_id) REFERENCES unit(organisation_id, id),
  constraint system_organisation_id_super_user_id_fkey FOREIGN KEY (organisation_id, super_user_id) REFERENCES person(organisation_id, id),
  constraint system_organisation_id_supplied_by_id_fkey FOREIGN KEY (organisation_id, supplied_by_id) REFERENCES supplier(organisation_id, id),
  constraint system_organisation_id_technical_responsible_id_fkey FOREIGN KEY (organisation_id, technical_responsible_id) REFERENCES person(organisation_id, id),
  constraint system_availability_check CHECK (availability = ANY (ARRAY['low'::text, 'medium'::text, 'high'::text])),
  constraint system_confidentiality_check CHECK (confidentiality = ANY (ARRAY['low'::text, 'medium'::text, 'high'::text])),
  constraint system_in_use_check CHECK (in_use = ANY (ARRAY['yes'::text, 'considered'::text, 'no'::text])),
  constraint system_information_classes_check CHECK (information_classes <@ ARRAY['public'::text, 'internal'::text, 'exempt'::text, 'personal'::text, 'sensitive'::text]),
  constraint system_integrity_check CHECK (integrity = ANY (ARRAY['low'::text, 'medium'::text, 'high'::text])),
  constraint system_logs_changes_check CHECK (logs_changes = ANY (ARRAY['yes'::text, 'no'::text])),
  constraint system_logs_deletions_check CHECK (logs_deletions = ANY (ARRAY['yes'::text, 'no'::text])),
  constraint system_logs_searches_check CHECK (logs_searches = ANY (ARRAY['yes'::text, 'no'::text]))
);
CREATE INDEX system_by_owner ON public.system USING btree (organisation_id, owner_id, sort_key, id);
CREATE INDEX system_by_supplier ON public.system USING btree (organisation_id, supplied_by_id, sort_key, id);
CREATE INDEX system_by_technical_responsible ON public.system USING btree (organisation_id, technical_responsible_id, sort_key, id);
CREATE INDEX system_by_unit ON public.system USING btree (organisation_id, owner_unit_id, sort_key, id);
CREATE INDEX system_by_use ON public.system USING btree (organisation_id, in_use, sort_key, id);
CREATE INDEX system_in_order ON public.system USING btree (organisation_id, sort_key, id);
CREATE UNIQUE INDEX system_name ON public.system USING btree (organisation_id, lower(name));
alter table system enable row level security;
alter table system force row level security;
create policy organisation on system
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
CREATE TRIGGER words AFTER INSERT OR DELETE ON system FOR EACH ROW EXECUTE FUNCTION varde_index_record('name', 'purpose', 'log_kept', 'other_overview');
CREATE TRIGGER words_changed AFTER UPDATE ON system FOR EACH ROW WHEN (old.name IS DISTINCT FROM new.name OR old.purpose IS DISTINCT FROM new.purpose OR old.log_kept IS DISTINCT FROM new.log_kept OR old.other_overview IS DISTINCT FROM new.other_overview) EXECUTE FUNCTION varde_index_record('name', 'purpose', 'log_kept', 'other_overview');
grant delete, insert, select, update on system to varde_web;

create table system_change (
  organisation_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  name text not null,
  system_id uuid not null,
  size text not null,
  about text,
  planned_on date,
  owner_id uuid,
  super_user_id uuid,
  technical_id uuid,
  status text not null,
  registered_by_id uuid,
  sized_at timestamp with time zone not null,
  decided_by_id uuid,
  decided_at timestamp with time zone,
  reason text,
  sort_key text generated always as (varde_sort_key(name)) stored,
  constraint system_change_pkey PRIMARY KEY (organisation_id, id),
  constraint system_change_organisation_id_decided_by_id_fkey FOREIGN KEY (organisation_id, decided_by_id) REFERENCES person(organisation_id, id),
  constraint system_change_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint system_change_organisation_id_owner_id_fkey FOREIGN KEY (organisation_id, owner_id) REFERENCES person(organisation_id, id),
  constraint system_change_organisation_id_registered_by_id_fkey FOREIGN KEY (organisation_id, registered_by_id) REFERENCES person(organisation_id, id),
  constraint system_change_organisation_id_super_user_id_fkey FOREIGN KEY (organisation_id, super_user_id) REFERENCES person(organisation_id, id),
  constraint system_change_organisation_id_system_id_fkey FOREIGN KEY (organisation_id, system_id) REFERENCES system(organisation_id, id),
  constraint system_change_organisation_id_technical_id_fkey FOREIGN KEY (organisation_id, technical_id) REFERENCES person(organisation_id, id),
  constraint system_change_size_check CHECK (size = ANY (ARRAY['small'::text, 'large'::text, 'new'::text])),
  constraint system_change_status_check CHECK (status = ANY (ARRAY['open'::text, 'approved'::text, 'withdrawn'::text]))
);
CREATE INDEX system_change_by_owner ON public.system_change USING btree (organisation_id, owner_id, sort_key, id);
CREATE INDEX system_change_by_size ON public.system_change USING btree (organisation_id, size, sort_key, id);
CREATE INDEX system_change_by_status ON public.system_change USING btree (organisation_id, status, sort_key, id);
CREATE INDEX system_change_by_system ON public.system_change USING btree (organisation_id, system_id, sort_key, id);
CREATE INDEX system_change_in_order ON public.system_change USING btree (organisation_id, sort_key, id);
CREATE INDEX system_change_in_time ON public.system_change USING btree (organisation_id, sized_at, id);
alter table system_change enable row level security;
alter table system_change force row level security;
create policy organisation on system_change
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
CREATE TRIGGER words AFTER INSERT OR DELETE ON system_change FOR EACH ROW EXECUTE FUNCTION varde_index_record('name', 'about', 'reason');
CREATE TRIGGER words_changed AFTER UPDATE ON system_change FOR EACH ROW WHEN (old.name IS DISTINCT FROM new.name OR old.about IS DISTINCT FROM new.about OR old.reason IS DISTINCT FROM new.reason) EXECUTE FUNCTION varde_index_record('name', 'about', 'reason');
grant delete, insert, select, update on system_change to varde_web;

create table system_consultation (
  organisation_id uuid not null,
  id uuid not null,
  system_id uuid not null,
  question text not null,
  asked_by uuid not null,
  asked_at timestamp with time zone not null,
  answer text,
  answered_by uuid,
  answered_at timestamp with time zone,
  constraint system_consultation_pkey PRIMARY KEY (organisation_id, id),
  constraint system_consultation_organisation_id_answered_by_fkey FOREIGN KEY (organisation_id, answered_by) REFERENCES person(organisation_id, id),
  constraint system_consultation_organisation_id_asked_by_fkey FOREIGN KEY (organisation_id, asked_by) REFERENCES person(organisation_id, id),
  constraint system_consultation_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint system_consultation_organisation_id_system_id_fkey FOREIGN KEY (organisation_id, system_id) REFERENCES system(organisation_id, id) ON DELETE CASCADE,
  constraint system_consultation_check CHECK ((answer IS NULL) = (answered_at IS NULL))
);
CREATE INDEX system_consultation_of ON public.system_consultation USING btree (organisation_id, system_id, asked_at);
alter table system_consultation enable row level security;
alter table system_consultation force row level security;
create policy organisation on system_consultation
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on system_consultation to varde_web;

create table system_life (
  organisation_id uuid not null,
  system_id uuid not null,
  version integer not null default 1,
  stage text not null,
  kind text,
  obtained text,
  need text,
  conditions_of_use text,
  conditions_of_management text,
  asked_by_id uuid,
  rules_followed text,
  rules_reference text,
  by_design text,
  by_default text,
  requirements text[] not null default '{}'::text[],
  secured_confidentiality text,
  secured_integrity text,
  secured_availability text,
  archived_where text,
  carried_on text,
  archivist_id uuid,
  appointed_id uuid,
  appointed_on date,
  appointed_by_id uuid,
  constraint system_life_pkey PRIMARY KEY (organisation_id, system_id),
  constraint system_life_organisation_id_appointed_by_id_fkey FOREIGN KEY (organisation_id, appointed_by_id) REFERENCES person(organisation_id, id),
  constraint system_life_organisation_id_appointed_id_fkey FOREIGN KEY (organisation_id, appointed_id) REFERENCES person(organisation_id, id),
  constraint system_life_organisation_id_archivist_id_fkey FOREIGN KEY (organisation_id, archivist_id) REFERENCES person(organisation_id, id),
  constraint system_life_organisation_id_asked_by_id_fkey FOREIGN KEY (organisation_id, asked_by_id) REFERENCES person(organisation_id, id),
  constraint system_life_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint system_life_organisation_id_system_id_fkey FOREIGN KEY (organisation_id, system_id) REFERENCES system(organisation_id, id) ON DELETE CASCADE,
  constraint system_life_kind_check CHECK (kind = ANY (ARRAY['application'::text, 'software'::text, 'equipment'::text, 'itSystem'::text])),
  constraint system_life_obtained_check CHECK (obtained = ANY (ARRAY['takeIntoUse'::text, 'procure'::text])),
  constraint system_life_rules_followed_check CHECK (rules_followed = ANY (ARRAY['yes'::text, 'no'::text])),
  constraint system_life_stage_check CHECK (stage = ANY (ARRAY['need'::text, 'procurement'::text, 'procured'::text, 'inUse'::text, 'ending'::text, 'ended'::text]))
);
alter table system_life enable row level security;
alter table system_life force row level security;
create policy organisation on system_life
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on system_life to varde_web;

create table taken_record (
  organisation_id uuid not null,
  subject_type text not null,
  subject_id uuid not null,
  source_organisation_id uuid not null,
  source_id uuid not null,
  source_name text not null,
  edition integer not null,
  content jsonb not null,
  taken_at timestamp with time zone not null,
  unit_id uuid,
  told text not null default 'same'::text,
  lines jsonb not null default '{}'::jsonb,
  constraint taken_record_pkey PRIMARY KEY (organisation_id, subject_type, subject_id),
  constraint taken_record_organisation_id_source_organisation_id_subject_key UNIQUE NULLS NOT DISTINCT (organisation_id, source_organisation_id, subject_type, source_id, unit_id),
  constraint taken_record_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint taken_record_organisation_id_unit_id_fkey FOREIGN KEY (organisation_id, unit_id) REFERENCES unit(organisation_id, id)
);
alter table taken_record enable row level security;
alter table taken_record force row level security;
create policy organisation on taken_record
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on taken_record to varde_web;

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
  led_unit_id uuid,
  led_person_id uuid,
  line uuid[] not null default '{}'::uuid[],
  due_order timestamp with time zone generated always as (COALESCE(due_at,
CASE
    WHEN (subject_type = ANY (ARRAY['deviation'::text, 'dpia'::text])) THEN created_at
    ELSE NULL::timestamp with time zone
END, 'infinity'::timestamp with time zone)) stored,
  constraint task_pkey PRIMARY KEY (organisation_id, id),
  constraint task_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint task_organisation_id_led_person_id_fkey FOREIGN KEY (organisation_id, led_person_id) REFERENCES person(organisation_id, id),
  constraint task_organisation_id_led_unit_id_fkey FOREIGN KEY (organisation_id, led_unit_id) REFERENCES unit(organisation_id, id),
  constraint task_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint task_led_check CHECK (led_unit_id IS NULL OR led_person_id IS NULL),
  constraint task_status_check CHECK (status = ANY (ARRAY['open'::text, 'done'::text, 'dropped'::text]))
);
CREATE INDEX task_due ON public.task USING btree (organisation_id, due_at) WHERE (status = 'open'::text);
CREATE INDEX task_in_order ON public.task USING btree (organisation_id, due_order, id) WHERE (status = 'open'::text);
CREATE INDEX task_led ON public.task USING btree (organisation_id, id) WHERE ((status = 'open'::text) AND ((led_unit_id IS NOT NULL) OR (led_person_id IS NOT NULL)));
CREATE UNIQUE INDEX task_open ON public.task USING btree (organisation_id, subject_id, kind, key) WHERE (status = 'open'::text);
CREATE INDEX task_person ON public.task USING btree (organisation_id, person_id) WHERE (status = 'open'::text);
CREATE INDEX task_remind ON public.task USING btree (organisation_id, remind_at) WHERE ((status = 'open'::text) AND (remind_at IS NOT NULL));
alter table task enable row level security;
alter table task force row level security;
create policy organisation on task
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on task to varde_web;

create table training_completion (
  organisation_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  number text not null,
  person_id uuid not null,
  requirement_id uuid not null,
  completed_on date not null,
  how text not null,
  sort_key text generated always as (varde_sort_key(number)) stored,
  lapsed_at timestamp with time zone,
  course_id uuid,
  constraint training_completion_pkey PRIMARY KEY (organisation_id, id),
  constraint training_completion_organisation_id_course_id_fkey FOREIGN KEY (organisation_id, course_id) REFERENCES training_course(organisation_id, id),
  constraint training_completion_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint training_completion_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint training_completion_organisation_id_requirement_id_fkey FOREIGN KEY (organisation_id, requirement_id) REFERENCES training_requirement(organisation_id, id),
  constraint training_completion_how_check CHECK (how = ANY (ARRAY['course'::text, 'acknowledgement'::text, 'test'::text]))
);
CREATE INDEX training_completion_by_day ON public.training_completion USING btree (organisation_id, completed_on, id);
CREATE INDEX training_completion_by_requirement ON public.training_completion USING btree (organisation_id, requirement_id, completed_on, id);
CREATE INDEX training_completion_in_order ON public.training_completion USING btree (organisation_id, sort_key, id);
CREATE UNIQUE INDEX training_completion_number ON public.training_completion USING btree (organisation_id, lower(number));
CREATE INDEX training_completion_of_course ON public.training_completion USING btree (organisation_id, course_id, person_id);
CREATE INDEX training_completion_of_person ON public.training_completion USING btree (organisation_id, person_id, requirement_id, completed_on);
alter table training_completion enable row level security;
alter table training_completion force row level security;
create policy organisation on training_completion
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
CREATE TRIGGER words AFTER INSERT OR DELETE ON training_completion FOR EACH ROW EXECUTE FUNCTION varde_index_record('number');
CREATE TRIGGER words_changed AFTER UPDATE ON training_completion FOR EACH ROW WHEN (old.number IS DISTINCT FROM new.number) EXECUTE FUNCTION varde_index_record('number');
grant delete, insert, select, update on training_completion to varde_web;

create table training_course (
  organisation_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  name text not null,
  requirement_id uuid not null,
  held_on date not null,
  place text,
  description text,
  responsible_id uuid,
  done_on date,
  sort_key text generated always as (varde_sort_key(name)) stored,
  correction text,
  constraint training_course_pkey PRIMARY KEY (organisation_id, id),
  constraint training_course_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint training_course_organisation_id_requirement_id_fkey FOREIGN KEY (organisation_id, requirement_id) REFERENCES training_requirement(organisation_id, id),
  constraint training_course_organisation_id_responsible_id_fkey FOREIGN KEY (organisation_id, responsible_id) REFERENCES person(organisation_id, id)
);
CREATE INDEX training_course_by_day ON public.training_course USING btree (organisation_id, held_on, id);
CREATE INDEX training_course_by_requirement ON public.training_course USING btree (organisation_id, requirement_id, held_on, id);
CREATE INDEX training_course_by_responsible ON public.training_course USING btree (organisation_id, responsible_id, held_on, id);
CREATE INDEX training_course_in_order ON public.training_course USING btree (organisation_id, sort_key, id);
alter table training_course enable row level security;
alter table training_course force row level security;
create policy organisation on training_course
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
CREATE TRIGGER words AFTER INSERT OR DELETE ON training_course FOR EACH ROW EXECUTE FUNCTION varde_index_record('name', 'place', 'description');
CREATE TRIGGER words_changed AFTER UPDATE ON training_course FOR EACH ROW WHEN (old.name IS DISTINCT FROM new.name OR old.place IS DISTINCT FROM new.place OR old.description IS DISTINCT FROM new.description) EXECUTE FUNCTION varde_index_record('name', 'place', 'description');
grant delete, insert, select, update on training_course to varde_web;

create table training_need (
  organisation_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  topic text not null,
  description text,
  for_whom text not null,
  unit_id uuid,
  status text not null,
  reported_by_id uuid not null,
  reported_at timestamp with time zone not null,
  receiver_id uuid,
  due_on date not null,
  planned_on date,
  reason text,
  decided_by_id uuid,
  decided_at timestamp with time zone,
  sort_key text generated always as (varde_sort_key(topic)) stored,
  constraint training_need_pkey PRIMARY KEY (organisation_id, id),
  constraint training_need_organisation_id_decided_by_id_fkey FOREIGN KEY (organisation_id, decided_by_id) REFERENCES person(organisation_id, id),
  constraint training_need_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint training_need_organisation_id_receiver_id_fkey FOREIGN KEY (organisation_id, receiver_id) REFERENCES person(organisation_id, id),
  constraint training_need_organisation_id_reported_by_id_fkey FOREIGN KEY (organisation_id, reported_by_id) REFERENCES person(organisation_id, id),
  constraint training_need_organisation_id_unit_id_fkey FOREIGN KEY (organisation_id, unit_id) REFERENCES unit(organisation_id, id),
  constraint training_need_for_whom_check CHECK (for_whom = ANY (ARRAY['me'::text, 'colleagues'::text, 'unit'::text])),
  constraint training_need_status_check CHECK (status = ANY (ARRAY['reported'::text, 'planned'::text, 'closed'::text, 'rejected'::text]))
);
CREATE INDEX training_need_by_unit ON public.training_need USING btree (organisation_id, unit_id, status);
CREATE INDEX training_need_newest ON public.training_need USING btree (organisation_id, reported_at DESC, id);
CREATE INDEX training_need_of ON public.training_need USING btree (organisation_id, reported_by_id);
CREATE INDEX training_need_to ON public.training_need USING btree (organisation_id, receiver_id);
alter table training_need enable row level security;
alter table training_need force row level security;
create policy organisation on training_need
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on training_need to varde_web;

create table training_participant (
  organisation_id uuid not null,
  course_id uuid not null,
  person_id uuid not null,
  constraint training_participant_pkey PRIMARY KEY (organisation_id, course_id, person_id),
  constraint training_participant_organisation_id_course_id_fkey FOREIGN KEY (organisation_id, course_id) REFERENCES training_course(organisation_id, id),
  constraint training_participant_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id)
);
CREATE INDEX training_participant_of ON public.training_participant USING btree (organisation_id, person_id);
alter table training_participant enable row level security;
alter table training_participant force row level security;
create policy organisation on training_participant
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on training_participant to varde_web;

create table training_post (
  organisation_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  name text not null,
  kind text not null,
  body text not null,
  audiences text[] not null default '{}'::text[],
  shown_from date not null,
  shown_until date,
  sort_key text generated always as (varde_sort_key(name)) stored,
  constraint training_post_pkey PRIMARY KEY (organisation_id, id),
  constraint training_post_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint training_post_kind_check CHECK (kind = ANY (ARRAY['news'::text, 'tip'::text, 'campaign'::text]))
);
CREATE INDEX training_post_by_day ON public.training_post USING btree (organisation_id, shown_from, id);
CREATE INDEX training_post_by_kind ON public.training_post USING btree (organisation_id, kind, shown_from, id);
CREATE INDEX training_post_in_order ON public.training_post USING btree (organisation_id, sort_key, id);
alter table training_post enable row level security;
alter table training_post force row level security;
create policy organisation on training_post
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
CREATE TRIGGER words AFTER INSERT OR DELETE ON training_post FOR EACH ROW EXECUTE FUNCTION varde_index_record('name', 'body');
CREATE TRIGGER words_changed AFTER UPDATE ON training_post FOR EACH ROW WHEN (old.name IS DISTINCT FROM new.name OR old.body IS DISTINCT FROM new.body) EXECUTE FUNCTION varde_index_record('name', 'body');
grant delete, insert, select, update on training_post to varde_web;

create table training_read (
  organisation_id uuid not null,
  post_id uuid not null,
  person_id uuid not null,
  constraint training_read_pkey PRIMARY KEY (organisation_id, post_id, person_id),
  constraint training_read_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint training_read_organisation_id_post_id_fkey FOREIGN KEY (organisation_id, post_id) REFERENCES training_post(organisation_id, id)
);
CREATE INDEX training_read_of ON public.training_read USING btree (organisation_id, person_id);
alter table training_read enable row level security;
alter table training_read force row level security;
create policy organisation on training_read
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on training_read to varde_web;

create table training_requirement (
  organisation_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  name text not null,
  about text not null,
  description text,
  fulfilled_by text not null,
  applies_to text not null,
  roles text[] not null default '{}'::text[],
  system_id uuid,
  article_id uuid,
  link text,
  due_days integer not null,
  valid_months integer,
  in_force text not null,
  sort_key text generated always as (varde_sort_key(name)) stored,
  again_on date,
  constraint training_requirement_pkey PRIMARY KEY (organisation_id, id),
  constraint training_requirement_organisation_id_article_id_fkey FOREIGN KEY (organisation_id, article_id) REFERENCES article(organisation_id, id),
  constraint training_requirement_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint training_requirement_organisation_id_system_id_fkey FOREIGN KEY (organisation_id, system_id) REFERENCES system(organisation_id, id),
  constraint training_requirement_about_check CHECK (about = ANY (ARRAY['officeTools'::text, 'information'::text, 'systems'::text, 'handbook'::text, 'reporting'::text, 'other'::text])),
  constraint training_requirement_applies_to_check CHECK (applies_to = ANY (ARRAY['everybody'::text, 'roles'::text, 'users'::text])),
  constraint training_requirement_fulfilled_by_check CHECK (fulfilled_by = ANY (ARRAY['course'::text, 'acknowledgement'::text, 'test'::text])),
  constraint training_requirement_in_force_check CHECK (in_force = ANY (ARRAY['yes'::text, 'no'::text]))
);
CREATE INDEX training_requirement_by_about ON public.training_requirement USING btree (organisation_id, about, sort_key, id);
CREATE INDEX training_requirement_by_force ON public.training_requirement USING btree (organisation_id, in_force, sort_key, id);
CREATE INDEX training_requirement_by_system ON public.training_requirement USING btree (organisation_id, system_id, sort_key, id);
CREATE INDEX training_requirement_in_order ON public.training_requirement USING btree (organisation_id, sort_key, id);
CREATE UNIQUE INDEX training_requirement_name ON public.training_requirement USING btree (organisation_id, lower(name));
CREATE INDEX training_requirement_of_article ON public.training_requirement USING btree (organisation_id, article_id);
alter table training_requirement enable row level security;
alter table training_requirement force row level security;
create policy organisation on training_requirement
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
CREATE TRIGGER words AFTER INSERT OR DELETE ON training_requirement FOR EACH ROW EXECUTE FUNCTION varde_index_record('name', 'description');
CREATE TRIGGER words_changed AFTER UPDATE ON training_requirement FOR EACH ROW WHEN (old.name IS DISTINCT FROM new.name OR old.description IS DISTINCT FROM new.description) EXECUTE FUNCTION varde_index_record('name', 'description');
grant delete, insert, select, update on training_requirement to varde_web;

create table training_resource (
  organisation_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  name text not null,
  description text,
  link text,
  link_works text,
  audiences text[] not null default '{}'::text[],
  language text,
  in_use text not null,
  sort_key text generated always as (varde_sort_key(name)) stored,
  constraint training_resource_pkey PRIMARY KEY (organisation_id, id),
  constraint training_resource_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint training_resource_in_use_check CHECK (in_use = ANY (ARRAY['yes'::text, 'no'::text])),
  constraint training_resource_language_check CHECK (language = ANY (ARRAY['nb'::text, 'nn'::text, 'en'::text])),
  constraint training_resource_link_works_check CHECK (link_works = ANY (ARRAY['yes'::text, 'no'::text]))
);
CREATE INDEX training_resource_by_language ON public.training_resource USING btree (organisation_id, language, sort_key, id);
CREATE INDEX training_resource_by_use ON public.training_resource USING btree (organisation_id, in_use, sort_key, id);
CREATE INDEX training_resource_in_order ON public.training_resource USING btree (organisation_id, sort_key, id);
CREATE UNIQUE INDEX training_resource_name ON public.training_resource USING btree (organisation_id, lower(name));
alter table training_resource enable row level security;
alter table training_resource force row level security;
create policy organisation on training_resource
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
CREATE TRIGGER words AFTER INSERT OR DELETE ON training_resource FOR EACH ROW EXECUTE FUNCTION varde_index_record('name', 'description');
CREATE TRIGGER words_changed AFTER UPDATE ON training_resource FOR EACH ROW WHEN (old.name IS DISTINCT FROM new.name OR old.description IS DISTINCT FROM new.description) EXECUTE FUNCTION varde_index_record('name', 'description');
grant delete, insert, select, update on training_resource to varde_web;

create table training_user (
  organisation_id uuid not null,
  system_id uuid not null,
  person_id uuid not null,
  since date not null,
  constraint training_user_pkey PRIMARY KEY (organisation_id, system_id, person_id),
  constraint training_user_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id),
  constraint training_user_organisation_id_system_id_fkey FOREIGN KEY (organisation_id, system_id) REFERENCES system(organisation_id, id)
);
CREATE INDEX training_user_of_person ON public.training_user USING btree (organisation_id, person_id);
alter table training_user enable row level security;
alter table training_user force row level security;
create policy organisation on training_user
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on training_user to varde_web;

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
  research_portal text,
  research_portal_people_ids uuid[] not null default '{}'::uuid[],
  constraint unit_pkey PRIMARY KEY (organisation_id, id),
  constraint unit_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint unit_organisation_id_leader_id_fkey FOREIGN KEY (organisation_id, leader_id) REFERENCES person(organisation_id, id),
  constraint unit_organisation_id_parent_id_fkey FOREIGN KEY (organisation_id, parent_id) REFERENCES unit(organisation_id, id),
  constraint unit_research_portal_check CHECK (research_portal = ANY (ARRAY['yes'::text, 'no'::text]))
);
CREATE INDEX unit_in_order ON public.unit USING btree (organisation_id, sort_key, id);
CREATE INDEX unit_leader ON public.unit USING btree (organisation_id, leader_id);
alter table unit enable row level security;
alter table unit force row level security;
create policy organisation on unit
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
grant delete, insert, select, update on unit to varde_web;

create table unit_meeting (
  organisation_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  name text not null,
  unit_id uuid not null,
  held_on date not null,
  notes text,
  sort_key text generated always as (varde_sort_key(name)) stored,
  constraint unit_meeting_pkey PRIMARY KEY (organisation_id, id),
  constraint unit_meeting_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint unit_meeting_organisation_id_unit_id_fkey FOREIGN KEY (organisation_id, unit_id) REFERENCES unit(organisation_id, id)
);
CREATE INDEX unit_meeting_by_day ON public.unit_meeting USING btree (organisation_id, held_on, id);
CREATE INDEX unit_meeting_in_order ON public.unit_meeting USING btree (organisation_id, sort_key, id);
CREATE INDEX unit_meeting_of ON public.unit_meeting USING btree (organisation_id, unit_id, held_on, id);
alter table unit_meeting enable row level security;
alter table unit_meeting force row level security;
create policy organisation on unit_meeting
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
CREATE TRIGGER words AFTER INSERT OR DELETE ON unit_meeting FOR EACH ROW EXECUTE FUNCTION varde_index_record('name', 'notes');
CREATE TRIGGER words_changed AFTER UPDATE ON unit_meeting FOR EACH ROW WHEN (old.name IS DISTINCT FROM new.name OR old.notes IS DISTINCT FROM new.notes) EXECUTE FUNCTION varde_index_record('name', 'notes');
grant delete, insert, select, update on unit_meeting to varde_web;

create table word_index (
  organisation_id uuid not null,
  kind text not null,
  id uuid not null,
  place text not null,
  readers text[] not null,
  words tsvector not null,
  constraint word_index_pkey PRIMARY KEY (organisation_id, kind, id),
  constraint word_index_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id)
);
CREATE INDEX word_index_in_order ON public.word_index USING btree (organisation_id, kind, place, id);
CREATE INDEX word_index_words ON public.word_index USING gin (words, readers) WITH (fastupdate=off);
alter table word_index enable row level security;
create policy organisation on word_index
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));

create table work_process (
  organisation_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  name text not null,
  purpose text,
  unit_id uuid,
  in_use text not null default 'yes'::text,
  sort_key text generated always as (varde_sort_key(name)) stored,
  constraint work_process_pkey PRIMARY KEY (organisation_id, id),
  constraint work_process_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint work_process_organisation_id_unit_id_fkey FOREIGN KEY (organisation_id, unit_id) REFERENCES unit(organisation_id, id),
  constraint work_process_in_use_check CHECK (in_use = ANY (ARRAY['yes'::text, 'no'::text]))
);
CREATE INDEX work_process_by_unit ON public.work_process USING btree (organisation_id, unit_id, sort_key, id);
CREATE INDEX work_process_by_use ON public.work_process USING btree (organisation_id, in_use, sort_key, id);
CREATE INDEX work_process_in_order ON public.work_process USING btree (organisation_id, sort_key, id);
CREATE UNIQUE INDEX work_process_name ON public.work_process USING btree (organisation_id, lower(name));
alter table work_process enable row level security;
alter table work_process force row level security;
create policy organisation on work_process
  using ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])))
  with check ((organisation_id = ANY (( SELECT varde_organisations() AS varde_organisations)::uuid[])));
CREATE TRIGGER words AFTER INSERT OR DELETE ON work_process FOR EACH ROW EXECUTE FUNCTION varde_index_record('name', 'purpose');
CREATE TRIGGER words_changed AFTER UPDATE ON work_process FOR EACH ROW WHEN (old.name IS DISTINCT FROM new.name OR old.purpose IS DISTINCT FROM new.purpose) EXECUTE FUNCTION varde_index_record('name', 'purpose');
grant delete, insert, select, update on work_process to varde_web;

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

CREATE OR REPLACE FUNCTION public.varde_account_to_renew(account uuid)
 RETURNS TABLE(id uuid, email text, stamp text, home uuid)
 LANGUAGE sql
 SECURITY DEFINER ROWS 1
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select a.id, a.email, coalesce(encode(sha256(convert_to(a.password_hash, 'UTF8')), 'hex'), ''), a.home_organisation_id from account a
  where a.id = account and a.disabled_at is null for update
$function$;
grant execute on function varde_account_to_renew to varde_web;

CREATE OR REPLACE FUNCTION public.varde_add_passkey(id uuid, account uuid, credential bytea, key bytea, counter bigint, transports text[], name text, synced boolean, at timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if not exists (select from membership m where m.account_id = account and m.organisation_id = any (varde_organisations()))
  then raise insufficient_privilege using message = 'permission denied: a passkey of somebody who is not there'; end if;
  insert into passkey (id, account_id, credential, public_key, counter, transports, name, synced, created_at)
    values (varde_add_passkey.id, account, varde_add_passkey.credential, key, varde_add_passkey.counter, varde_add_passkey.transports,
      varde_add_passkey.name, varde_add_passkey.synced, at)
    on conflict do nothing;
  return found;
end $function$;
grant execute on function varde_add_passkey to varde_web;

CREATE OR REPLACE FUNCTION public.varde_any_organisation()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select exists (select from organisation)
$function$;
grant execute on function varde_any_organisation to varde_web;

CREATE OR REPLACE FUNCTION public.varde_asked(words text[], also text[] DEFAULT '{}'::text[])
 RETURNS tsquery
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE
AS $function$
declare
  asked tsquery;
  common tsquery;
  one tsquery;
  token text;
  stem text;
  mark text;
begin
  for n in 1 .. coalesce(cardinality(words), 0) loop
    foreach token in array varde_tokens(words[n]) loop
      stem := (ts_lexize('pg_catalog.norwegian_stem', token))[1];
      one := case
        when length(token) = 1 and token !~ '[0-9]' then quote_literal(token)
        when starts_with(token, stem) and (length(stem) > 3 or length(stem) = 3 and length(token) < 7) then quote_literal(stem) || ':*'
        when stem is null then quote_literal(token) || ':*'
        else quote_literal(token) || ':* | ' || quote_literal(stem)
      end::tsquery;
      -- A part of another word is meant by four letters or more.
      if length(token) > 3 and token !~ '[0-9]' then
        one := one || (quote_literal('~' || case when starts_with(token, stem) and length(stem) > 2 then stem else token end) || ':*')::tsquery;
      end if;
      foreach mark in array string_to_array(coalesce(nullif(also[n], ''), ''), '|') loop
        one := one || quote_literal(mark)::tsquery;
      end loop;
      if stem is null then common := coalesce(common && one, one); else asked := coalesce(asked && one, one); end if;
    end loop;
  end loop;
  return coalesce(asked, common);
end
$function$;

CREATE OR REPLACE FUNCTION public.varde_case_words(d deviation, short_name text)
 RETURNS tsvector
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
AS $function$
begin
  return varde_words(concat_ws(' ', short_name, d.what_happened, d.process_element, d.main_cause, d.data_types_other, d.relation_other, d.where_now,
      d.device, d.rule_broken, d.consequences_organisation, d.consequences_subjects, d.inform_reason))
    || array_to_tsvector(array(select '#' || lower(category) from unnest(d.categories) category));
end
$function$;

CREATE OR REPLACE FUNCTION public.varde_close_of_provider(organisation uuid, provider uuid, mark bytea)
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  with gone as (
    delete from session s
    where s.organisation_id = organisation and s.provider_id = provider and (varde_close_of_provider.mark is null or s.provider_mark = varde_close_of_provider.mark)
      and organisation = any (varde_organisations())
    returning 1
  ) select count(*)::int from gone
$function$;
grant execute on function varde_close_of_provider to varde_web;

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
 RETURNS TABLE("expiresAt" timestamp with time zone, shown text)
 LANGUAGE sql
 SECURITY DEFINER ROWS 1
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  delete from session s where s.token_hash = token returning s.expires_at, s.shown
$function$;
grant execute on function varde_close_session to varde_web;

CREATE OR REPLACE FUNCTION public.varde_example_organisations()
 RETURNS TABLE(id uuid, name text, "profileVersion" integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select o.id, o.name, o.profile_version from organisation o where o.demo order by o.sort_key, o.id
$function$;
grant execute on function varde_example_organisations to varde_web;

CREATE OR REPLACE FUNCTION public.varde_fold(words text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
  select translate(lower(words), 'ÆØÅÄÖÀÁÂÃÇÈÉÊËÌÍÎÏÑÒÓÔÕÙÚÛÜÝĐŊŠŦŽČŐŰÐÞ', 'æøåäöàáâãçèéêëìíîïñòóôõùúûüýđŋšŧžčőűðþ')
$function$;

CREATE OR REPLACE FUNCTION public.varde_forget_account(organisation uuid, person uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare theirs uuid;
begin
  if not organisation = any (coalesce(varde_organisations(), '{}'))
  then raise insufficient_privilege using message = 'permission denied: a place in an organisation that is not seen'; end if;
  select m.account_id into theirs from membership m where m.organisation_id = organisation and m.person_id = person;
  if theirs is null then return; end if;
  -- Whoever gives the account another place waits, and finds whether it is there.
  perform from account a where a.id = theirs for update;
  delete from membership m where m.account_id = theirs and m.organisation_id = organisation and m.person_id = person;
  if exists (select from membership m where m.account_id = theirs) then return; end if;
  delete from account_recovery r where r.account_id = theirs;
  delete from passkey p where p.account_id = theirs;
  delete from account a where a.id = theirs;
end $function$;
grant execute on function varde_forget_account to varde_web;

CREATE OR REPLACE FUNCTION public.varde_forget_sessions(at timestamp with time zone)
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  with gone as (delete from session where expires_at < at returning 1) select count(*)::int from gone
$function$;
grant execute on function varde_forget_sessions to varde_web;

CREATE OR REPLACE FUNCTION public.varde_found(what text, asked tsquery, who text[], most integer)
 RETURNS SETOF uuid
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 50
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
declare
  seen uuid[] := varde_organisations();
  whole tsquery;
begin
  if cardinality(seen) is distinct from 1 or asked is null then return; end if;
  whole := asked && quote_literal(varde_space(seen[1], what))::tsquery;
  return query select w.id from word_index w
    where w.organisation_id = seen[1] and w.kind = what and w.words @@ whole and w.readers && who
    order by w.place, w.id limit most;
end
$function$;
grant execute on function varde_found to varde_web;

CREATE OR REPLACE FUNCTION public.varde_go_on(token bytea, at timestamp with time zone)
 RETURNS TABLE("expiresAt" timestamp with time zone, "idleMinutes" integer)
 LANGUAGE sql
 SECURITY DEFINER ROWS 1
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  update session s set seen_at = at where s.token_hash = token returning s.expires_at, s.idle_minutes
$function$;
grant execute on function varde_go_on to varde_web;

CREATE OR REPLACE FUNCTION public.varde_has_password(organisation uuid, person uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select exists (
    select from membership m join account a on a.id = m.account_id
    where m.organisation_id = organisation and m.person_id = person and a.password_hash is not null and a.disabled_at is null
      and organisation = any (varde_organisations()))
$function$;
grant execute on function varde_has_password to varde_web;

CREATE OR REPLACE FUNCTION public.varde_index_case()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if tg_op = 'DELETE' then
    delete from word_index w where w.organisation_id = old.organisation_id and w.kind = 'deviation' and w.id = old.id;
  else
    perform varde_keep_case(new.organisation_id, new.id);
  end if;
  return null;
end
$function$;

CREATE OR REPLACE FUNCTION public.varde_index_handling()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  perform varde_keep_case(new.organisation_id, new.deviation_id);
  return null;
end
$function$;

CREATE OR REPLACE FUNCTION public.varde_index_record()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  said jsonb;
begin
  if tg_op = 'DELETE' then
    delete from word_index w where w.organisation_id = old.organisation_id and w.kind = tg_table_name and w.id = old.id;
    return null;
  end if;
  said := to_jsonb(new);
  perform varde_keep_words(new.organisation_id, tg_table_name, new.id, new.sort_key, '{*}',
    varde_words(coalesce((select string_agg(said ->> name, ' ') from unnest(tg_argv) name), '')));
  return null;
end
$function$;

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

CREATE OR REPLACE FUNCTION public.varde_keep_case(organisation uuid, the_case uuid)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  perform varde_keep_words(d.organisation_id, 'deviation', d.id, lpad((9999999999 - (d.year::bigint * 1000000 + d.number))::text, 10, '0'),
    d.access_roles || d.access_persons::text[], varde_case_words(d, h.short_name))
  from deviation d left join deviation_handling h on h.organisation_id = d.organisation_id and h.deviation_id = d.id
  where d.organisation_id = organisation and d.id = the_case and d.status <> 'draft';
end
$function$;

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

CREATE OR REPLACE FUNCTION public.varde_keep_words(organisation uuid, kind text, id uuid, place text, readers text[], words tsvector)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  insert into word_index
    values ($1, $2, $3, $4, $5, $6 || array_to_tsvector(array[varde_space($1, $2)]))
    on conflict on constraint word_index_pkey do update set (place, readers, words) = (excluded.place, excluded.readers, excluded.words);
end
$function$;

CREATE OR REPLACE FUNCTION public.varde_letters(words text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
  select translate(replace(varde_fold(normalize(words)), 'aa', 'å'), 'äöőàáâãçèéêëìíîïñòóôõùúûüýđŋšŧžčű', 'æøøaaaaceeeeiiiinoooouuuyydnstzcu')
$function$;

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

CREATE OR REPLACE FUNCTION public.varde_make_organisation(id uuid, name text, slug text, demo boolean, at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare
  asks name := coalesce(nullif(current_setting('role'), 'none'), session_user);
begin
  if not pg_has_role(asks, current_user, 'MEMBER')
    and exists (select from organisation o where o.xmin is distinct from pg_current_xact_id()::xid)
  then raise insufficient_privilege using message = 'permission denied: an organisation in an installation that is set up'; end if;
  insert into organisation (id, name, slug, demo, profile_version, created_at) values (id, name, slug, demo, 1, at);
end $function$;
grant execute on function varde_make_organisation to varde_web;

CREATE OR REPLACE FUNCTION public.varde_mark_demo()
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  insert into installation (name, value) select 'demo', 'yes' where not exists (select from organisation) on conflict (name) do nothing
$function$;
grant execute on function varde_mark_demo to varde_web;

CREATE OR REPLACE FUNCTION public.varde_only_organisation()
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select min(o.slug) from organisation o having count(*) = 1
$function$;
grant execute on function varde_only_organisation to varde_web;

CREATE OR REPLACE FUNCTION public.varde_open_session(token bytea, mark bytea, account uuid, organisation uuid, person uuid, at timestamp with time zone, until timestamp with time zone, idle integer, shown text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if not organisation = any (coalesce(varde_organisations(), '{}')) or account is not null and not exists (
    select from membership m where m.account_id = account and m.organisation_id = organisation and m.person_id = person)
  then raise insufficient_privilege using message = 'permission denied: a session for somebody who is not there'; end if;
  insert into session (token_hash, mark, organisation_id, created_at, seen_at, expires_at, idle_minutes, shown)
    values (token, mark, organisation, at, at, until, idle, varde_open_session.shown);
end $function$;
grant execute on function varde_open_session to varde_web;

CREATE OR REPLACE FUNCTION public.varde_organisation_called(of text)
 RETURNS TABLE(id uuid, name text, "profileVersion" integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select o.id, o.name, o.profile_version from organisation o where o.slug = of
$function$;
grant execute on function varde_organisation_called to varde_web;

CREATE OR REPLACE FUNCTION public.varde_organisations()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (string_to_array(NULLIF(current_setting('varde.organisations'::text, true), ''::text), ','::text))::uuid[];

CREATE OR REPLACE FUNCTION public.varde_part_names()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'UPDATE' then
    delete from person_word w where w.organisation_id = new.organisation_id and w.person_id = new.id;
  end if;
  insert into person_word (organisation_id, part, person_id) select new.organisation_id, part, new.id from varde_parts(new.name) as part;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.varde_parts(name text)
 RETURNS SETOF text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
  select distinct substr(word, place, 60)
  from regexp_split_to_table(varde_fold(normalize(name, NFC)), '\s+') as word, generate_series(1, length(word)) as place
$function$;

CREATE OR REPLACE FUNCTION public.varde_passkey(credential bytea)
 RETURNS TABLE(id uuid, email text, "publicKey" bytea, counter bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 1
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select p.id, a.email, p.public_key, p.counter
  from passkey p join account a on a.id = p.account_id and a.disabled_at is null
  where p.credential = varde_passkey.credential
$function$;
grant execute on function varde_passkey to varde_web;

CREATE OR REPLACE FUNCTION public.varde_passkeys(account uuid)
 RETURNS TABLE(id uuid, credential bytea, transports text[], name text, synced boolean, "createdAt" timestamp with time zone, "usedAt" timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select p.id, p.credential, p.transports, p.name, p.synced, p.created_at, p.used_at
  from passkey p where p.account_id = varde_passkeys.account order by p.created_at
$function$;
grant execute on function varde_passkeys to varde_web;

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

CREATE OR REPLACE FUNCTION public.varde_remove_passkeys(account uuid, id uuid)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
declare gone integer;
begin
  if not exists (select from membership m where m.account_id = account and m.organisation_id = any (varde_organisations()))
  then raise insufficient_privilege using message = 'permission denied: a passkey of somebody who is not there'; end if;
  delete from passkey p where p.account_id = account and (varde_remove_passkeys.id is null or p.id = varde_remove_passkeys.id);
  get diagnostics gone = row_count;
  return gone;
end $function$;
grant execute on function varde_remove_passkeys to varde_web;

CREATE OR REPLACE FUNCTION public.varde_searched(table_name regclass, VARIADIC columns text[])
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  told text := (select string_agg(quote_literal(name), ', ') from unnest(columns) name);
  was text := (select string_agg(format('old.%I', name), ', ') from unnest(columns) name);
  is_now text := (select string_agg(format('new.%I', name), ', ') from unnest(columns) name);
  stands text := (select string_agg(format('t.%I', name), ', ') from unnest(columns) name);
  before text := current_setting('varde.organisations', true);
begin
  execute format('create trigger words after insert or delete on %s for each row execute function varde_index_record(%s)', table_name, told);
  execute format('create trigger words_changed after update on %s for each row when ((%s) is distinct from (%s)) execute function varde_index_record(%s)',
    table_name, was, is_now, told);
  perform set_config('varde.organisations', coalesce((select string_agg(id::text, ',') from organisation), ''), true);
  execute format('select varde_keep_words(t.organisation_id, %L, t.id, t.sort_key, ''{*}'', varde_words(concat_ws('' '', %s))) from %s t',
    table_name::text, stands, table_name);
  perform set_config('varde.organisations', coalesce(before, ''), true);
end
$function$;

CREATE OR REPLACE FUNCTION public.varde_second_factor(account uuid)
 RETURNS TABLE(secret bytea, since timestamp with time zone, codes integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 1
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select a.factor_secret, a.factor_at, (select count(*)::int from account_recovery r where r.account_id = a.id)
  from account a where a.id = varde_second_factor.account and a.factor_secret is not null and a.disabled_at is null
$function$;
grant execute on function varde_second_factor to varde_web;

CREATE OR REPLACE FUNCTION public.varde_session(token bytea, account uuid, organisation uuid, person uuid, at timestamp with time zone, seen_before timestamp with time zone)
 RETURNS TABLE(organisations integer, "seenAt" timestamp with time zone, "expiresAt" timestamp with time zone, "idleMinutes" integer, confined boolean)
 LANGUAGE plpgsql
 SECURITY DEFINER ROWS 1
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  return query
    with standing as (
      select (select count(*)::int from membership m where m.account_id = account) as places, s.seen_at as seen_on, s.expires_at as until,
        s.idle_minutes as idle, s.shown = 'confined' as is_confined
      from session s
      where s.token_hash = token and s.organisation_id = organisation and s.expires_at > at
        and s.seen_at > at - make_interval(mins => s.idle_minutes)
        and (account is null or exists (
          select from account a join membership m on m.account_id = a.id and m.organisation_id = organisation and m.person_id = person
          where a.id = account and a.disabled_at is null))
    ), free as (
      select s.token_hash from session s where s.token_hash = token and s.seen_at < seen_before for update skip locked
    ), seen as (
      update session s set seen_at = at from free where s.token_hash = free.token_hash and exists (select from standing)
    )
    select greatest(places, 1), seen_on, until, idle, is_confined from standing;
end $function$;
grant execute on function varde_session to varde_web;

CREATE OR REPLACE FUNCTION public.varde_session_by_provider(token bytea, provider uuid, mark bytea)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  update session s set provider_id = provider, provider_mark = varde_session_by_provider.mark
  where s.token_hash = token and s.organisation_id = any (varde_organisations())
$function$;
grant execute on function varde_session_by_provider to varde_web;

CREATE OR REPLACE FUNCTION public.varde_session_shown(token bytea)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select s.shown from session s where s.token_hash = token
$function$;
grant execute on function varde_session_shown to varde_web;

CREATE OR REPLACE FUNCTION public.varde_session_stands(token bytea)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select exists (select from session s where s.token_hash = token)
$function$;
grant execute on function varde_session_stands to varde_web;

CREATE OR REPLACE FUNCTION public.varde_sessions(mark bytea, token bytea, at timestamp with time zone)
 RETURNS TABLE("createdAt" timestamp with time zone, "seenAt" timestamp with time zone, current boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  select s.created_at, s.seen_at, s.token_hash = token from session s
  where s.mark = varde_sessions.mark and s.expires_at > at and s.seen_at > at - make_interval(mins => s.idle_minutes)
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

CREATE OR REPLACE FUNCTION public.varde_set_second_factor(account uuid, secret bytea, at timestamp with time zone, step bigint, marks bytea[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  update account a set factor_secret = secret, factor_at = at, factor_step = varde_set_second_factor.step
    where a.id = varde_set_second_factor.account and exists (
      select from membership m where m.account_id = a.id and m.organisation_id = any (varde_organisations()));
  if not found then raise insufficient_privilege using message = 'permission denied: the second factor of somebody who is not there'; end if;
  delete from account_recovery r where r.account_id = varde_set_second_factor.account;
  insert into account_recovery (account_id, mark) select varde_set_second_factor.account, unnest(marks);
end $function$;
grant execute on function varde_set_second_factor to varde_web;

CREATE OR REPLACE FUNCTION public.varde_shown_more(token bytea)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
  update session s set shown = 'more' where s.token_hash = token
$function$;
grant execute on function varde_shown_more to varde_web;

CREATE OR REPLACE FUNCTION public.varde_sort_key(words text)
 RETURNS text
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
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
$function$;

CREATE OR REPLACE FUNCTION public.varde_space(organisation uuid, kind text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
  select '@' || kind || ':' || organisation
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

CREATE OR REPLACE FUNCTION public.varde_take_answer(mark bytea, at timestamp with time zone, until timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  delete from answer_taken a where a.until < at;
  insert into answer_taken (mark, until) values (varde_take_answer.mark, varde_take_answer.until) on conflict do nothing;
  return found;
end $function$;
grant execute on function varde_take_answer to varde_web;

CREATE OR REPLACE FUNCTION public.varde_take_recovery(account uuid, mark bytea)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  delete from account_recovery r where r.account_id = varde_take_recovery.account and r.mark = varde_take_recovery.mark;
  return found;
end $function$;
grant execute on function varde_take_recovery to varde_web;

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

CREATE OR REPLACE FUNCTION public.varde_take_step(account uuid, step bigint)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  update account a set factor_step = varde_take_step.step
    where a.id = varde_take_step.account and a.factor_secret is not null and coalesce(a.factor_step, 0) < varde_take_step.step;
  return found;
end $function$;
grant execute on function varde_take_step to varde_web;

CREATE OR REPLACE FUNCTION public.varde_to_seal()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into public.audit_unsealed (organisation_id, at, event_id) select organisation_id, at, id from written;
  return null;
end
$function$;

CREATE OR REPLACE FUNCTION public.varde_tokens(words text)
 RETURNS text[]
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
begin
  return array(select left(word, 60) from regexp_split_to_table(left(varde_letters(words), 30000) collate "C",
    '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u2000-\u206f\u3000]+') word where word <> '');
end
$function$;

CREATE OR REPLACE FUNCTION public.varde_use_passkey(id uuid, counter bigint, mark bytea, at timestamp with time zone, until timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
begin
  if not varde_take_answer(mark, at, until) then return false; end if;
  update passkey p set counter = varde_use_passkey.counter,
      used_at = date_trunc('day', at at time zone 'Europe/Oslo') at time zone 'Europe/Oslo'
    where p.id = varde_use_passkey.id and (p.counter < varde_use_passkey.counter or p.counter = 0 and varde_use_passkey.counter = 0);
  return found;
end $function$;
grant execute on function varde_use_passkey to varde_web;

CREATE OR REPLACE FUNCTION public.varde_words(words text)
 RETURNS tsvector
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
declare
  tokens text[] := varde_tokens(words);
begin
  return array_to_tsvector(tokens || array(
    select '~' || substr(word, n) from unnest(tokens) word, generate_series(4, length(word) - 3) n
    where length(word) between 7 and 24 and word !~ '[0-9]'));
end
$function$;
