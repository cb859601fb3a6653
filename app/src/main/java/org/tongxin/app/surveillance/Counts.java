package org.tongxin.app.surveillance;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Audit;
import org.tongxin.app.identity.Role;
import org.tongxin.app.platform.Announcer;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Ids;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Reason;
import org.tongxin.app.platform.Refusal;

/**
 * Takes counts in. One call is one transaction: either every entry is stored or none, and each entry that stands in the
 * way is named. Thread-safe.
 */
@Service
public class Counts {

    /** A count is due at this time on the day after the one it counts. Assumption; a district sets its own. */
    public static final LocalTime DUE = LocalTime.of(10, 0);

    private static final Set<Role> REPORTERS =
            EnumSet.of(Role.CDC_ANALYST, Role.DUTY_OFFICER, Role.STREET_WORKER, Role.COMMUNITY_WORKER, Role.REPORTER);

    private final JdbcClient jdbc;
    private final DistrictClock clock;
    private final Ids ids;
    private final Announcer announcer;
    private final Audit audit;

    Counts(JdbcClient jdbc, DistrictClock clock, Ids ids, Announcer announcer, Audit audit) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.ids = ids;
        this.announcer = announcer;
        this.audit = audit;
    }

    /** An entry that cannot be stored. @param line its place in the list, from 1 */
    public record Rejected(int line, CountEntry entry, Refusal refusal) {}

    /** What came of a list of entries: either all stored, or nothing stored and the rejected ones listed. */
    public record Result(int stored, List<Rejected> rejected) {}

    /** Whether the post includes reporting; for which points, its territory says. */
    public static boolean mayReport(Actor actor) {
        return REPORTERS.contains(actor.role());
    }

    /** Stores one count; a second one for the same point and day is a correction and needs a reason. */
    @Transactional
    public Outcome<CountEntry> report(Actor actor, CountEntry entry, Channel channel) {
        Result result = reportAll(actor, List.of(entry), channel);
        return result.rejected().isEmpty()
                ? Outcome.accepted(entry)
                : new Outcome.Refused<>(result.rejected().getFirst().refusal());
    }

    /** Stores all entries or none. */
    @Transactional
    public Result reportAll(Actor actor, List<CountEntry> entries, Channel channel) {
        Map<String, MonitoringPoint> points = pointsByCode(actor, entries);
        List<Rejected> rejected = rejected(entries, points);
        if (!rejected.isEmpty()) {
            return new Result(0, rejected);
        }
        Map<LocalDate, List<UUID>> stored = new LinkedHashMap<>();
        for (CountEntry entry : entries) {
            MonitoringPoint point = Objects.requireNonNull(points.get(entry.point()), "checked above");
            store(actor, entry, point, channel);
            stored.computeIfAbsent(entry.day(), day -> new ArrayList<>()).add(point.id());
        }
        stored.forEach((day, reported) -> announce(actor, day, reported, entries));
        return new Result(entries.size(), List.of());
    }

    /** The entries that could not be stored now; nothing is stored. */
    @Transactional
    public List<Rejected> check(Actor actor, List<CountEntry> entries) {
        return rejected(entries, pointsByCode(actor, entries));
    }

    private List<Rejected> rejected(List<CountEntry> entries, Map<String, MonitoringPoint> points) {
        List<Rejected> rejected = new ArrayList<>();
        Map<String, Integer> seen = new LinkedHashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            CountEntry entry = entries.get(i);
            Integer earlier = seen.putIfAbsent(entry.point() + '|' + entry.day(), i + 1);
            Optional<Refusal> refusal = earlier == null
                    ? check(entry, points.get(entry.point()))
                    : Optional.of(Refusal.of("S-006", entry.point(), entry.day(), earlier));
            int line = i + 1;
            refusal.ifPresent(why -> rejected.add(new Rejected(line, entry, why)));
        }
        return rejected;
    }

    private Optional<Refusal> check(CountEntry entry, @Nullable MonitoringPoint point) {
        if (point == null) {
            return Optional.of(Refusal.of("S-001", entry.point()));
        }
        if (entry.day().isAfter(clock.today())) {
            return Optional.of(Refusal.of("S-002", entry.day(), clock.today()));
        }
        if (entry.value() < 0) {
            return Optional.of(Refusal.of("S-003", entry.value()));
        }
        Optional<Integer> present = current(point.id(), entry.day());
        if (present.isPresent() && entry.reason().isBlank()) {
            return Optional.of(Refusal.of("S-004", point.name(), entry.day(), present.get()));
        }
        return Optional.empty();
    }

    private void store(Actor actor, CountEntry entry, MonitoringPoint point, Channel channel) {
        int revision = jdbc.sql("update count_report set current = false where point_id = ? and event_day = ?"
                                + " and current returning revision")
                        .params(point.id(), entry.day())
                        .query(Integer.class)
                        .optional()
                        .orElse(0)
                + 1;
        jdbc.sql("insert into count_report (id, point_id, event_day, revision, value, reported_at, due_at,"
                        + " reported_by, channel, reason) values (?, ?, ?, ?, ?, ?, ?, ?, ?, nullif(?, ''))")
                .params(
                        ids.of("count", point.code(), entry.day(), revision),
                        point.id(),
                        entry.day(),
                        revision,
                        entry.value(),
                        java.sql.Timestamp.from(clock.now()),
                        java.sql.Timestamp.from(due(entry.day())),
                        actor.login(),
                        channel.name(),
                        revision == 1 ? "" : entry.reason())
                .update();
        if (channel != Channel.REPLAY) {
            audit.record(
                    actor,
                    revision == 1 ? "count.reported" : "count.corrected",
                    point.code() + '/' + entry.day(),
                    Map.of("value", entry.value(), "channel", channel.name(), "reason", entry.reason()));
        }
    }

    private void announce(Actor actor, LocalDate day, List<UUID> points, List<CountEntry> entries) {
        int total = entries.stream()
                .filter(entry -> entry.day().equals(day))
                .mapToInt(CountEntry::value)
                .sum();
        List<Integer> revisions = jdbc.sql("select revision from count_report where event_day = ? and current"
                        + " and point_id = any(?) order by point_id")
                .params(day, points.toArray(UUID[]::new))
                .query(Integer.class)
                .list();
        String key = day + "/" + ids.of("batch", day, points, revisions);
        announcer.announce(new CountsReported(
                announcer.facts(
                        CountsReported.class,
                        key,
                        districtPath(),
                        actor.login(),
                        null,
                        Reason.of("countsReported", day, points.size(), total)),
                day,
                points));
    }

    /** When the count of a day is due. */
    public Instant due(LocalDate day) {
        return clock.at(day.plusDays(1), DUE);
    }

    private Optional<Integer> current(UUID point, LocalDate day) {
        return jdbc.sql("select value from count_report where point_id = ? and event_day = ? and current")
                .params(point, day)
                .query(Integer.class)
                .optional();
    }

    /** Holds the points until the transaction ends, so that two who report the same day come one after the other. */
    private Map<String, MonitoringPoint> pointsByCode(Actor actor, List<CountEntry> entries) {
        return jdbc
                .sql(
                        "select * from monitoring_point where code = any(:codes)"
                                + " and area_path >= :territory and area_path < :territory || '~' order by id for no key update")
                .param(
                        "codes",
                        entries.stream().map(CountEntry::point).distinct().toArray(String[]::new))
                .param("territory", actor.territory())
                .query(MonitoringPoint.class)
                .list()
                .stream()
                .collect(Collectors.toMap(MonitoringPoint::code, point -> point));
    }

    private String districtPath() {
        return jdbc.sql("select path from area where level = 'DISTRICT'")
                .query(String.class)
                .single();
    }
}
