-- Of an incident that is shared: since when whoever shares it has known. Those who are told have a clock of their own, and see whose is whose.
alter table shared_record add column known_at timestamptz;
