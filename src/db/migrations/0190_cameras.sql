-- Cameras (popplyl. § 31, aml. ch. 9): what each is for, what was tried first, who decided, who may see it, and how long it is kept.
create table camera (
  organisation_id uuid not null references organisation,
  id uuid not null,
  version integer not null default 1,
  name text not null,
  origin text not null check (origin in ('ours', 'found')),
  unit_id uuid not null,
  site text,
  area text,
  kind text check (kind in ('real', 'dummy')),
  purposes text[] not null default '{}',
  other_purpose text,
  system_id uuid,
  processing_id uuid,
  recognisable text check (recognisable in ('yes', 'no')),
  systematic text check (systematic in ('yes', 'no')),
  large_scale text check (large_scale in ('yes', 'no')),
  public_place text check (public_place in ('yes', 'no')),
  workplace text check (workplace in ('yes', 'no')),
  dpia_id uuid,
  alt_lighting text check (alt_lighting in ('notEnough', 'unsuitable', 'enough')),
  alt_locks text check (alt_locks in ('notEnough', 'unsuitable', 'enough')),
  alt_staff text check (alt_staff in ('notEnough', 'unsuitable', 'enough')),
  alt_access text check (alt_access in ('notEnough', 'unsuitable', 'enough')),
  alt_routines text check (alt_routines in ('notEnough', 'unsuitable', 'enough')),
  alt_other text check (alt_other in ('notEnough', 'unsuitable', 'enough')),
  alternatives_why text,
  justification text,
  basis text check (basis in ('publicTask', 'legalObligation', 'legitimateInterests')),
  law_reference text,
  consulted_on date,
  consulted_with text,
  mode text check (mode in ('live', 'recording', 'both')),
  sound text check (sound in ('yes', 'no')),
  sound_reason text,
  hours text,
  masked text,
  retention_days integer,
  retention_reason text,
  erase text check (erase in ('delete', 'anonymise')),
  viewers_ids uuid[] not null default '{}',
  viewers_text text,
  sign_on date,
  sign_place text,
  sign_more text,
  status text not null check (status in ('planned', 'approved', 'active', 'changed', 'off', 'unauthorised', 'removed')),
  approved_at timestamptz,
  approved_by_id uuid,
  decision text,
  active_on date,
  removed_on date,
  reported_on date,
  sort_key text collate "C" generated always as (varde_sort_key(name)) stored,
  primary key (organisation_id, id),
  foreign key (organisation_id, unit_id) references unit,
  foreign key (organisation_id, system_id) references system,
  foreign key (organisation_id, processing_id) references processing,
  foreign key (organisation_id, dpia_id) references dpia,
  foreign key (organisation_id, approved_by_id) references person
);
create unique index camera_name on camera (organisation_id, lower(name));
create index camera_in_order on camera (organisation_id, sort_key, id);
create index camera_by_unit on camera (organisation_id, unit_id, sort_key, id);
create index camera_by_status on camera (organisation_id, status, sort_key, id);
create index camera_by_kind on camera (organisation_id, kind, sort_key, id);
create index camera_by_public_place on camera (organisation_id, public_place, sort_key, id);
create index camera_by_processing on camera (organisation_id, processing_id, sort_key, id);
create index camera_by_dpia on camera (organisation_id, dpia_id, id);
create index camera_by_system on camera (organisation_id, system_id, sort_key, id);
create index camera_points on camera (organisation_id, id) include (viewers_ids);
select varde_isolate('camera');
select varde_searched('camera', 'name', 'site', 'area', 'justification');
