-- What a measure is for is asked, and may be unanswered: a reporter's row without an answer is no measure to limit the harm.
alter table deviation_measure alter column purpose drop not null;
