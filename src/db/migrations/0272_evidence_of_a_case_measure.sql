-- What shows that a measure of a case was carried out (S4-005), as a measure of a risk analysis says.
alter table deviation_measure add column evidence text;
