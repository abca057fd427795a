-- A report by somebody who is not signed in (S4-131). Who it was is nowhere: there is a mark of the code that they follow the case with, and
-- the mark tells nothing without the key of the house.
alter table deviation drop constraint deviation_channel_check;
alter table deviation add constraint deviation_channel_check
  check (channel in ('form', 'quick', 'open', 'oral', 'sms', 'telephone', 'email', 'ownInitiative', 'imported'));

alter table deviation_reporter add column receipt_mark text;
alter table deviation_reporter add constraint deviation_reporter_receipt
  check (receipt_mark is null or (person_id is null and outside is null and sealed is null and not protected));
-- A mail that tells of one says when it went: nothing is left of it once it has.
alter table mail add column leaves_nothing boolean not null default false;

create unique index deviation_reporter_receipt on deviation_reporter (organisation_id, receipt_mark) where receipt_mark is not null;
