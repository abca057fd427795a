-- Which points of its checklist a review went through; null where what is reviewed has none (S4-119).
alter table review_held add column checked text[];
