-- The reference to another overview is a text of a system too: it is found by its words.
drop trigger words on system;
drop trigger words_changed on system;
select varde_searched('system', 'name', 'purpose', 'log_kept', 'other_overview');
