-- Whom an overdue task was taken to: they may read the task, though perhaps not the case it belongs to (M24).
alter table task add column escalated_to uuid[] not null default '{}';

-- When a mail was last tried, so that the latest fault can be told from an old one.
alter table mail add column tried_at timestamptz;
