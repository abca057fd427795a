-- A round of reminders to one mailbox: a mail that says of how many more it tells, in the place of one for each (S0-17).
alter table mail add column more integer not null default 0;
