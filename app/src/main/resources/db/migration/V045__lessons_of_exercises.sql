-- A street's exercise and its lessons are its own and the district's.
alter table lesson add column exercise_area text collate "C";
update lesson l set exercise_area = e.area_path from exercise e where e.number = l.exercise;
