-- Documents that have been finished are kept whole: the data and the file made from it, never changed (M22).
create table document (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  subject_type text not null,
  subject_id uuid not null,
  kind text not null,
  number integer not null,
  language text not null check (language in ('nb', 'nn', 'en')),
  content jsonb not null,
  pdf bytea not null,
  sha256 bytea not null,
  created_at timestamptz not null,
  created_by uuid,
  primary key (organisation_id, id),
  unique (organisation_id, subject_id, kind, number),
  foreign key (organisation_id, created_by) references person (organisation_id, id)
);
select varde_isolate('document');
revoke update, delete on document from varde_web;

-- Notices to Datatilsynet (M06). A row is a version: a draft until it is registered as sent, then never changed.
create table authority_notice (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  version integer not null default 1,
  deviation_id uuid not null,
  number integer not null,
  kind text not null check (kind in ('preliminary', 'supplementary', 'complete', 'withdrawn')),
  status text not null check (status in ('draft', 'sent', 'discarded')),
  language text not null check (language in ('nb', 'nn')),
  created_at timestamptz not null,
  -- In the order of Datatilsynet's form.
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
  sent_at timestamptz,
  registered_at timestamptz,
  registered_by uuid,
  external_reference text,
  document_id uuid,
  primary key (organisation_id, id),
  unique (organisation_id, deviation_id, number),
  check ((status = 'sent') = (sent_at is not null)),
  foreign key (organisation_id, deviation_id) references deviation (organisation_id, id),
  foreign key (organisation_id, registered_by) references person (organisation_id, id),
  foreign key (organisation_id, document_id) references document (organisation_id, id)
);
select varde_isolate('authority_notice');

-- What a preliminary notice still owes, each with a date of its own (S1-50).
create table notice_owed (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  deviation_id uuid not null,
  what text not null,
  due_at timestamptz not null,
  supplied_by uuid,
  supplied_at timestamptz,
  primary key (organisation_id, id),
  foreign key (organisation_id, deviation_id) references deviation (organisation_id, id),
  foreign key (organisation_id, supplied_by) references authority_notice (organisation_id, id)
);
select varde_isolate('notice_owed');
create index notice_owed_case on notice_owed (organisation_id, deviation_id);

-- What came back, and what was said: receipt, answer, order with a date, contact (S3-21, S4-142, S4-159).
create table authority_letter (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  deviation_id uuid not null,
  kind text not null check (kind in ('receipt', 'answer', 'order', 'contact')),
  at timestamptz not null,
  reference text,
  question text,
  content text not null,
  due_at timestamptz,
  followed_at timestamptz,
  followed_how text,
  registered_by uuid not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, deviation_id) references deviation (organisation_id, id),
  foreign key (organisation_id, registered_by) references person (organisation_id, id)
);
select varde_isolate('authority_letter');
create index authority_letter_case on authority_letter (organisation_id, deviation_id);

-- Copies to other parties, never to data subjects: they have their own message (S3-18).
create table notice_copy (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  notice_id uuid not null,
  deviation_id uuid not null,
  party text not null,
  party_role text not null check (party_role in ('processor', 'jointController', 'controller', 'systemOwner', 'supplier', 'otherAuthority', 'other')),
  sent_at timestamptz not null,
  sent_by uuid not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, notice_id) references authority_notice (organisation_id, id),
  foreign key (organisation_id, deviation_id) references deviation (organisation_id, id),
  foreign key (organisation_id, sent_by) references person (organisation_id, id)
);
select varde_isolate('notice_copy');
create index notice_copy_case on notice_copy (organisation_id, deviation_id);

-- Messages to data subjects, one a language (S4-143 to S4-166).
create table subject_message (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  version integer not null default 1,
  deviation_id uuid not null,
  language text not null check (language in ('nb', 'nn', 'en')),
  status text not null check (status in ('draft', 'signed', 'sent')),
  created_at timestamptz not null,
  what_happened text,
  consequences text,
  measures text,
  advice text,
  contacts text,
  signed_by uuid,
  signed_at timestamptz,
  channels text[] not null default '{}',
  reach text,
  told_count integer check (told_count >= 0),
  told_unknown boolean not null default false,
  sent_at timestamptz,
  sent_by uuid,
  document_id uuid,
  primary key (organisation_id, id),
  check (status = 'draft' or signed_at is not null),
  check ((status = 'sent') = (sent_at is not null)),
  foreign key (organisation_id, deviation_id) references deviation (organisation_id, id),
  foreign key (organisation_id, signed_by) references person (organisation_id, id),
  foreign key (organisation_id, sent_by) references person (organisation_id, id),
  foreign key (organisation_id, document_id) references document (organisation_id, id)
);
select varde_isolate('subject_message');
create index subject_message_case on subject_message (organisation_id, deviation_id);
