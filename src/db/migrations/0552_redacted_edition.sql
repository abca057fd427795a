-- The edition in which something was taken out of what is shared: those who have an earlier one are told to look at theirs.
alter table shared_record add column redacted_edition integer;
