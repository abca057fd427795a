-- The reference to another overview is a text of a system too: it is found by its words.
select varde_searched('system', 'name', 'purpose', 'log_kept', 'other_overview');
