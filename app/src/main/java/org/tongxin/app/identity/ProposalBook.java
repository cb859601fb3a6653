package org.tongxin.app.identity;

import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Keyset;
import org.tongxin.app.platform.Paged;
import org.tongxin.app.platform.Seen;

/** The proposals of a territory, and how far its accounts have come. Thread-safe. */
@Component
public class ProposalBook {

    private static final Keyset ORDER =
            new Keyset("account_proposal", "p", "@.area_path", "@.role", "@.title", "@.name");

    private static final String WITHIN = " p.area_path >= :territory and p.area_path < :territory || '~' ";

    private final JdbcClient jdbc;
    private final DistrictClock clock;

    ProposalBook(JdbcClient jdbc, DistrictClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * How far the accounts of a territory have come; scripts are not counted.
     *
     * @param proposed on a list and not opened
     * @param unused opened, whose holder has not chosen an own password
     * @param waiting whose holder a second person has yet to confirm
     * @param inUse all others that hold a post
     */
    public record Counts(int proposed, int unused, int waiting, int inUse) {}

    /** A place of the ring below with how many are proposed in it. */
    public record PlaceCount(String path, int proposed) {}

    /** The proposals by place, role, title and name. */
    public Paged<ProposedAccount> list(String territory, @Nullable Seen after) {
        return ORDER.read(
                jdbc,
                "select p.* from account_proposal p where" + WITHIN + "and",
                Map.of("territory", territory),
                ProposedAccount.class,
                after,
                Paged.SIZE,
                ProposedAccount::id);
    }

    /** The first of them, at most so many. */
    public List<ProposedAccount> first(String territory, int most) {
        return jdbc.sql("select p.* from account_proposal p where" + WITHIN
                        + "order by p.area_path, p.role, p.title, p.name, p.id limit :most")
                .param("territory", territory)
                .param("most", most)
                .query(ProposedAccount.class)
                .list();
    }

    /** Those of some proposals that lie in the territory. */
    public List<ProposedAccount> find(String territory, Collection<UUID> chosen) {
        return jdbc.sql("select p.* from account_proposal p where" + WITHIN + "and p.id = any(:ids)"
                        + " order by p.area_path, p.role, p.title, p.name, p.id")
                .param("territory", territory)
                .param("ids", chosen.toArray(UUID[]::new))
                .query(ProposedAccount.class)
                .list();
    }

    public Counts count(String territory) {
        return jdbc.sql("""
                with held as (select distinct on (a.id) a.must_change,
                                     a.waiting_since is not null and p.role in ('SIGNATORY', 'ADMINISTRATOR') as waits
                              from appointment p join account a on a.id = p.account_id
                              where p.area_path >= :territory and p.area_path < :territory || '~' and p.until > :now
                                and p.since < p.until and not a.scripted and a.disabled_at is null
                              order by a.id, p.since)
                select (select count(*) from account_proposal p
                        where p.area_path >= :territory and p.area_path < :territory || '~')::int as proposed,
                       count(*) filter (where must_change)::int as unused,
                       count(*) filter (where waits and not must_change)::int as waiting,
                       count(*) filter (where not waits and not must_change)::int as in_use
                from held
                """)
                .param("territory", territory)
                .param("now", clock.now().atOffset(ZoneOffset.UTC))
                .query(Counts.class)
                .single();
    }

    /** How many are proposed in each place of the ring below, and for the territory itself, in the order of codes. */
    public List<PlaceCount> places(String territory) {
        return jdbc.sql("select substr(p.area_path, 1, :digits) as path, count(*)::int as proposed"
                        + " from account_proposal p where" + WITHIN + "group by 1 order by 1")
                .param("digits", territory.length() + 3)
                .param("territory", territory)
                .query(PlaceCount.class)
                .list();
    }
}
