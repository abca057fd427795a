-- A contract that runs out is looked for by the clock, and is a filter of the list; so is an agreement that does.
create index supplier_by_end on supplier (organisation_id, contract_until, id);
create index agreement_by_end on agreement (organisation_id, ends_on, id);
