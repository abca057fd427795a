-- Drafts that their writer threw away: what the page saves by itself may come late, and must not bring one back. No person and no hour.
create table discarded_draft (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  discarded_on date not null,
  primary key (organisation_id, id)
);
select varde_isolate('discarded_draft');
