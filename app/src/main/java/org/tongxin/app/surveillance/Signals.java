package org.tongxin.app.surveillance;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Audit;
import org.tongxin.app.identity.Role;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Keyset;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Paged;
import org.tongxin.app.platform.PersonalData;
import org.tongxin.app.platform.Refusal;
import org.tongxin.app.platform.Seen;

/** Signals and what analysts say of them. Thread-safe. */
@Service
public class Signals {

    private static final int FETCHED = 500;

    private static final String SELECT = """
            select s.*, p.name as point_name, p.name_en as point_name_en, p.indicator, p.scenario,
                   a.name as area_name, a.name_en as area_name_en
            from signal s join monitoring_point p on p.id = s.point_id join area a on a.path = s.area_path
            where s.area_path >= :territory and s.area_path < :territory || '~'
            """;

    private static final Keyset OPEN_FIRST =
            new Keyset("signal", "s", "@.state <> 'OPEN'", "@.event_day desc", "@.observed - @.upper_bound desc");

    private final JdbcClient jdbc;
    private final DistrictClock clock;
    private final Audit audit;

    Signals(JdbcClient jdbc, DistrictClock clock, Audit audit) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.audit = audit;
    }

    /** Newest day first; within a day the largest excess first. */
    public List<Signal> list(String territory, int limit) {
        return jdbc.sql(SELECT + " order by s.event_day desc, s.observed - s.upper_bound desc, s.id limit :limit")
                .param("territory", territory)
                .param("limit", limit)
                .query(Signal.class)
                .list();
    }

    /** A page: open ones first, of each the newest day and the largest excess first. @param state {@code null} for all */
    public Paged<Signal> page(String territory, @Nullable SignalState state, @Nullable Seen after) {
        return OPEN_FIRST.read(
                jdbc,
                SELECT + " and (:state = '' or s.state = :state) and",
                Map.of("territory", territory, "state", state == null ? "" : state.name()),
                Signal.class,
                after,
                Paged.SIZE,
                Signal::id);
    }

    /** How many there are of each state, in the order of the states; every state is there. */
    public Map<SignalState, Long> counted(String territory) {
        Map<SignalState, Long> counts = new EnumMap<>(SignalState.class);
        Arrays.stream(SignalState.values()).forEach(state -> counts.put(state, 0L));
        jdbc.sql("select state, count(*) as number from signal where area_path >= :territory"
                        + " and area_path < :territory || '~' group by state")
                .param("territory", territory)
                .query((RowCallbackHandler)
                        row -> counts.put(SignalState.valueOf(row.getString("state")), row.getLong("number")));
        return counts;
    }

    /** Hands on all of a territory, in order, as they are read. @param state {@code null} for all */
    @Transactional(readOnly = true)
    public void each(String territory, @Nullable SignalState state, Consumer<Signal> next) {
        try (Stream<Signal> all = jdbc
                .sql(SELECT + " and (:state = '' or s.state = :state) order by s.event_day desc, s.area_path, s.id")
                .param("territory", territory)
                .param("state", state == null ? "" : state.name())
                .withFetchSize(FETCHED)
                .query(Signal.class)
                .stream()) {
            all.forEach(next);
        }
    }

    public List<Signal> open(String territory) {
        return jdbc.sql(SELECT + " and s.state = 'OPEN' order by s.event_day, s.observed - s.upper_bound desc, s.id")
                .param("territory", territory)
                .query(Signal.class)
                .list();
    }

    public Optional<Signal> find(UUID id, String territory) {
        return jdbc.sql(SELECT + " and s.id = :id")
                .param("territory", territory)
                .param("id", id)
                .query(Signal.class)
                .optional();
    }

    /** Signals of one area in a window that no analyst has called false, both days included. */
    public List<Signal> standing(String areaPath, LocalDate from, LocalDate to) {
        return jdbc.sql(SELECT + " and s.area_path = :territory and s.event_day between :from and :to"
                        + " and s.state <> 'FALSE_ALARM' order by s.event_day, s.id")
                .param("territory", areaPath)
                .param("from", from)
                .param("to", to)
                .query(Signal.class)
                .list();
    }

    /** An analyst says what a signal is; anything but a confirmation needs a reason. */
    @Transactional
    public Outcome<Signal> decide(Actor actor, UUID id, SignalState state, String reason, int version) {
        if (actor.role() != Role.CDC_ANALYST) {
            return Outcome.refused("I-003", actor.role());
        }
        Optional<Signal> found = find(id, actor.territory());
        if (found.isEmpty()) {
            return Outcome.refused("S-010", id);
        }
        if (state != SignalState.CONFIRMED && reason.isBlank()) {
            return Outcome.refused("S-011");
        }
        Optional<Refusal> personal = PersonalData.refusal(reason);
        if (personal.isPresent()) {
            return new Outcome.Refused<>(personal.get());
        }
        int changed = jdbc.sql(
                        "update signal set state = ?, state_reason = nullif(?, ''), decided_by = ?, decided_at = ?,"
                                + " version = version + 1 where id = ? and version = ?")
                .params(state.name(), reason, actor.login(), Timestamp.from(clock.now()), id, version)
                .update();
        if (changed == 0) {
            return Outcome.refused(
                    "S-012", found.get().decidedBy() == null ? "" : found.get().decidedBy());
        }
        audit.record(
                actor,
                "signal." + state.name().toLowerCase(java.util.Locale.ROOT),
                id.toString(),
                Map.of("reason", reason));
        return Outcome.accepted(find(id, actor.territory()).orElseThrow());
    }
}
