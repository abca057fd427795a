-- Each taking of a shared record has lines of its own, or a second unit of the organisation could not take it: ours by the id at the source.
-- A line that is not named here was taken while it kept the source's id, and has it still.
alter table taken_record add column lines jsonb not null default '{}';
