-- An incident that we were told of, and that is no longer shared with us before anybody said what it is here: nobody can answer it any more.
-- When we were told stands: that is when we knew.
alter table sharing_told add column withdrawn_at timestamptz;
