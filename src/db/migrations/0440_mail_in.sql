-- Mail to the security address, read out of its mailbox. What it says lies here until somebody has made a case of it, laid it to one, or put it
-- away; then it lies there, or nowhere. Who it says it is from is sealed.
create table mail_in (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  version integer not null default 1,
  -- Of what the mail is called and says: the same mail twice is one.
  fingerprint bytea not null,
  -- Where it lies in the mailbox (RFC 9051 § 2.3.1.1).
  validity text not null,
  uid bigint not null,
  marked_read boolean not null default false,
  received_at timestamptz not null,
  status text not null check (status in ('waiting', 'made', 'joined', 'dismissed', 'aside')),
  aside text check (aside in ('own', 'automatic', 'bounce')),
  sender bytea,
  subject text,
  text text,
  -- Nobody could read it, or it was larger than is taken: it stands in the mailbox.
  unread text check (unread in ('tooLarge', 'broken')),
  left_out integer not null default 0,
  -- What the organisation's own server found of the sender's domain.
  dmarc text check (dmarc in ('pass', 'fail')),
  -- An answer to a case that takes no more answers.
  late boolean not null default false,
  deviation_id uuid,
  settled_at timestamptz,
  settled_by uuid,
  dismissal text check (dismissal in ('spam', 'notDeviation', 'known')),
  told boolean not null default false,
  primary key (organisation_id, id),
  unique (organisation_id, fingerprint),
  unique (organisation_id, validity, uid),
  foreign key (organisation_id, deviation_id) references deviation (organisation_id, id),
  foreign key (organisation_id, settled_by) references person (organisation_id, id),
  check ((status = 'aside') = (aside is not null)),
  check (status not in ('made', 'joined') or deviation_id is not null),
  check (status not in ('made', 'dismissed', 'aside') or (sender is null and subject is null and text is null))
);
select varde_isolate('mail_in');
create index mail_in_by_status on mail_in (organisation_id, status, received_at, id);
create index mail_in_by_case on mail_in (organisation_id, deviation_id, received_at, id) where deviation_id is not null;

-- How far the mailbox is read, and how it went the last time.
create table mailbox_reading (
  organisation_id uuid not null primary key references organisation (id),
  -- Nothing from before it was turned on is read.
  begun_at timestamptz not null,
  validity text not null,
  next_uid bigint not null,
  read_at timestamptz,
  fault text check (fault in ('setUp', 'signIn', 'unavailable')),
  fault_at timestamptz
);
select varde_isolate('mailbox_reading');

-- What an answer to a mail about a case is known by: gone when the case is closed, and another when it is opened again.
create table deviation_reply (
  organisation_id uuid not null references organisation (id),
  deviation_id uuid not null,
  token_mark bytea not null,
  sealed bytea not null,
  primary key (organisation_id, deviation_id),
  unique (organisation_id, token_mark),
  foreign key (organisation_id, deviation_id) references deviation (organisation_id, id) on delete cascade
);
select varde_isolate('deviation_reply');

alter table mail add column reply_to text, add column reply_token text;
alter table mail add constraint mail_reply_whole check ((reply_to is null) = (reply_token is null));
