-- When somebody was last put on the register of those who can be asked: two years after, or after their last duty, they are off it.
alter table person add column named_at timestamptz not null default now();
