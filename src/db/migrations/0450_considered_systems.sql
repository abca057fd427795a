-- A system that a template wrote is considered: not in use until somebody says so.
alter table system drop constraint system_in_use_check;
alter table system add constraint system_in_use_check check (in_use in ('yes', 'considered', 'no'));
