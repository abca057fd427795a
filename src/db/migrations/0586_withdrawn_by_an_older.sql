-- During an update a process of the version before withdraws a comment by emptying the text, and knows of nothing sealed: what lies in the
-- clear comes first, so it is withdrawn all the same, and the sweep seals it.
alter table comment drop constraint comment_withdrawn;
