-- The organisation that made an account: its administrators give the link to a first password, and a new one when it is forgotten. An
-- account that several organisations let in would otherwise be nobody's to help. Null: made before this was kept.
alter table account add column home_organisation_id uuid references organisation (id);
