-- Which classes of information a system and a governing document hold (S4-013), and how well what an activity uses must be kept (S2-45).
alter table system add column information_classes text[] not null default '{}'
  check (information_classes <@ array['public', 'internal', 'exempt', 'personal', 'sensitive']);
alter table governing_document add column information_classes text[] not null default '{}'
  check (information_classes <@ array['public', 'internal', 'exempt', 'personal', 'sensitive']);
alter table processing
  add column confidentiality text check (confidentiality in ('low', 'medium', 'high')),
  add column integrity text check (integrity in ('low', 'medium', 'high')),
  add column availability text check (availability in ('low', 'medium', 'high'));
