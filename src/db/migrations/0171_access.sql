-- Who has access to which system in which role, or to which zone (S4-020, S4-022, S4-050): why, from whom, from when and until when. What ends
-- with the employment is a date of its own, so that a day of leaving that moves takes nothing of what was granted.
create table access_grant (
  organisation_id uuid not null references organisation,
  id uuid not null,
  version integer not null default 1,
  person_id uuid not null,
  system_id uuid,
  zone_id uuid,
  role text,
  reason text not null,
  access_need text not null check (access_need in ('read', 'change', 'administer', 'enter')),
  protection_need text not null check (protection_need in ('ordinary', 'confidential', 'special')),
  from_date date not null,
  to_date date,
  granted_by_id uuid not null,
  granted_at timestamptz not null,
  employment_ends date,
  confirmed_at timestamptz,
  confirmed_by_id uuid,
  removal_asked_at timestamptz,
  removal_asked_by_id uuid,
  removed_on date,
  removed_by_id uuid,
  removal_proof text,
  sort_key text collate "C" generated always as (varde_sort_key(coalesce(role, ''))) stored,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references person,
  foreign key (organisation_id, system_id) references system,
  foreign key (organisation_id, zone_id) references premises_zone,
  foreign key (organisation_id, granted_by_id) references person,
  foreign key (organisation_id, confirmed_by_id) references person,
  foreign key (organisation_id, removal_asked_by_id) references person,
  foreign key (organisation_id, removed_by_id) references person
);
create index access_grant_of_person on access_grant (organisation_id, person_id, from_date, id);
create index access_grant_of_system on access_grant (organisation_id, system_id, from_date, id);
create index access_grant_of_zone on access_grant (organisation_id, zone_id, from_date, id);
create index access_grant_in_order on access_grant (organisation_id, from_date, id);
create index access_grant_to_end on access_grant (organisation_id, least(to_date, employment_ends)) where removed_on is null;
select varde_isolate('access_grant');
