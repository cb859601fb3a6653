-- The order in which donations were received: their numbers are text, in which 10 would come before 9.
alter table supply_donation add column serial bigint generated always as identity unique;

-- What is promised of a place's goods and has not left it: answers to needs, and transfers that were approved.
create view supply_promise as
    select holder_id, item_code, sum(quantity)::bigint as quantity
    from (select d.from_id as holder_id, n.item_code, d.quantity
          from supply_delivery d join supply_need n on n.id = d.need_id
          where d.from_id is not null and d.state in ('PROPOSED', 'ACCEPTED')
          union all
          select t.holder_id, t.item_code, t.quantity
          from supply_transfer t where t.direction = 'OUT' and t.state = 'APPROVED') promised
    group by holder_id, item_code;

-- What lies where on a day, and how much of it may go. Every act and every page reads it here.
-- usable: not expired; soon: of these, what expires within so many days or a quarter of its shelf life;
-- free: usable and not promised; spare: free and above the floor. Free and spare are below nothing where too much is promised.
create function supply_shelf(today date, ahead integer) returns table (
    holder_id uuid, item_code text, usable bigint, soon bigint, expired bigint, promised bigint, floor bigint,
    free bigint, spare bigint) language sql stable as $$
    select s.holder_id, s.item_code, s.usable, s.soon, s.expired, s.promised, s.floor,
           s.usable - s.promised, s.usable - s.promised - s.floor
    from (select k.holder_id, k.item_code, coalesce(l.usable, 0)::bigint as usable, coalesce(l.soon, 0)::bigint as soon,
                 coalesce(l.expired, 0)::bigint as expired, coalesce(p.quantity, 0)::bigint as promised,
                 coalesce(f.minimum, 0)::bigint as floor
          from (select b.holder_id, l.item_code from supply_balance b join supply_lot l on l.id = b.lot_id
                where b.physical and b.quantity > 0
                union select p.holder_id, p.item_code from supply_promise p
                union select f.holder_id, f.item_code from supply_floor f) k
          left join (select b.holder_id, l.item_code,
                            sum(b.quantity) filter (where l.expires_on is null or l.expires_on >= today) as usable,
                            sum(b.quantity) filter (where l.expires_on >= today
                                and l.expires_on < today + least(ahead, coalesce(i.shelf_days / 4, ahead))) as soon,
                            sum(b.quantity) filter (where l.expires_on < today) as expired
                     from supply_balance b join supply_lot l on l.id = b.lot_id join supply_item i on i.code = l.item_code
                     where b.physical and b.quantity > 0 group by b.holder_id, l.item_code) l
              on l.holder_id = k.holder_id and l.item_code = k.item_code
          left join supply_promise p on p.holder_id = k.holder_id and p.item_code = k.item_code
          left join supply_floor f on f.holder_id = k.holder_id and f.item_code = k.item_code) s
$$;
