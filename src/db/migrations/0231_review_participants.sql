-- Who took part in a review (S4-120).
alter table review_held add column participants_ids uuid[] not null default '{}';
