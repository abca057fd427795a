-- Systems (M09): the first plain register.

create table system (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  version integer not null default 1,
  name text not null,
  purpose text,
  owner_unit_id uuid,
  owner_id uuid,
  super_user_id uuid,
  data_kinds text[] not null default '{}',
  in_use text not null default 'yes' check (in_use in ('yes', 'no')),
  primary key (organisation_id, id),
  foreign key (organisation_id, owner_unit_id) references unit (organisation_id, id),
  foreign key (organisation_id, owner_id) references person (organisation_id, id),
  foreign key (organisation_id, super_user_id) references person (organisation_id, id)
);
select varde_isolate('system');
create unique index system_name on system (organisation_id, lower(name));
