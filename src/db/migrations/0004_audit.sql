-- The log (M23): what happened, to what, when, by whom. Append-only for the web role.

create table audit_event (
  organisation_id uuid not null references organisation (id),
  id uuid not null,
  at timestamptz not null,
  -- Null where the clockwork acted, or where the actor is protected (S4-131).
  actor_id uuid,
  actor_kind text not null check (actor_kind in ('person', 'protected', 'clockwork')),
  subject_type text not null,
  subject_id uuid,
  type text not null,
  data jsonb not null,
  primary key (organisation_id, id),
  foreign key (organisation_id, actor_id) references person (organisation_id, id)
);
select varde_isolate('audit_event');
create index audit_event_subject on audit_event (organisation_id, subject_id, at);
create index audit_event_at on audit_event (organisation_id, at);
revoke update, delete on audit_event from varde_web;
