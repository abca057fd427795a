-- Which need at work a role was given for; null where it was given before anybody asked, or with the organisation itself (S2-46).
alter table role_assignment add column reason text;
