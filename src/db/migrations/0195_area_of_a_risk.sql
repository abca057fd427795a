-- Which area of the head of IT's an analysis is about, where it is about one (S4-098).
alter table risk add column area text check (area in ('infrastructure', 'hardware', 'securitySystems'));
