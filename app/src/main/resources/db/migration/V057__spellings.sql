-- What a name can be looked for by in letters: its pinyin and the initials of it, from every syllable on. Written with the
-- name; rows from before this column are filled at the next start.
alter table area add column spelling text;
alter table member_unit add column spelling text;
alter table duty_post add column spelling text;
alter table supply_item add column spelling text;
