-- ID cards from the order to their return (S4-200 to S4-207), and loan cards (S4-208).
create table id_card (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  version integer not null default 1,
  uses text[] not null,
  zones text,
  delivery text check (delivery in ('mail', 'collect')),
  replaces_id uuid,
  holder_id uuid not null,
  leader_id uuid,
  card_number text,
  status text not null check (status in ('ordered', 'declined', 'passed', 'produced', 'sent', 'ready', 'active', 'lost', 'deactivated', 'returned')),
  ordered_at timestamptz,
  passed_at timestamptz,
  produced_at timestamptz,
  delivered_at timestamptz,
  received_at timestamptz,
  lost_at timestamptz,
  deactivated_at timestamptz,
  replaced_at timestamptz,
  leaves_on date,
  handed_in_at timestamptz,
  forwarded_at timestamptz,
  returned_at timestamptz,
  sort_key text collate "C" generated always as (varde_sort_key(coalesce(card_number, ''))) stored,
  primary key (organisation_id, id),
  foreign key (organisation_id, replaces_id) references id_card (organisation_id, id),
  foreign key (organisation_id, holder_id) references person (organisation_id, id),
  foreign key (organisation_id, leader_id) references person (organisation_id, id)
);
select varde_isolate('id_card');
create index id_card_in_order on id_card (organisation_id, sort_key, id);
create index id_card_by_status on id_card (organisation_id, status, sort_key, id);
create index id_card_of_holder on id_card (organisation_id, holder_id);
create index id_card_of_leader on id_card (organisation_id, leader_id);
create index id_card_of_replaced on id_card (organisation_id, replaces_id);

create table loan_card (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  version integer not null default 1,
  holder_id uuid not null,
  card_number text not null,
  lent_at timestamptz not null,
  handed_in_at timestamptz,
  sort_key text collate "C" generated always as (varde_sort_key(card_number)) stored,
  primary key (organisation_id, id),
  foreign key (organisation_id, holder_id) references person (organisation_id, id)
);
select varde_isolate('loan_card');
create index loan_card_out on loan_card (organisation_id, handed_in_at desc nulls first, lent_at desc, id);
create index loan_card_of_holder on loan_card (organisation_id, holder_id);
