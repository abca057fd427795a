-- The yearly internal control (S2-01): questionnaires that are written here, rounds in which units answer them, and what they answered.

-- One edition of a questionnaire. Its questions change without a deploy, so they are data: content holds the scales, sections and questions.
create table questionnaire (
  organisation_id uuid not null references organisation,
  id uuid not null,
  version integer not null default 1,
  family_id uuid not null,
  edition integer not null,
  name text not null,
  source text,
  source_on date,
  status text not null check (status in ('draft', 'published', 'retired')),
  content jsonb not null,
  published_at timestamptz,
  published_by_id uuid,
  primary key (organisation_id, id),
  unique (organisation_id, family_id, edition),
  check ((status = 'draft') = (published_at is null)),
  foreign key (organisation_id, published_by_id) references person
);
select varde_isolate('questionnaire');
-- What is published stands; it may only be taken out of use.
create trigger stands before update on questionnaire for each row
  when (old.status <> 'draft' and to_jsonb(new) - 'status' - 'version' <> to_jsonb(old) - 'status' - 'version') execute function varde_stands();
create trigger stays before delete on questionnaire for each row when (old.status <> 'draft') execute function varde_stands();

create table campaign (
  organisation_id uuid not null references organisation,
  id uuid not null,
  version integer not null default 1,
  name text not null,
  year integer not null check (year between 2000 and 2100),
  questionnaire_id uuid not null,
  units_ids uuid[] not null default '{}',
  opens_on date not null,
  due_on date not null,
  days_a_level integer not null default 0 check (days_a_level between 0 and 60),
  contact text,
  administrator_id uuid not null,
  status text not null check (status in ('planned', 'open', 'closed')),
  opened_at timestamptz,
  closed_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, questionnaire_id) references questionnaire,
  foreign key (organisation_id, administrator_id) references person
);
create index campaign_planned on campaign (organisation_id, opens_on, id) where status = 'planned';
create index campaign_by_year on campaign (organisation_id, year desc, id);
create index campaign_questionnaire on campaign (organisation_id, questionnaire_id);
select varde_isolate('campaign');

-- A unit as it stood when the round opened. It keeps its name and its place, whatever becomes of the unit.
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
  position integer not null,
  due_on date not null,
  status text not null check (status in ('open', 'sent')),
  sent_at timestamptz,
  delegate_id uuid,
  primary key (organisation_id, id),
  unique (organisation_id, campaign_id, unit_id),
  foreign key (organisation_id, campaign_id) references campaign,
  foreign key (organisation_id, unit_id) references unit,
  foreign key (organisation_id, parent_id) references campaign_unit,
  foreign key (organisation_id, delegate_id) references person
);
create index campaign_unit_in_order on campaign_unit (organisation_id, campaign_id, position);
create index campaign_unit_of on campaign_unit (organisation_id, unit_id);
select varde_isolate('campaign_unit');

-- What a unit answers. Nobody's name stands here (S2-06).
create table campaign_answer (
  organisation_id uuid not null,
  campaign_unit_id uuid not null,
  question text not null,
  option text,
  comment text,
  reason text,
  follow text check (follow in ('action', 'acceptance')),
  action text,
  owner_id uuid,
  due_on date,
  done_on date,
  done_note text,
  primary key (organisation_id, campaign_unit_id, question),
  foreign key (organisation_id, campaign_unit_id) references campaign_unit,
  foreign key (organisation_id, owner_id) references person
);
select varde_isolate('campaign_answer');

-- Who answered, kept apart from the answers: read by the administrator of the round alone (S2-06).
create table campaign_respondent (
  organisation_id uuid not null,
  campaign_unit_id uuid not null,
  person_id uuid not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  sent boolean not null default false,
  primary key (organisation_id, campaign_unit_id, person_id),
  foreign key (organisation_id, campaign_unit_id) references campaign_unit,
  foreign key (organisation_id, person_id) references person
);
select varde_isolate('campaign_respondent');

-- One question sent on to whoever knows (S2-55).
create table campaign_forward (
  organisation_id uuid not null,
  id uuid not null,
  campaign_unit_id uuid not null,
  question text not null,
  asked_by_id uuid not null,
  asked_id uuid not null,
  note text,
  asked_at timestamptz not null,
  status text not null check (status in ('open', 'answered', 'withdrawn')),
  ended_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, campaign_unit_id) references campaign_unit,
  foreign key (organisation_id, asked_by_id) references person,
  foreign key (organisation_id, asked_id) references person
);
create index campaign_forward_of on campaign_forward (organisation_id, campaign_unit_id, status);
select varde_isolate('campaign_forward');
