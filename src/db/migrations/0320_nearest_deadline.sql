-- The nearest that is due by other rules than the GDPR, kept with the case: the worklist is in the order of the nearest clock of all that run.
alter table deviation add column regime_due timestamptz;

select set_config('varde.organisations', coalesce((select string_agg(id::text, ',') from organisation), ''), true);

with told as (
  select d.organisation_id, d.id, min(due.at) as at
  from deviation d
  join organisation_profile o on o.organisation_id = d.organisation_id and o.version = d.profile_version
  join deviation_regime r on r.organisation_id = d.organisation_id and r.deviation_id = d.id and r.applies = 'yes'
  cross join lateral (select r.known_at + case when r.regime = 'processor'
    then make_interval(hours => coalesce((o.profile #>> '{regimes,processorHours}')::integer, 24)) else interval '24 hours' end as warning) w
  cross join lateral (values
    (case when r.warned_at is null then w.warning end),
    (case when r.regime = 'digitalSecurity' and r.updated_at is null then r.known_at + interval '72 hours' end),
    (case when r.regime = 'digitalSecurity' and r.reported_at is null
      then (coalesce(r.warned_at, w.warning) at time zone 'Europe/Oslo' + interval '1 month') at time zone 'Europe/Oslo' end)) as due (at)
  where d.merged_into is null and due.at is not null
  group by d.organisation_id, d.id
), asked as (
  select d.organisation_id, d.id, min(coalesce(d.aware_at, d.discovered_at, d.received_at) + make_interval(hours => rule.hours)) as at
  from deviation d
  join organisation_profile o on o.organisation_id = d.organisation_id and o.version = d.profile_version
  cross join lateral (values
    ('digitalSecurity', case when o.profile #>> '{regimes,digitalSecurity}' = 'true' then 24 end),
    ('processor', (o.profile #>> '{regimes,processorHours}')::integer)) as rule (regime, hours)
  where d.status in ('received', 'open', 'proposed') and d.channel <> 'imported' and rule.hours is not null
    and not exists (select from deviation_regime r where r.organisation_id = d.organisation_id and r.deviation_id = d.id and r.regime = rule.regime)
  group by d.organisation_id, d.id
)
update deviation d set regime_due = least(told.at, asked.at)
from told full join asked on asked.organisation_id = told.organisation_id and asked.id = told.id
where d.organisation_id = coalesce(told.organisation_id, asked.organisation_id) and d.id = coalesce(told.id, asked.id);

drop index deviation_by_deadline;
drop index deviation_in_order;
alter table deviation drop column deadline_order;
alter table deviation add column deadline_order timestamp generated always as (
  case when regime_due is not null or (notify_by is not null and authority_notified_at is null and authority_track <> 'notOwed')
    then least(regime_due at time zone 'UTC',
      case when authority_notified_at is null and authority_track <> 'notOwed' then notify_by at time zone 'UTC' end)
    else coalesce(notify_by at time zone 'UTC', 'infinity'::timestamp) + interval '1000 years' end) stored;
create index deviation_by_deadline on deviation (organisation_id, deadline_order, id) where status in ('received', 'open', 'proposed');
create index deviation_in_order on deviation (organisation_id, deadline_order, id) where status <> 'draft';
