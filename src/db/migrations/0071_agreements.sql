-- Data processing agreements (GDPR Article 28), the lines of their annex B, and the audits of the processor.

create table agreement (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  version integer not null default 1,
  name text not null,
  our_role text not null check (our_role in ('controller', 'processor')),
  supplier_id uuid,
  other_party text,
  processings_ids uuid[] not null default '{}',
  systems_ids uuid[] not null default '{}',
  unit_id uuid,
  responsible_id uuid,
  purpose text,
  nature text,
  data_subjects text[] not null default '{}',
  data_kinds text[] not null default '{}',
  duration text,
  sub_processing text check (sub_processing in ('none', 'specific', 'general')),
  sub_processor_notice_days integer,
  sub_processor_duties text check (sub_processor_duties in ('yes', 'no')),
  instructions text,
  confidentiality text check (confidentiality in ('yes', 'no')),
  security_measures text,
  assists_rights text check (assists_rights in ('yes', 'no')),
  assists_security text check (assists_security in ('yes', 'no')),
  notice_hours integer,
  audit_right text check (audit_right in ('yes', 'no')),
  warns_unlawful text check (warns_unlawful in ('yes', 'no')),
  transfers text check (transfers in ('yes', 'no')),
  transfer_basis text check (transfer_basis in ('adequacy', 'standardClauses', 'bindingRules', 'derogation')),
  at_end text check (at_end in ('deleted', 'returned')),
  changes text,
  assessed_on date,
  assessed_by_id uuid,
  guarantees text,
  assessed_security text,
  assessed_chain text,
  conclusion text check (conclusion in ('sound', 'conditions', 'unsound')),
  conditions text,
  archive_reference text,
  ends_on date,
  audit_every_months integer,
  status text not null check (status in ('draft', 'inForce', 'ended')),
  our_signatory text,
  our_signed_on date,
  their_signatory text,
  their_signed_on date,
  in_force_on date,
  ended_on date,
  end_reason text check (end_reason in ('serviceEnded', 'terminated', 'expired', 'replaced')),
  data_at_end text check (data_at_end in ('deleted', 'returned')),
  data_at_end_on date,
  data_at_end_note text,
  replaces_id uuid,
  sort_key text collate "C" generated always as (varde_sort_key(name)) stored,
  primary key (organisation_id, id),
  -- One signature is none (Article 28(9)).
  check (status <> 'inForce' or (our_signed_on is not null and their_signed_on is not null)),
  foreign key (organisation_id, supplier_id) references supplier (organisation_id, id),
  foreign key (organisation_id, unit_id) references unit (organisation_id, id),
  foreign key (organisation_id, responsible_id) references person (organisation_id, id),
  foreign key (organisation_id, assessed_by_id) references person (organisation_id, id),
  foreign key (organisation_id, replaces_id) references agreement (organisation_id, id)
);
select varde_isolate('agreement');
create unique index agreement_name on agreement (organisation_id, lower(name));
create index agreement_in_order on agreement (organisation_id, sort_key, id);
create index agreement_by_supplier on agreement (organisation_id, supplier_id, sort_key, id);
create index agreement_by_status on agreement (organisation_id, status, sort_key, id);
create index agreement_by_unit on agreement (organisation_id, unit_id, sort_key, id);
create index agreement_by_responsible on agreement (organisation_id, responsible_id, sort_key, id);
create index agreement_by_role on agreement (organisation_id, our_role, sort_key, id);
select varde_searched('agreement', 'name', 'other_party', 'purpose', 'nature', 'duration', 'instructions', 'security_measures', 'changes', 'archive_reference');

create table agreement_sub_processor (
  organisation_id uuid not null,
  agreement_id uuid not null,
  id uuid not null,
  name text not null,
  service text,
  country text not null,
  in_eea text not null check (in_eea in ('yes', 'no')),
  transfer_basis text check (transfer_basis in ('adequacy', 'standardClauses', 'bindingRules', 'derogation')),
  authorised_on date,
  primary key (organisation_id, agreement_id, id),
  foreign key (organisation_id, agreement_id) references agreement (organisation_id, id)
);
select varde_isolate('agreement_sub_processor');

create table agreement_audit (
  organisation_id uuid not null,
  agreement_id uuid not null,
  id uuid not null,
  planned_on date not null,
  held_on date,
  finding text,
  action text,
  primary key (organisation_id, agreement_id, id),
  foreign key (organisation_id, agreement_id) references agreement (organisation_id, id)
);
select varde_isolate('agreement_audit');
create index agreement_audit_planned on agreement_audit (organisation_id, planned_on) where held_on is null;
