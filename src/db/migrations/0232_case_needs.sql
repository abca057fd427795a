-- How important the three attributes of information security are for what a case is about (S4-010, S4-011).
alter table deviation_assessment
  add column confidentiality text check (confidentiality in ('low', 'medium', 'high')),
  add column integrity text check (integrity in ('low', 'medium', 'high')),
  add column availability text check (availability in ('low', 'medium', 'high'));
