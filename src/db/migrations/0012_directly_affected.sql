-- S1-23: whoever is not directly affected need only say what happened. Null: not asked, or not answered.
alter table deviation add column directly_affected text check (directly_affected in ('yes', 'no'));
