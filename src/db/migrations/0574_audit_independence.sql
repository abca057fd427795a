-- Why an audit is impartial though somebody who leads it or takes part in it leads, or belongs to, what is audited (ISO/IEC 27001 9.2.2 b).
alter table security_audit add column independence text;
