-- Cases out of an older register: closed history, known by the number that they had there. An old number is one case's.
alter table deviation drop constraint deviation_channel_check;
alter table deviation add constraint deviation_channel_check
  check (channel in ('form', 'quick', 'oral', 'sms', 'telephone', 'email', 'ownInitiative', 'imported'));
create unique index deviation_old_number on deviation (organisation_id, external_key) where channel = 'imported';

-- What an import added is taken back whole, and nothing else is ever deleted but a draft.
alter table deviation_handling
  drop constraint deviation_handling_organisation_id_deviation_id_fkey,
  add constraint deviation_handling_organisation_id_deviation_id_fkey
    foreign key (organisation_id, deviation_id) references deviation (organisation_id, id) on delete cascade;
alter table deviation_assessment
  drop constraint deviation_assessment_organisation_id_deviation_id_fkey,
  add constraint deviation_assessment_organisation_id_deviation_id_fkey
    foreign key (organisation_id, deviation_id) references deviation (organisation_id, id) on delete cascade;
alter table deviation_closing
  drop constraint deviation_closing_organisation_id_deviation_id_fkey,
  add constraint deviation_closing_organisation_id_deviation_id_fkey
    foreign key (organisation_id, deviation_id) references deviation (organisation_id, id) on delete cascade;
