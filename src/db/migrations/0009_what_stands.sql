-- What has been sent, signed, kept or logged stands, in the database itself: no fault of ours, and no deed done past our rules, changes
-- it. The refusal holds for the owner of the tables too; only whoever takes the trigger away can pass, and that is seen in the schema.
-- What came afterwards is added: a receipt, an answer, how an order was followed (S3-21, S4-159).

create function varde_stands() returns trigger
  language plpgsql as $$
begin
  raise exception 'What has been sent, signed, kept or logged stands: % of % is refused', lower(tg_op), tg_table_name
    using errcode = 'restrict_violation';
end
$$;

-- The log (M23) and the kept documents (M22): added to, never changed.
create trigger stands before update or delete on audit_event for each row execute function varde_stands();
create trigger stands before update or delete on document for each row execute function varde_stands();

-- A decision in a case: another is made after it, and both are read.
create trigger stands before update or delete on deviation_decision for each row execute function varde_stands();
revoke update, delete on deviation_decision from varde_web;

-- A notice to Datatilsynet, once it is no draft: sent is what Datatilsynet has, and a number put away is not used again.
create trigger stands before update or delete on authority_notice for each row
  when (old.status <> 'draft') execute function varde_stands();
create trigger stands before update or delete on notice_owed for each row
  when (old.supplied_at is not null) execute function varde_stands();
create trigger stands before update or delete on notice_copy for each row execute function varde_stands();
revoke delete on authority_notice from varde_web;
revoke update, delete on notice_copy from varde_web;

-- A letter from Datatilsynet: only how it was followed is added, and once.
create trigger stands_kept before delete on authority_letter for each row execute function varde_stands();
revoke delete on authority_letter from varde_web;
create trigger stands before update on authority_letter for each row
  when (old.followed_at is not null
    or to_jsonb(new) - '{followed_at,followed_how}'::text[] <> to_jsonb(old) - '{followed_at,followed_how}'::text[])
  execute function varde_stands();

-- A message to data subjects: signed, its text stands until the signature is taken back; sent, all of it (S4-144). A column that a
-- later version adds stands too: what may still be written is listed, and not what may not.
create trigger stands_kept before delete on subject_message for each row
  when (old.status <> 'draft') execute function varde_stands();
create trigger stands before update on subject_message for each row
  when (old.status = 'sent' or (old.status = 'signed'
    and to_jsonb(new) - '{version,status,signed_by,signed_at,channels,reach,told_count,told_unknown,sent_at,sent_by,document_id}'::text[]
      <> to_jsonb(old) - '{version,status,signed_by,signed_at,channels,reach,told_count,told_unknown,sent_at,sent_by,document_id}'::text[]))
  execute function varde_stands();
create trigger stands_signature before update on subject_message for each row
  when (old.status = 'signed' and new.status <> 'draft' and (old.signed_by, old.signed_at) is distinct from (new.signed_by, new.signed_at))
  execute function varde_stands();

-- Emptying a table asks no row.
create trigger stands_whole before truncate on audit_event for each statement execute function varde_stands();
create trigger stands_whole before truncate on document for each statement execute function varde_stands();
create trigger stands_whole before truncate on deviation_decision for each statement execute function varde_stands();
create trigger stands_whole before truncate on authority_notice for each statement execute function varde_stands();
create trigger stands_whole before truncate on authority_letter for each statement execute function varde_stands();
create trigger stands_whole before truncate on notice_owed for each statement execute function varde_stands();
create trigger stands_whole before truncate on notice_copy for each statement execute function varde_stands();
create trigger stands_whole before truncate on subject_message for each statement execute function varde_stands();
