-- The record of processing activities (GDPR Article 30), the work processes it belongs to, and what is checked of each activity.

create table work_process (
  organisation_id uuid not null references organisation,
  id uuid not null,
  version integer not null default 1,
  name text not null,
  purpose text,
  unit_id uuid,
  in_use text not null default 'yes' check (in_use in ('yes', 'no')),
  sort_key text collate "C" generated always as (varde_sort_key(name)) stored,
  primary key (organisation_id, id),
  foreign key (organisation_id, unit_id) references unit
);
create unique index work_process_name on work_process (organisation_id, lower(name));
create index work_process_in_order on work_process (organisation_id, sort_key, id);
create index work_process_by_unit on work_process (organisation_id, unit_id, sort_key, id);
create index work_process_by_use on work_process (organisation_id, in_use, sort_key, id);
select varde_isolate('work_process');

create table processing (
  organisation_id uuid not null references organisation,
  id uuid not null,
  version integer not null default 1,
  name text not null,
  purpose text,
  kind text not null check (kind in ('administrative', 'research')),
  our_role text not null check (our_role in ('controller', 'processor')),
  kinds_of_use text[] not null default '{}',
  medium text check (medium in ('electronic', 'manual', 'both')),
  work_processes_ids uuid[] not null default '{}',
  systems_ids uuid[] not null default '{}',
  unit_id uuid,
  responsible_id uuid,
  joint_controllers text,
  processors text,
  data_subjects text[] not null default '{}',
  data_kinds text[] not null default '{}',
  basis text[] not null default '{}',
  law_reference text,
  special_basis text[] not null default '{}',
  special_reference text,
  sources text,
  recipients text,
  transfers text check (transfers in ('yes', 'no')),
  safeguards text,
  storage_time text,
  security_measures text,
  security_judged text check (security_judged in ('satisfactory', 'notSatisfactory')),
  security_judged_on date,
  special_needs text check (special_needs in ('yes', 'no')),
  extended_measure text,
  extended_owner_id uuid,
  extended_due date,
  starts_on date,
  external_reference text,
  external_status text check (external_status in ('notNotified', 'notified', 'assessed')),
  external_on date,
  prior_approval text check (prior_approval in ('none', 'priorConsultation', 'licence')),
  prior_approval_number text,
  prior_approval_on date,
  prior_approval_until date,
  status text not null check (status in ('draft', 'approved', 'changed', 'ended')),
  notified_at timestamptz,
  late_reason text,
  permission text check (permission in ('granted', 'refused')),
  permission_at timestamptz,
  permission_by_id uuid,
  approved_at timestamptz,
  approved_by_id uuid,
  touched_at timestamptz not null,
  sort_key text collate "C" generated always as (varde_sort_key(name)) stored,
  primary key (organisation_id, id),
  foreign key (organisation_id, unit_id) references unit,
  foreign key (organisation_id, responsible_id) references person,
  foreign key (organisation_id, extended_owner_id) references person,
  foreign key (organisation_id, permission_by_id) references person,
  foreign key (organisation_id, approved_by_id) references person
);
create unique index processing_name on processing (organisation_id, lower(name));
create index processing_in_order on processing (organisation_id, sort_key, id);
create index processing_by_unit on processing (organisation_id, unit_id, sort_key, id);
create index processing_by_responsible on processing (organisation_id, responsible_id, sort_key, id);
create index processing_by_kind on processing (organisation_id, kind, sort_key, id);
create index processing_by_status on processing (organisation_id, status, sort_key, id);
create index processing_touched on processing (organisation_id, touched_at, id) where status <> 'ended';
select varde_isolate('processing');

-- Each point that is answered of an activity: the duties of the head of unit, and the four sides of data quality.
create table processing_check (
  organisation_id uuid not null,
  processing_id uuid not null,
  point text not null,
  answer text check (answer in ('yes', 'no')),
  note text,
  checked_on date,
  responsible_id uuid,
  due_on date,
  primary key (organisation_id, processing_id, point),
  foreign key (organisation_id, processing_id) references processing,
  foreign key (organisation_id, responsible_id) references person
);
select varde_isolate('processing_check');
