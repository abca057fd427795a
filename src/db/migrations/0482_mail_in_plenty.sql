-- Many mails at once hide none. Who a mail says it is from has a mark, so that one sender's can be counted and looked at together; the mark
-- goes when the mail is put away. A mail is known by what it says alone: two mailboxes may number theirs alike.
alter table mail_in drop constraint mail_in_organisation_id_validity_uid_key;
alter table mail_in add column sender_mark bytea;
-- From somebody the house knows by the address, which nobody has verified.
alter table mail_in add column known boolean not null default false;
alter table mail_in add column taken_at timestamptz not null default now();
create index mail_in_waiting on mail_in (organisation_id, known desc, received_at desc, id desc) where status = 'waiting';
create index mail_in_by_sender on mail_in (organisation_id, sender_mark, taken_at) where sender_mark is not null;
create index mail_in_by_taken on mail_in (organisation_id, taken_at);

-- Mails over what is taken in an hour: they lie unread in the mailbox, and are taken when there is room.
create table mail_held (
  organisation_id uuid not null references organisation (id),
  validity text not null,
  uid bigint not null,
  size bigint not null,
  received_at timestamptz not null,
  sender_mark bytea not null,
  known boolean not null,
  held_at timestamptz not null,
  primary key (organisation_id, validity, uid)
);
select varde_isolate('mail_held');
create index mail_held_by_turn on mail_held (organisation_id, validity, known desc, received_at);
create index mail_held_by_sender on mail_held (organisation_id, sender_mark);

-- What the mailbox is known again by, beside how its server numbers it: where it is, how many lay below what is read, the last one read.
alter table mailbox_reading add column place text;
alter table mailbox_reading add column below bigint;
alter table mailbox_reading add column anchor_uid bigint, add column anchor_size bigint, add column anchor_at timestamptz;
alter table mailbox_reading add column held_told_at timestamptz;
