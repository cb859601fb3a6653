package org.tongxin.app.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Keyset;
import org.tongxin.app.platform.Paged;
import org.tongxin.app.platform.Seen;

/**
 * The posts of a territory, held and vacant. A post is a role at a place with a title; it is vacant when somebody held it
 * within the last year and nobody does or will. Thread-safe.
 */
@Component
public class PostBook {

    /** Lines of one page. */
    public static final int PAGE = 50;

    /** Assumption: what nobody has held for a year is no longer a post. */
    private static final Duration REMEMBERED = Duration.ofDays(365);

    private static final String LINES = """
            select p.id, p.account_id, a.login, a.name, p.role, p.area_path, p.title, p.since, p.until,
                   p.until > :now as open, a.disabled_at is not null as closed, a.scripted, p.opened_by,
                   a.waiting_since is not null and p.role in ('SIGNATORY', 'ADMINISTRATOR') as waiting
            from appointment p join account a on a.id = p.account_id
            """;

    private static final String SHOWN = """
            where p.area_path >= :territory and p.area_path < :territory || '~'
              and (p.until > :now
                   or (p.opened_by is null and p.until > :remembered and p.since < p.until
                       and not exists (select from appointment later
                                       where later.role = p.role and later.area_path = p.area_path
                                         and later.title = p.title and later.opened_by is null
                                         and later.since < later.until
                                         and (later.until, later.id) > (p.until, p.id))))
              and (:sought = '' or position(:sought in lower(a.name)) > 0 or position(:sought in a.login) > 0)
            """;

    private static final String UNUSED = """
            where p.area_path >= :territory and p.area_path < :territory || '~' and p.until > :now and p.since < p.until
              and p.opened_by is null and a.must_change and a.disabled_at is null and not a.scripted
              and not exists (select from appointment sooner where sooner.account_id = p.account_id
                              and sooner.until > :now and sooner.since < sooner.until and sooner.since < p.since)
            """;

    private static final Keyset BY_PLACE = new Keyset("appointment", "p", "@.area_path", "@.role", "@.title");

    private final JdbcClient jdbc;
    private final DistrictClock clock;

    PostBook(JdbcClient jdbc, DistrictClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How many lines of a territory are held, and how many posts are vacant. */
    public record Counts(int held, int vacant) {}

    /**
     * The next lines, by place, role, title and holder.
     *
     * @param sought part of a name or login; empty for all
     * @param after id of the last line that was seen; {@code null} for the first page
     * @return one more than {@link #PAGE} when there are more
     */
    public List<HeldPost> list(String territory, String sought, @Nullable UUID after) {
        return shown(LINES + SHOWN + """
                  and (:after::uuid is null or (p.area_path, p.role, p.title, p.id)
                       > (select s.area_path, s.role, s.title, s.id from appointment s where s.id = :after::uuid))
                order by p.area_path, p.role, p.title, p.id limit :limit
                """, territory, sought)
                .param("after", after == null ? null : after.toString())
                .param("limit", PAGE + 1)
                .query(PostBook::line)
                .list();
    }

    /** Who holds a post of a role now, by the path of the place; scripts hold none. */
    public Map<String, String> holding(Role role, String territory) {
        Map<String, String> holders = new TreeMap<>();
        jdbc.sql(LINES + "where p.role = :role and p.area_path >= :territory and p.area_path < :territory || '~'"
                        + " and p.since <= :now and p.until > :now and a.disabled_at is null and not a.scripted"
                        + " order by p.since desc, p.id")
                .param("role", role.name())
                .param("territory", territory)
                .param("now", utc(clock.now()))
                .query(PostBook::line)
                .list()
                .forEach(each -> holders.merge(each.areaPath(), each.name(), (one, other) -> one + ", " + other));
        return holders;
    }

    /** What {@link #list} would give in all. */
    public Counts count(String territory, String sought) {
        return shown(
                        "select count(*) filter (where open)::int as held, count(*) filter (where not open)::int as vacant"
                                + " from (" + LINES + SHOWN + ") lines",
                        territory,
                        sought)
                .query(Counts.class)
                .single();
    }

    /** Whoever was given a password and has not chosen an own one, one line an account: the post that begins first. */
    Paged<HeldPost> unused(String territory, @Nullable Seen after) {
        return BY_PLACE.read(
                jdbc,
                LINES + UNUSED + "and",
                Map.of("territory", territory, "now", utc(clock.now())),
                PostBook::line,
                after,
                Paged.SIZE,
                HeldPost::appointment);
    }

    /** Of some lines, those that {@link #unused} gives. */
    List<HeldPost> unused(String territory, Collection<UUID> chosen) {
        return jdbc.sql(LINES + UNUSED + "and p.id = any(:ids) order by p.area_path, p.role, p.title, p.id")
                .param("territory", territory)
                .param("now", utc(clock.now()))
                .param("ids", chosen.toArray(UUID[]::new))
                .query(PostBook::line)
                .list();
    }

    private JdbcClient.StatementSpec shown(String sql, String territory, String sought) {
        return jdbc.sql(sql)
                .param("territory", territory)
                .param("sought", sought)
                .param("now", utc(clock.now()))
                .param("remembered", utc(clock.now().minus(REMEMBERED)));
    }

    /** One line, if it lies in the territory. */
    public Optional<HeldPost> find(UUID appointment, String territory) {
        return one("where p.id = :id and p.area_path >= :territory and p.area_path < :territory || '~'", appointment)
                .param("territory", territory)
                .query(PostBook::line)
                .optional();
    }

    /** One line that nobody else changes before the transaction ends. */
    Optional<HeldPost> lock(UUID appointment) {
        return one("where p.id = :id for update of p", appointment)
                .query(PostBook::line)
                .optional();
    }

    private JdbcClient.StatementSpec one(String where, UUID appointment) {
        return jdbc.sql(LINES + where).param("id", appointment).param("now", utc(clock.now()));
    }

    /** The post that an account holds at this moment. */
    Optional<HeldPost> findHeld(UUID account) {
        return jdbc.sql(LINES + "where p.account_id = :account and p.since <= :now and p.until > :now")
                .param("account", account)
                .param("now", utc(clock.now()))
                .query(PostBook::line)
                .optional();
    }

    /** Whether the account holds or will hold a post that two people open. */
    boolean opensByTwo(UUID account) {
        return jdbc.sql("select count(*) from appointment where account_id = ? and until > ?"
                                + " and role in ('SIGNATORY', 'ADMINISTRATOR')")
                        .params(account, utc(clock.now()))
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Whether every post that the account holds or will hold lies in the territory. */
    boolean liesWithin(UUID account, String territory) {
        return jdbc.sql("select count(*) from appointment where account_id = :account and until > :now"
                                + " and not (area_path >= :territory and area_path < :territory || '~')")
                        .param("account", account)
                        .param("now", utc(clock.now()))
                        .param("territory", territory)
                        .query(Long.class)
                        .single()
                == 0;
    }

    private static HeldPost line(ResultSet row, int number) throws SQLException {
        return new HeldPost(
                row.getObject("id", UUID.class),
                row.getObject("account_id", UUID.class),
                row.getString("login"),
                row.getString("name"),
                Role.valueOf(row.getString("role")),
                row.getString("area_path"),
                row.getString("title"),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getObject("until", OffsetDateTime.class).toInstant(),
                row.getBoolean("open"),
                row.getBoolean("closed"),
                row.getBoolean("scripted"),
                row.getBoolean("waiting"),
                row.getObject("opened_by", UUID.class));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
