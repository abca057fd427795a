-- What else an incident must be told by than the GDPR: a row for each such set of rules that the organisation is under, with its own clock.
create table deviation_regime (
  organisation_id uuid not null references organisation (id),
  deviation_id uuid not null,
  regime text not null check (regime in ('digitalSecurity', 'processor')),
  applies text not null check (applies in ('yes', 'no')),
  known_at timestamptz,
  reason text,
  warned_at timestamptz,
  updated_at timestamptz,
  reported_at timestamptz,
  primary key (organisation_id, deviation_id, regime),
  foreign key (organisation_id, deviation_id) references deviation (organisation_id, id) on delete cascade,
  check (applies = 'no' or known_at is not null),
  check (applies = 'yes' or reason is not null)
);
select varde_isolate('deviation_regime');
