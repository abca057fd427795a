-- Whom an overdue task was last taken to: their leaders are next, when it is still not done after the time that the profile sets.
alter table task add column line uuid[] not null default '{}';
