-- Whose turn it is to sweep: a row and not a lock of a connection, which behind a pooler is somebody else's the next moment.
-- The owner's alone.
create table sweep_turn (
  name text primary key,
  holder uuid not null,
  taken_at timestamptz not null
);
revoke all on sweep_turn from varde_web;

-- The tables of the installation are outside every organisation, so no policy narrows them: the web role gets only what set-up,
-- sign-in and settings do. An organisation keeps its name, its address and its day; an account its address and its home.
revoke all on organisation, account, membership, session, sign_in_attempt, installation, migration from varde_web;
grant select, insert on organisation to varde_web;
grant update (profile_version) on organisation to varde_web;
grant select, insert on account to varde_web;
grant update (password_hash, disabled_at) on account to varde_web;
grant select, insert, delete on membership to varde_web;
grant select, insert, delete on session to varde_web;
grant update (seen_at) on session to varde_web;
grant select, insert, delete on sign_in_attempt to varde_web;
grant update (failures) on sign_in_attempt to varde_web;
grant select, insert, delete on installation to varde_web;
grant update (value) on installation to varde_web;

-- 'sending': the mail server has been asked to take it, and has not answered yet. 'uncertain': it never did.
alter table mail drop constraint mail_status_check;
alter table mail add constraint mail_status_check check (status in ('waiting', 'sending', 'sent', 'uncertain', 'failed'));
