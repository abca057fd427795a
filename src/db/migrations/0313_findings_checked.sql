-- What was done about a finding, before whoever led the audit has seen that it helped and closes it.
alter table audit_finding add column done_on date, add column effect text;
