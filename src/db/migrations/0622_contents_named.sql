-- What a sealed content lies under is its own for each key it was sealed with, and stands in the row: of two who seal the same file, or one who is broken
-- off, neither writes over nor takes away what the row names. Null: the one name there was, where it is sealed.
alter table file add column sealed_as text;
