package org.tongxin.app.warning.web.cap;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Audit;
import org.tongxin.app.identity.Role;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Ids;
import org.tongxin.app.platform.Keyset;
import org.tongxin.app.platform.Paged;
import org.tongxin.app.platform.Refusal;
import org.tongxin.app.platform.Seen;

/**
 * Notices of other bodies: each is taken in once and whole, or refused with what is wrong with it. What it says is theirs; no
 * warning of the district follows from it by itself. Thread-safe.
 */
@Service
class ReceivedNotices {

    private static final Keyset NEWEST = new Keyset("received_notice", "n", "@.received_at desc");

    private final JdbcClient jdbc;
    private final DistrictClock clock;
    private final Ids ids;
    private final Audit audit;

    ReceivedNotices(JdbcClient jdbc, DistrictClock clock, Ids ids, Audit audit) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.ids = ids;
        this.audit = audit;
    }

    /** What came of a message; without a refusal it is stored. */
    record Taken(Optional<Refusal> refusal, List<CapProblem> problems) {

        private static Taken refused(String code, Object... arguments) {
            return new Taken(Optional.of(Refusal.of(code, arguments)), List.of());
        }
    }

    static boolean mayTake(Actor actor) {
        return actor.role() == Role.DUTY_OFFICER || actor.role() == Role.CDC_ANALYST;
    }

    /** A page, the newest first. */
    Paged<ReceivedNotice> page(@Nullable Seen after) {
        return NEWEST.read(
                jdbc,
                "select n.* from received_notice n where",
                Map.of(),
                ReceivedNotice.class,
                after,
                Paged.SIZE,
                ReceivedNotice::id);
    }

    int count() {
        return jdbc.sql("select count(*)::int from received_notice")
                .query(Integer.class)
                .single();
    }

    @Transactional
    public Taken take(Actor actor, byte[] message) {
        if (!mayTake(actor)) {
            return Taken.refused("I-003", actor.role());
        }
        if (message.length == 0) {
            return Taken.refused("W-024");
        }
        CapReader.Read read = CapReader.read(message);
        if (!read.isConformant()) {
            return new Taken(Optional.of(Refusal.of("W-025", read.problems().size())), read.problems());
        }
        CapElement alert = read.root();
        UUID id = ids.of("notice", alert.textOf("sender"), alert.textOf("identifier"), alert.textOf("sent"));
        return store(id, alert, message, actor)
                ? new Taken(Optional.empty(), List.of())
                : Taken.refused("W-026", alert.textOf("identifier"), alert.textOf("sender"));
    }

    private boolean store(UUID id, CapElement alert, byte[] message, Actor actor) {
        Optional<CapElement> info = preferred(alert);
        int added = jdbc.sql("insert into received_notice (id, sender, identifier, sent, status, kind, scope, event,"
                        + " headline, area, severity, instruction, expires, message, received_at, received_by)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " on conflict (sender, identifier, sent) do nothing")
                .params(Arrays.asList(
                        id,
                        alert.textOf("sender"),
                        alert.textOf("identifier"),
                        time(alert.textOf("sent")),
                        alert.textOf("status"),
                        alert.textOf("msgType"),
                        alert.textOf("scope"),
                        text(info, "event"),
                        text(info, "headline"),
                        areas(info),
                        text(info, "severity"),
                        text(info, "instruction"),
                        info.flatMap(found -> found.find("expires"))
                                .map(ReceivedNotices::time)
                                .orElse(null),
                        message,
                        Timestamp.from(clock.now()),
                        actor.login()))
                .update();
        if (added == 1) {
            replace(id, alert);
            audit.record(actor, "notice.received", id.toString(), Map.of("sender", alert.textOf("sender")));
        }
        return added == 1;
    }

    /**
     * An update or a cancellation takes the place of an earlier notice of the same sender and status that it refers to: an
     * exercise never ends what is real, and nobody what another sent.
     */
    private void replace(UUID id, CapElement alert) {
        boolean replaces = alert.textOf("msgType").equals("Update")
                || alert.textOf("msgType").equals("Cancel");
        for (String reference : replaces ? alert.textOf("references").split("\\s+") : new String[0]) {
            String[] parts = reference.split(",", -1);
            jdbc.sql("update received_notice set replaced_by = ? where sender = ? and identifier = ? and sent = ?"
                            + " and sender = ? and status = ? and sent < ?")
                    .params(
                            id,
                            parts[0],
                            parts[1],
                            time(parts[2]),
                            alert.textOf("sender"),
                            alert.textOf("status"),
                            time(alert.textOf("sent")))
                    .update();
        }
    }

    /** The Chinese part, or the first. */
    private static Optional<CapElement> preferred(CapElement alert) {
        List<CapElement> infos = alert.children("info");
        return infos.stream()
                .filter(info -> info.textOf("language").startsWith("zh"))
                .findFirst()
                .or(() -> infos.stream().findFirst());
    }

    private static String areas(Optional<CapElement> info) {
        return info.stream()
                .flatMap(found -> found.children("area").stream())
                .map(area -> area.textOf("areaDesc"))
                .collect(Collectors.joining("；"));
    }

    private static String text(Optional<CapElement> info, String name) {
        return info.map(found -> found.textOf(name)).orElse("");
    }

    private static Timestamp time(String text) {
        Instant instant = OffsetDateTime.parse(text).toInstant();
        return Timestamp.from(instant);
    }
}
