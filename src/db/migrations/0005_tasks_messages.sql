-- Tasks with deadlines, notices in the product, and the mail outbox (M24, M25).

create table task (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  subject_type text not null,
  subject_id uuid not null,
  -- What is to be done; with `key` it is the same task each time it is derived from the record's state.
  kind text not null,
  key text not null default '',
  -- In every language, as data: this service knows no register, and the words stay what they were.
  title jsonb not null,
  reference text,
  href text not null,
  -- A person, or everyone with one of the roles.
  person_id uuid,
  roles text[] not null default '{}',
  due_at timestamptz,
  status text not null default 'open' check (status in ('open', 'done', 'dropped')),
  created_at timestamptz not null,
  ended_at timestamptz,
  -- When the next reminder is due, and how many have been sent. Swept, so a restart loses none.
  remind_at timestamptz,
  reminded integer not null default 0,
  remind_hours_left integer[] not null default '{}',
  escalated_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);
select varde_isolate('task');
create unique index task_open on task (organisation_id, subject_id, kind, key) where status = 'open';
create index task_person on task (organisation_id, person_id) where status = 'open';
create index task_due on task (organisation_id, due_at) where status = 'open';
create index task_remind on task (organisation_id, remind_at) where status = 'open' and remind_at is not null;

create table message (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  person_id uuid not null,
  kind text not null,
  title jsonb not null,
  -- The reference of the record, never its content.
  reference text,
  href text not null,
  created_at timestamptz not null,
  read_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, person_id) references person (organisation_id, id)
);
select varde_isolate('message');
create index message_unread on message (organisation_id, person_id, created_at) where read_at is null;

create table mail (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  address text not null,
  language text not null check (language in ('nb', 'nn', 'en')),
  kind text not null,
  title text not null,
  reference text,
  href text not null,
  status text not null default 'waiting' check (status in ('waiting', 'sent', 'failed')),
  attempts integer not null default 0,
  created_at timestamptz not null,
  sent_at timestamptz,
  -- The server's answer code only.
  last_error text,
  primary key (organisation_id, id)
);
select varde_isolate('mail');
create index mail_waiting on mail (organisation_id, created_at) where status <> 'sent';
