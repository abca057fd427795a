-- A loan card may be lost as one's own: from then it is late no more, and is deactivated within a day. Whoever finds it still hands it in.
alter table loan_card add column lost_at timestamptz;
alter table loan_card add column deactivated_at timestamptz;
alter table loan_card add check (deactivated_at is null or lost_at is not null);
