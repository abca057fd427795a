-- A text removed from a case is removed from versions of the notice that were put away as well: they were never sent. Their number,
-- kind and status stand, and what is sent stands whole.
drop trigger stands on authority_notice;
create trigger stands before update on authority_notice for each row
  when (old.status = 'sent' or (old.status <> 'draft' and (old.status, old.number, old.kind) is distinct from (new.status, new.number, new.kind)))
  execute function varde_stands();
create trigger stands_kept before delete on authority_notice for each row
  when (old.status <> 'draft') execute function varde_stands();
