-- A letter to those affected may be in Northern Sámi, where the profile has it.
alter table subject_message drop constraint subject_message_language_check;
alter table subject_message add constraint subject_message_language_check check (language in ('nb', 'nn', 'en', 'se'));
alter table document drop constraint document_language_check;
alter table document add constraint document_language_check check (language in ('nb', 'nn', 'en', 'se'));
