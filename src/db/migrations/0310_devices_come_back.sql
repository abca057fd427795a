-- The last day of whoever has a device: from then on it is to be handed in.
alter table device add column leaves_on date;
