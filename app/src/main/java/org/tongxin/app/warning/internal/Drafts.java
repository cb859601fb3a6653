package org.tongxin.app.warning.internal;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongxin.app.organisation.Area;
import org.tongxin.app.organisation.AreaLevel;
import org.tongxin.app.organisation.Organisation;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Ids;
import org.tongxin.app.platform.PlatformSettings;
import org.tongxin.app.warning.RatingLevel;
import org.tongxin.app.warning.RatingPolicy;

/**
 * Prepares a warning where a rating asks for one: at yellow or above, when none of that level or a graver one is in force,
 * or when the one in force ends within a day. The draft is advice; three named persons make it a warning.
 */
@Component
class Drafts {

    /** From which level on a warning is drafted. Suggested value. */
    private static final RatingLevel FROM = RatingLevel.YELLOW;

    private static final Duration RENEW_BEFORE = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final DistrictClock clock;
    private final Ids ids;
    private final PlatformSettings settings;
    private final MessageSource messages;
    private final Organisation organisation;

    Drafts(
            JdbcClient jdbc,
            DistrictClock clock,
            Ids ids,
            PlatformSettings settings,
            MessageSource messages,
            Organisation organisation) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.ids = ids;
        this.settings = settings;
        this.messages = messages;
        this.organisation = organisation;
    }

    private record InForce(String level, Instant endsAt) {}

    void prepare(Area area, RatingLevel level, RatingPolicy.Verdict verdict, UUID rating, UUID cause) {
        if (level.severity() < FROM.severity() || !due(area, level)) {
            return;
        }
        int regraded = jdbc.sql("update warning set level = ?, state = 'DRAFT', rating_id = ?, caused_by = ?,"
                        + " cautions = ?, cautions_en = ?,"
                        + " version = version + 1 where area_path = ?"
                        + " and state in ('DRAFT', 'PROPOSED', 'SUBMITTED') and level <> ?")
                .params(
                        level.name(),
                        rating,
                        cause,
                        cautions(area, verdict, Locale.SIMPLIFIED_CHINESE),
                        cautions(area, verdict, Locale.ENGLISH),
                        area.path(),
                        level.name())
                .update();
        if (regraded == 0) {
            insert(area, level, verdict, rating, cause);
        }
    }

    private boolean due(Area area, RatingLevel level) {
        Optional<InForce> inForce = jdbc.sql(
                        "select level, ends_at from warning where area_path = ? and state = 'ISSUED'")
                .param(area.path())
                .query((row, number) -> new InForce(
                        row.getString("level"), row.getTimestamp("ends_at").toInstant()))
                .optional();
        return inForce.map(warning -> level.graverThan(RatingLevel.valueOf(warning.level()))
                        || warning.endsAt().isBefore(clock.now().plus(RENEW_BEFORE)))
                .orElse(true);
    }

    private void insert(Area area, RatingLevel level, RatingPolicy.Verdict verdict, UUID rating, UUID cause) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('warning.number'))")
                .query((row, number) -> true)
                .single();
        int serial = jdbc.sql("select count(*)::int + 1 from warning")
                .query(Integer.class)
                .single();
        int communities = jdbc.sql("select count(*)::int from area where level = 'COMMUNITY' and tasked"
                        + " and path >= :path and path < :path || '~'")
                .param("path", area.path())
                .query(Integer.class)
                .single();
        String number = "%d-%03d".formatted(clock.today().getYear(), serial);
        jdbc.sql("insert into warning (id, number, area_path, kind, level, area_affected, area_affected_en, cautions,"
                        + " cautions_en, actions, actions_en, issuer, exercise, state, rating_id, drafted_at, caused_by)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'DRAFT', ?, ?, ?)"
                        + " on conflict (area_path) where state in ('DRAFT', 'PROPOSED', 'SUBMITTED') do nothing")
                .params(Arrays.asList(
                        ids.of("warning", number),
                        number,
                        area.path(),
                        text("warning.draft.kind", Locale.SIMPLIFIED_CHINESE),
                        level.name(),
                        text("warning.draft.area", Locale.SIMPLIFIED_CHINESE, area.name(), communities),
                        text("warning.draft.area", Locale.ENGLISH, area.nameEn(), communities),
                        cautions(area, verdict, Locale.SIMPLIFIED_CHINESE),
                        cautions(area, verdict, Locale.ENGLISH),
                        "",
                        "",
                        issuer(),
                        settings.demonstration(),
                        rating,
                        Timestamp.from(clock.now()),
                        cause))
                .update();
    }

    private String issuer() {
        String key = settings.demonstration() ? "warning.draft.issuer.exercise" : "warning.draft.issuer";
        return text(key, Locale.SIMPLIFIED_CHINESE, organisation.district().name());
    }

    private String cautions(Area area, RatingPolicy.Verdict verdict, Locale language) {
        String key = area.level() == AreaLevel.DISTRICT ? "warning.draft.cautions.district" : "warning.draft.cautions";
        Object[] figures = verdict.figures().values().toArray();
        return text(key, language, figures);
    }

    private String text(String key, Locale language, Object... arguments) {
        return messages.getMessage(key, arguments, language);
    }
}
