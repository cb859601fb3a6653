-- Each order that calls for a street's posts to be covered stands by itself: a street is covered while one of them does. An order that was
-- withdrawn is known by its number, so that it calls for nothing when the news of it comes later than that of its withdrawal.
alter table street_coverage
    drop constraint street_coverage_pkey,
    add primary key (street_path, order_id);

create table coverage_withdrawn (
    order_id uuid primary key
);

-- Whom temporary help has named: it counts while that help lasts.
alter table supply_deputy add column by_help boolean not null default false;
