-- A confirmation is kept back, or goes by itself, as a record of its own (docs/decisions/0047): it has an id like the others. A process of the
-- version before writes none, and gets one.
alter table article_confirmation add column id uuid not null default gen_random_uuid();
alter table article_confirmation add unique (organisation_id, id);
