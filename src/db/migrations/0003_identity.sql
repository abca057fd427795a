-- Sign-in (M02). An account is a way in and may belong to people in several organisations; what each may do there is in
-- role_assignment. No table here tells anything of a case.

create table account (
  id uuid primary key,
  email text not null unique check (email = lower(email)),
  -- argon2id; null for an account that signs in elsewhere.
  password_hash text,
  created_at timestamptz not null,
  disabled_at timestamptz
);

create table membership (
  account_id uuid not null references account (id),
  organisation_id uuid not null references organisation (id),
  person_id uuid not null,
  primary key (account_id, organisation_id)
);
create index membership_person on membership (organisation_id, person_id);

create table session (
  -- SHA-256 of the opaque token: whoever reads this table cannot sign in with it.
  token_hash bytea primary key,
  account_id uuid references account (id),
  organisation_id uuid not null references organisation (id),
  person_id uuid not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null
);
create index session_account on session (account_id);
create index session_expires on session (expires_at);

-- Failed sign-ins counted in windows, kept here so that they hold across processes and restarts.
create table sign_in_attempt (
  bucket text not null,
  window_start timestamptz not null,
  failures integer not null default 0,
  primary key (bucket, window_start)
);

-- One row a fact of the installation: the hash of the first-start token, whether set-up is done.
create table installation (
  name text primary key,
  value text not null
);
