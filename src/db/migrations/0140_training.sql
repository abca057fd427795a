-- Training (M16): what people must know, who has learnt it, courses, needs that are reported, and news. Who has done what is seen by
-- the person, the leader, the super user of the system and whoever coordinates (src/modules/training/space.ts).

-- What everybody, a role or the users of a system must know, and how it is met.
create table training_requirement (
  organisation_id uuid not null references organisation,
  id uuid not null,
  version integer not null default 1,
  name text not null,
  about text not null check (about in ('officeTools', 'information', 'systems', 'handbook', 'reporting', 'other')),
  description text,
  fulfilled_by text not null check (fulfilled_by in ('course', 'acknowledgement', 'test')),
  applies_to text not null check (applies_to in ('everybody', 'roles', 'users')),
  roles text[] not null default '{}',
  system_id uuid,
  article_id uuid,
  link text,
  due_days integer not null,
  valid_months integer,
  in_force text not null check (in_force in ('yes', 'no')),
  sort_key text collate "C" generated always as (varde_sort_key(name)) stored,
  primary key (organisation_id, id),
  foreign key (organisation_id, system_id) references system,
  foreign key (organisation_id, article_id) references article
);
create unique index training_requirement_name on training_requirement (organisation_id, lower(name));
create index training_requirement_in_order on training_requirement (organisation_id, sort_key, id);
create index training_requirement_by_about on training_requirement (organisation_id, about, sort_key, id);
create index training_requirement_by_system on training_requirement (organisation_id, system_id, sort_key, id);
create index training_requirement_by_force on training_requirement (organisation_id, in_force, sort_key, id);
create index training_requirement_of_article on training_requirement (organisation_id, article_id);
select varde_isolate('training_requirement');
select varde_searched('training_requirement', 'name', 'description');

-- One time a course is held. Who takes part is `training_participant`.
create table training_course (
  organisation_id uuid not null references organisation,
  id uuid not null,
  version integer not null default 1,
  name text not null,
  requirement_id uuid not null,
  held_on date not null,
  place text,
  description text,
  responsible_id uuid,
  done_on date,
  sort_key text collate "C" generated always as (varde_sort_key(name)) stored,
  primary key (organisation_id, id),
  foreign key (organisation_id, requirement_id) references training_requirement,
  foreign key (organisation_id, responsible_id) references person
);
create index training_course_in_order on training_course (organisation_id, sort_key, id);
create index training_course_by_day on training_course (organisation_id, held_on, id);
create index training_course_by_requirement on training_course (organisation_id, requirement_id, held_on, id);
create index training_course_by_responsible on training_course (organisation_id, responsible_id, held_on, id);
select varde_isolate('training_course');
select varde_searched('training_course', 'name', 'place', 'description');

create table training_participant (
  organisation_id uuid not null,
  course_id uuid not null,
  person_id uuid not null,
  primary key (organisation_id, course_id, person_id),
  foreign key (organisation_id, course_id) references training_course,
  foreign key (organisation_id, person_id) references person
);
create index training_participant_of on training_participant (organisation_id, person_id);
select varde_isolate('training_participant');

-- That a person has met a requirement, and how. `number`: what the record is called where it comes from.
create table training_completion (
  organisation_id uuid not null references organisation,
  id uuid not null,
  version integer not null default 1,
  number text not null,
  person_id uuid not null,
  requirement_id uuid not null,
  completed_on date not null,
  how text not null check (how in ('course', 'acknowledgement', 'test')),
  sort_key text collate "C" generated always as (varde_sort_key(number)) stored,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references person,
  foreign key (organisation_id, requirement_id) references training_requirement
);
create unique index training_completion_number on training_completion (organisation_id, lower(number));
create index training_completion_in_order on training_completion (organisation_id, sort_key, id);
create index training_completion_by_day on training_completion (organisation_id, completed_on, id);
create index training_completion_of_person on training_completion (organisation_id, person_id, requirement_id, completed_on);
create index training_completion_by_requirement on training_completion (organisation_id, requirement_id, completed_on, id);
select varde_isolate('training_completion');
select varde_searched('training_completion', 'number');

-- Who uses a system: what its training is asked of.
create table training_user (
  organisation_id uuid not null,
  system_id uuid not null,
  person_id uuid not null,
  since date not null,
  primary key (organisation_id, system_id, person_id),
  foreign key (organisation_id, system_id) references system,
  foreign key (organisation_id, person_id) references person
);
create index training_user_of_person on training_user (organisation_id, person_id);
select varde_isolate('training_user');

-- Training that somebody says is needed, to the nearest leader (S0-09).
create table training_need (
  organisation_id uuid not null references organisation,
  id uuid not null,
  version integer not null default 1,
  topic text not null,
  description text,
  for_whom text not null check (for_whom in ('me', 'colleagues', 'unit')),
  unit_id uuid,
  status text not null check (status in ('reported', 'planned', 'closed', 'rejected')),
  reported_by_id uuid not null,
  reported_at timestamptz not null,
  receiver_id uuid,
  due_on date not null,
  planned_on date,
  reason text,
  decided_by_id uuid,
  decided_at timestamptz,
  sort_key text collate "C" generated always as (varde_sort_key(topic)) stored,
  primary key (organisation_id, id),
  foreign key (organisation_id, unit_id) references unit,
  foreign key (organisation_id, reported_by_id) references person,
  foreign key (organisation_id, receiver_id) references person,
  foreign key (organisation_id, decided_by_id) references person
);
create index training_need_newest on training_need (organisation_id, reported_at desc, id);
create index training_need_of on training_need (organisation_id, reported_by_id);
create index training_need_to on training_need (organisation_id, receiver_id);
create index training_need_by_unit on training_need (organisation_id, unit_id, status);
select varde_isolate('training_need');

-- Where people can learn more, kept by an editor (S0-11).
create table training_resource (
  organisation_id uuid not null references organisation,
  id uuid not null,
  version integer not null default 1,
  name text not null,
  description text,
  link text,
  link_works text check (link_works in ('yes', 'no')),
  audiences text[] not null default '{}',
  language text check (language in ('nb', 'nn', 'en')),
  in_use text not null check (in_use in ('yes', 'no')),
  sort_key text collate "C" generated always as (varde_sort_key(name)) stored,
  primary key (organisation_id, id)
);
create unique index training_resource_name on training_resource (organisation_id, lower(name));
create index training_resource_in_order on training_resource (organisation_id, sort_key, id);
create index training_resource_by_language on training_resource (organisation_id, language, sort_key, id);
create index training_resource_by_use on training_resource (organisation_id, in_use, sort_key, id);
select varde_isolate('training_resource');
select varde_searched('training_resource', 'name', 'description');

-- News, tips and campaigns (S4-088), and who says that they have read them: only counted, by unit.
create table training_post (
  organisation_id uuid not null references organisation,
  id uuid not null,
  version integer not null default 1,
  name text not null,
  kind text not null check (kind in ('news', 'tip', 'campaign')),
  body text not null,
  audiences text[] not null default '{}',
  shown_from date not null,
  shown_until date,
  sort_key text collate "C" generated always as (varde_sort_key(name)) stored,
  primary key (organisation_id, id)
);
create index training_post_in_order on training_post (organisation_id, sort_key, id);
create index training_post_by_day on training_post (organisation_id, shown_from, id);
create index training_post_by_kind on training_post (organisation_id, kind, shown_from, id);
select varde_isolate('training_post');
select varde_searched('training_post', 'name', 'body');

create table training_read (
  organisation_id uuid not null,
  post_id uuid not null,
  person_id uuid not null,
  primary key (organisation_id, post_id, person_id),
  foreign key (organisation_id, post_id) references training_post,
  foreign key (organisation_id, person_id) references person
);
create index training_read_of on training_read (organisation_id, person_id);
select varde_isolate('training_read');
