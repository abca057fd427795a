-- What the record of a task is called, so that a list of tasks says which case each is in. Null: its holder may not know.
alter table task add column about jsonb;
