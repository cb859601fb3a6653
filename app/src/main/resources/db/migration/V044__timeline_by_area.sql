-- Who sees one community reads its part of the timeline, not all of it.
create index timeline_area on timeline_entry (area_path, kind) include (quantity);
