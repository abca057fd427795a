-- A mailbox may be read by a token, which somebody else gives: what may go wrong then is told apart.
alter table mailbox_reading drop constraint mailbox_reading_fault_check;
alter table mailbox_reading add constraint mailbox_reading_fault_check
  check (fault in ('setUp', 'signIn', 'unavailable', 'tokenRefused', 'tokenAway'));
