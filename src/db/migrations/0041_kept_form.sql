-- What somebody wrote and could not save: their session had ended, or they have not pressed the button yet. Nothing here tells who it
-- was or where: owner and place are marks made with the sealing key, and the rest is sealed. The day and not the hour, so that a row
-- cannot be laid beside a report of the same minute (S4-131).
create table kept_form (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  owner bytea not null,
  place bytea not null,
  sealed bytea not null,
  -- Its button was pressed, after the session had ended. Else it is a copy of what is being written.
  posted boolean not null,
  kept_on date not null,
  primary key (organisation_id, id)
);
select varde_isolate('kept_form');
create unique index kept_form_place on kept_form (organisation_id, place);
create index kept_form_owner on kept_form (organisation_id, owner);
create index kept_form_day on kept_form (organisation_id, kept_on);
