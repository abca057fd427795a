-- When a processor says that it will use another sub-processor, and what we said to it before the time to object ran out (GDPR art. 28(2)).
alter table agreement_sub_processor add column noticed_on date;
alter table agreement_sub_processor add column answer text check (answer in ('accepted', 'objected'));
alter table agreement_sub_processor add column answered_on date;
alter table agreement_sub_processor add column objection text;
