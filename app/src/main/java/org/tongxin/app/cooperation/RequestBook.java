package org.tongxin.app.cooperation;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongxin.app.identity.Role;
import org.tongxin.app.organisation.Affiliation;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Keyset;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Paged;
import org.tongxin.app.platform.PersonalData;
import org.tongxin.app.platform.Refusal;
import org.tongxin.app.platform.Seen;

/** Reads requests with what is said to them, and keeps two from changing one at once. Thread-safe. */
@Component
class RequestBook {

    static final int LONGEST = 400;

    private static final String SELECT = """
            select r.*, u.name as unit_name, u.name_en as unit_name_en, f.affiliation, a.name as area_name,
                   a.name_en as area_name_en, w.kind as answer_kind, w.words, w.given_by, w.given_at, w.reply,
                   w.replied_by, w.replied_at
            from unit_request r join member_unit u on u.id = r.unit_id join area a on a.path = r.area_path
            left join unit_affiliation f on f.unit_id = u.id and :today between f.valid_from and f.valid_until
            left join unit_answer w on w.request_id = r.id
            """;

    private static final Keyset NEWEST = new Keyset("unit_request", "r", "@.number desc");

    private final JdbcClient jdbc;
    private final DistrictClock clock;

    RequestBook(JdbcClient jdbc, DistrictClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<UnitRequest> list(String territory, int limit) {
        return jdbc.sql(SELECT + " where r.area_path >= :territory and r.area_path < :territory || '~'"
                        + " order by r.number desc limit :limit")
                .param("today", Date.valueOf(clock.today()))
                .param("territory", territory)
                .param("limit", limit)
                .query(RequestBook::read)
                .list();
    }

    /** A page, newest first. @param unit only those to it; {@code null} for all */
    Paged<UnitRequest> page(String territory, @Nullable UUID unit, @Nullable Seen after) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("today", Date.valueOf(clock.today()));
        parameters.put("territory", territory);
        parameters.put("unit", unit == null ? "" : unit.toString());
        return NEWEST.read(
                jdbc,
                SELECT + " where r.area_path >= :territory and r.area_path < :territory || '~'"
                        + " and (:unit = '' or r.unit_id::text = :unit) and",
                parameters,
                RequestBook::read,
                after,
                Paged.SIZE,
                UnitRequest::id);
    }

    /** How many there are, and how many of them are drafts that a role signs. */
    UnitRequests.Counted counted(String territory, Role signer) {
        return jdbc.sql(
                        "select count(*)::int as total, (count(*) filter (where state = 'DRAFT' and signer = :signer))::int"
                                + " as to_sign from unit_request where area_path >= :territory and area_path < :territory || '~'")
                .param("territory", territory)
                .param("signer", signer.name())
                .query(UnitRequests.Counted.class)
                .single();
    }

    Optional<UnitRequest> find(UUID id, String territory) {
        return jdbc.sql(SELECT + " where r.id = :id and r.area_path >= :territory and r.area_path < :territory || '~'")
                .param("today", Date.valueOf(clock.today()))
                .param("id", id)
                .param("territory", territory)
                .query(RequestBook::read)
                .optional();
    }

    /** A page of what was sent to units and not taken back, newest first. @param answered whether they said something to it */
    Paged<UnitRequest> sentTo(Collection<UUID> units, boolean answered, @Nullable Seen after) {
        return NEWEST.read(
                jdbc,
                SELECT + " where r.unit_id = any(:units) and r.state = 'SENT'"
                        + " and (w.request_id is not null) = :answered and",
                Map.of(
                        "today", Date.valueOf(clock.today()),
                        "units", units.toArray(UUID[]::new),
                        "answered", answered),
                RequestBook::read,
                after,
                Paged.SIZE,
                UnitRequest::id);
    }

    /** How many of what was sent to units and not taken back they have not answered. */
    int unanswered(Collection<UUID> units) {
        return jdbc.sql("select count(*)::int from unit_request r where r.unit_id = any(:units) and r.state = 'SENT'"
                        + " and not exists (select from unit_answer w where w.request_id = r.id)")
                .param("units", units.toArray(UUID[]::new))
                .query(Integer.class)
                .single();
    }

    /** Locks a request and says whether it stands where the reader thinks. Refused: U-020, U-025. */
    Outcome<UnitRequest> ready(UUID id, String territory, int version, UnitRequest.State... states) {
        jdbc.sql("select 1 from unit_request where id = ? for update")
                .param(id)
                .query(Integer.class)
                .optional();
        Optional<UnitRequest> found = find(id, territory);
        if (found.isEmpty()) {
            return Outcome.refused("U-020", id);
        }
        boolean stands = found.get().version() == version
                && Arrays.asList(states).contains(found.get().state());
        return stands
                ? Outcome.accepted(found.get())
                : Outcome.refused(
                        "U-025", found.get().number(), "REQUEST_" + found.get().state());
    }

    /** Notes that something about it has changed. */
    void turn(UUID id) {
        jdbc.sql("update unit_request set version = version + 1 where id = ?")
                .param(id)
                .update();
    }

    /** Why words cannot be kept: none, too many, or personal data. U-021, U-022. */
    Optional<Refusal> wrong(String words) {
        if (words.isBlank() || words.length() > LONGEST) {
            return Optional.of(Refusal.of("U-021", words.strip().length(), LONGEST));
        }
        return PersonalData.find(words).map(kind -> Refusal.of("U-022", kind));
    }

    /** The next number, such as {@code SQ-2022-003}. */
    String nextNumber() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('unit_request.number'))")
                .query((row, number) -> true)
                .single();
        int serial = jdbc.sql("select count(*)::int + 1 from unit_request")
                .query(Integer.class)
                .single();
        return "SQ-%d-%03d".formatted(clock.today().getYear(), serial);
    }

    static UnitRequest unanswered(UnitRequest full) {
        return with(full, null);
    }

    private static UnitRequest with(UnitRequest from, @Nullable UnitAnswer answer) {
        return new UnitRequest(
                from.id(),
                from.number(),
                from.unitId(),
                from.unitName(),
                from.unitNameEn(),
                from.affiliation(),
                from.areaPath(),
                from.areaName(),
                from.areaNameEn(),
                from.asked(),
                from.why(),
                from.basis(),
                from.until(),
                from.contact(),
                from.signer(),
                from.state(),
                from.draftedBy(),
                from.draftedAt(),
                from.sentBy(),
                from.sentAt(),
                from.remindedAt(),
                from.version(),
                answer);
    }

    private static UnitRequest read(ResultSet row, int number) throws SQLException {
        String affiliation = row.getString("affiliation");
        return new UnitRequest(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getObject("unit_id", UUID.class),
                row.getString("unit_name"),
                row.getString("unit_name_en"),
                affiliation == null ? null : Affiliation.valueOf(affiliation),
                row.getString("area_path"),
                row.getString("area_name"),
                row.getString("area_name_en"),
                row.getString("asked"),
                row.getString("why"),
                row.getString("basis"),
                row.getTimestamp("until").toInstant(),
                row.getString("contact"),
                Role.valueOf(row.getString("signer")),
                UnitRequest.State.valueOf(row.getString("state")),
                row.getString("drafted_by"),
                row.getTimestamp("drafted_at").toInstant(),
                row.getString("sent_by"),
                at(row, "sent_at"),
                at(row, "reminded_at"),
                row.getInt("version"),
                answer(row));
    }

    private static @Nullable UnitAnswer answer(ResultSet row) throws SQLException {
        String kind = row.getString("answer_kind");
        return kind == null
                ? null
                : new UnitAnswer(
                        UnitAnswer.Kind.valueOf(kind),
                        row.getString("words"),
                        row.getString("given_by"),
                        row.getTimestamp("given_at").toInstant(),
                        row.getString("reply"),
                        row.getString("replied_by"),
                        at(row, "replied_at"));
    }

    private static @Nullable Instant at(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }
}
