package org.tongxin.app.warning.risk;

import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Audit;
import org.tongxin.app.identity.Role;
import org.tongxin.app.organisation.AreaLevel;
import org.tongxin.app.organisation.Organisation;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Ids;
import org.tongxin.app.platform.Keyset;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Paged;
import org.tongxin.app.platform.Seen;
import org.tongxin.core.rating.IncidentMatrix;

/** Ratings of incidents: a draft from the index, confirmed by the analyst or the duty officer. Thread-safe. */
@Service
public class IncidentRatings {

    private static final int STEPS = 5;
    private static final int MIDDLE = 3;

    private static final String SELECT = """
            select r.*, a.name as area_name, a.name_en as area_name_en
            from incident_rating r join area a on a.path = r.area_path
            where r.area_path >= :territory and r.area_path < :territory || '~'
            """;

    private static final Keyset NEWEST = new Keyset("incident_rating", "r", "@.rated_at desc", "@.number desc");

    private final JdbcClient jdbc;
    private final DistrictClock clock;
    private final Ids ids;
    private final Audit audit;
    private final Organisation organisation;
    private final RiskIndices indices;

    IncidentRatings(
            JdbcClient jdbc,
            DistrictClock clock,
            Ids ids,
            Audit audit,
            Organisation organisation,
            RiskIndices indices) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.ids = ids;
        this.audit = audit;
        this.organisation = organisation;
        this.indices = indices;
    }

    public static boolean mayRate(Actor actor) {
        return actor.role() == Role.CDC_ANALYST || actor.role() == Role.DUTY_OFFICER;
    }

    /** Newest first. */
    public List<IncidentRating> list(String territory, int limit) {
        return jdbc.sql(SELECT + " order by r.rated_at desc, r.number desc limit :limit")
                .param("territory", territory)
                .param("limit", limit)
                .query(IncidentRating.class)
                .list();
    }

    /** A page of {@link #list}. */
    public Paged<IncidentRating> page(String territory, @Nullable Seen after) {
        return NEWEST.read(
                jdbc,
                SELECT + " and",
                Map.of("territory", territory),
                IncidentRating.class,
                after,
                Paged.SIZE,
                IncidentRating::id);
    }

    /** How many there are in all. */
    public int count(String territory) {
        return jdbc.sql("select count(*)::int from (" + SELECT + ") counted")
                .param("territory", territory)
                .query(Integer.class)
                .single();
    }

    public Optional<IncidentRating> find(UUID id, String territory) {
        return jdbc.sql(SELECT + " and r.id = :id")
                .param("territory", territory)
                .param("id", id)
                .query(IncidentRating.class)
                .optional();
    }

    /** As {@link #find}, and holds the row until the transaction ends. */
    Optional<IncidentRating> lock(UUID id, String territory) {
        jdbc.sql("select 1 from incident_rating where id = ? for update")
                .param(id)
                .query(Integer.class)
                .optional();
        return find(id, territory);
    }

    /** Those whose clock of reports runs and whose final report is missing, at most 200. */
    List<IncidentRating> reporting(String territory) {
        return jdbc.sql(SELECT + " and r.learned_at is not null and not exists (select from incident_report p"
                        + " where p.incident_id = r.id and p.kind = 'FINAL') order by r.learned_at, r.id limit 200")
                .param("territory", territory)
                .query(IncidentRating.class)
                .list();
    }

    /**
     * What the index of a street suggests; a person changes what they know better.
     *
     * @param matrix steps from the shares of the parts, all of them only assumed
     * @param risk the index that it came from, {@code null} where there is none
     * @param likely tenths of a point of signal and growth
     * @param likelyMost tenths that these could give
     * @param grave tenths of exposure, vulnerability and coping gap
     * @param graveMost tenths that these could give
     */
    public record Draft(
            IncidentMatrix matrix, @Nullable AreaRisk risk, int likely, int likelyMost, int grave, int graveMost) {}

    /** Likelihood from signal and growth, consequence from the other parts; 3 by 3 where there is no index. */
    public Draft draft(String territory, String areaPath) {
        Optional<AreaRisk> found = indices.lastDay()
                .flatMap(day -> indices.find(territory, areaPath, day))
                .filter(AreaRisk::known);
        if (found.isEmpty()) {
            return new Draft(new IncidentMatrix(MIDDLE, MIDDLE, false, false), null, 0, 0, 0, 0);
        }
        int[] sums = new int[4];
        found.get().result().contributions().forEach(each -> {
            int at = each.part().equals("signal") || each.part().equals("growth") ? 0 : 2;
            sums[at] += each.tenths();
            sums[at + 1] += each.mostTenths();
        });
        IncidentMatrix matrix = new IncidentMatrix(step(sums[0], sums[1]), step(sums[2], sums[3]), false, false);
        return new Draft(matrix, found.get(), sums[0], sums[1], sums[2], sums[3]);
    }

    private static int step(int tenths, int most) {
        return most == 0 ? MIDDLE : Math.clamp(1 + (long) STEPS * tenths / most, 1, STEPS);
    }

    /** What a person confirms. */
    public record Rating(
            String areaPath,
            String title,
            int likelihood,
            boolean likelihoodKnown,
            int consequence,
            boolean consequenceKnown,
            String whatHappened,
            String whyLikely,
            String whyGrave) {

        private boolean worded() {
            return List.of(title, whatHappened, whyLikely, whyGrave).stream().noneMatch(String::isBlank);
        }

        private boolean inSteps() {
            return likelihood >= 1 && likelihood <= STEPS && consequence >= 1 && consequence <= STEPS;
        }
    }

    @Transactional
    public Outcome<IncidentRating> confirm(Actor actor, Rating rating) {
        if (!mayRate(actor)) {
            return Outcome.refused("I-003", actor.role());
        }
        boolean known = organisation
                .findArea(rating.areaPath())
                .filter(area -> area.level() == AreaLevel.STREET || area.level() == AreaLevel.DISTRICT)
                .filter(area -> actor.covers(area.path()))
                .isPresent();
        if (!known) {
            return Outcome.refused("W-021", rating.areaPath());
        }
        if (!rating.inSteps()) {
            return Outcome.refused("W-022", rating.likelihood(), rating.consequence());
        }
        if (!rating.worded()) {
            return Outcome.refused("W-023");
        }
        return Outcome.accepted(store(actor, rating));
    }

    private IncidentRating store(Actor actor, Rating rating) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('incident.number'))")
                .query((row, number) -> true)
                .single();
        int serial = jdbc.sql("select count(*)::int + 1 from incident_rating")
                .query(Integer.class)
                .single();
        String number = "E%d-%03d".formatted(clock.today().getYear(), serial);
        UUID id = ids.of("incident rating", number);
        IncidentMatrix matrix = new IncidentMatrix(
                rating.likelihood(), rating.consequence(), rating.likelihoodKnown(), rating.consequenceKnown());
        AreaRisk risk = draft(actor.territory(), rating.areaPath()).risk();
        jdbc.sql("insert into incident_rating (id, number, area_path, title, likelihood, likelihood_known, consequence,"
                        + " consequence_known, level, confidence, what_happened, why_likely, why_grave, draft_tenths,"
                        + " rated_by, rated_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        id,
                        number,
                        rating.areaPath(),
                        rating.title().strip(),
                        rating.likelihood(),
                        rating.likelihoodKnown(),
                        rating.consequence(),
                        rating.consequenceKnown(),
                        matrix.level().name(),
                        matrix.confidence().name(),
                        rating.whatHappened().strip(),
                        rating.whyLikely().strip(),
                        rating.whyGrave().strip(),
                        risk == null ? null : risk.result().tenths(),
                        actor.login(),
                        Timestamp.from(clock.now())))
                .update();
        audit.record(
                actor,
                "incident.rated",
                number,
                Map.of(
                        "area", rating.areaPath(),
                        "level", matrix.level().name(),
                        "likelihood", rating.likelihood(),
                        "consequence", rating.consequence()));
        return find(id, "").orElseThrow();
    }
}
