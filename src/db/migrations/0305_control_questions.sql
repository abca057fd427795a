-- A few questions that a reader answers before they confirm: written with the text, in each language, and kept with each edition.
alter table article add column check_nb text;
alter table article add column check_nn text;
alter table article add column check_en text;
alter table article_published add column check_nb text;
alter table article_published add column check_nn text;
alter table article_published add column check_en text;
