-- What people ask the controller's office and Procurement for: an agreement, or help with drafting one (S2-44, S4-111).

create table agreement_request (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  version integer not null default 1,
  kind text not null check (kind in ('agreement', 'drafting')),
  counterpart text not null,
  about text not null,
  unit_id uuid,
  asked_by_id uuid not null,
  asked_at timestamptz not null,
  answer text,
  agreement_id uuid,
  answered_by_id uuid,
  answered_at timestamptz,
  sort_key text collate "C" generated always as (varde_sort_key(counterpart)) stored,
  primary key (organisation_id, id),
  foreign key (organisation_id, unit_id) references unit (organisation_id, id),
  foreign key (organisation_id, asked_by_id) references person (organisation_id, id),
  foreign key (organisation_id, agreement_id) references agreement (organisation_id, id),
  foreign key (organisation_id, answered_by_id) references person (organisation_id, id)
);
select varde_isolate('agreement_request');
create index agreement_request_waiting on agreement_request (organisation_id, answered_at desc nulls first, asked_at desc, id);
