-- Where an answer to a mail goes holds what lets it in to a case: sealed in the outbox, and gone when the mail is sent. What waits now goes
-- without: it is answered by hand.
alter table mail drop constraint mail_reply_whole;
alter table mail drop column reply_to, drop column reply_token;
alter table mail add column reply bytea;

-- Links that ended otherwise than by an answer kept whom they were sent to.
create index deviation_outsider_until on deviation_outsider (organisation_id, until);
