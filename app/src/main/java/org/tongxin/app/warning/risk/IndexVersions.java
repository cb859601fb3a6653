package org.tongxin.app.warning.risk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Audit;
import org.tongxin.app.identity.Role;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Json;
import org.tongxin.app.platform.Outcome;
import org.tongxin.core.rating.IndexConfig;
import org.tongxin.core.rating.PairwiseWeights;
import tools.jackson.core.type.TypeReference;

/**
 * The versions of the index: the shipped one, and those that an analyst adopted. A version rates days from its first day
 * on; earlier days keep the version that rated them. Thread-safe.
 */
@Service
public class IndexVersions {

    private static final String SHIPPED = "/rating/index-1.json";
    private static final LocalDate ALWAYS = LocalDate.of(2000, 1, 1);
    private static final TypeReference<Shipped> SHIPPED_TYPE = new TypeReference<>() {};
    private static final TypeReference<IndexSettings> SETTINGS = new TypeReference<>() {};
    private static final TypeReference<List<String>> JUDGEMENTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Json json;
    private final DistrictClock clock;
    private final Audit audit;
    private final Shipped shipped;

    IndexVersions(JdbcClient jdbc, Json json, DistrictClock clock, Audit audit) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.audit = audit;
        this.shipped = json.read(text(SHIPPED), SHIPPED_TYPE);
    }

    /** The file of the first version. @param reason why these values */
    record Shipped(String reason, IndexSettings settings) {}

    private static String text(String resource) {
        try (InputStream stream = IndexVersions.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("The file " + resource + " must be shipped with the program.");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** All versions, newest first; the shipped one alone before anything was rated. */
    public List<IndexVersion> list() {
        List<IndexVersion> kept = jdbc.sql("select * from index_config order by serial desc")
                .query(this::map)
                .list();
        return kept.isEmpty() ? List.of(first()) : kept;
    }

    /** The version that rates a data day. */
    public IndexVersion validOn(LocalDate day) {
        return list().stream()
                .filter(version -> !version.validFrom().isAfter(day))
                .findFirst()
                .orElseGet(this::first);
    }

    /** The newest version, which may begin to rate tomorrow. */
    public IndexVersion newest() {
        return list().getFirst();
    }

    /** The settings that a stored result was rated by. */
    public IndexSettings settings(String version) {
        return list().stream()
                .filter(each -> each.version().equals(version))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The version " + version + " of the index must be kept."))
                .settings();
    }

    private IndexVersion first() {
        return new IndexVersion(
                shipped.settings().config().version(),
                1,
                shipped.settings(),
                List.of(),
                null,
                shipped.reason(),
                "system",
                clock.now(),
                ALWAYS);
    }

    /** Keeps the shipped version where none is kept yet. */
    void keepShipped() {
        insert(first(), " on conflict do nothing");
    }

    /** An analyst adopts other weights, from the day after the newest rated one. */
    @Transactional
    public Outcome<IndexVersion> adopt(Actor actor, List<String> judgements, String reason) {
        if (actor.role() != Role.CDC_ANALYST) {
            return Outcome.refused("I-003", actor.role());
        }
        Optional<PairwiseWeights> weights = WeightQuestions.weights(judgements);
        if (weights.isEmpty()) {
            return Outcome.refused("W-011", judgements.size());
        }
        if (!weights.get().consistent()) {
            return Outcome.refused(
                    "W-012", "%.2f".formatted(weights.get().consistencyRatio()), PairwiseWeights.LARGEST_RATIO);
        }
        if (reason.isBlank()) {
            return Outcome.refused("W-003");
        }
        jdbc.sql("select pg_advisory_xact_lock(hashtext('index.version'))")
                .query((row, number) -> true)
                .single();
        keepShipped();
        IndexVersion before = newest();
        IndexVersion adopted = next(before, actor, judgements, weights.get(), reason.strip());
        insert(adopted, "");
        audit.record(
                actor,
                "index.adopted",
                adopted.version(),
                Map.of(
                        "weights", adopted.settings().config().weightByPart(),
                        "before", before.settings().config().weightByPart(),
                        "consistency", weights.get().consistencyRatio(),
                        "validFrom", adopted.validFrom().toString(),
                        "reason", adopted.reason()));
        return Outcome.accepted(adopted);
    }

    private IndexVersion next(
            IndexVersion before, Actor actor, List<String> judgements, PairwiseWeights weights, String reason) {
        int serial = before.serial() + 1;
        IndexConfig config = WeightQuestions.reweighed(before.settings().config(), "index/" + serial, weights);
        LocalDate from = jdbc.sql("select max(data_day) + 1 from risk_index having max(data_day) is not null")
                .query(LocalDate.class)
                .optional()
                .orElseGet(clock::today);
        return new IndexVersion(
                config.version(),
                serial,
                new IndexSettings(config, before.settings().thresholds()),
                judgements,
                weights.consistencyRatio(),
                reason,
                actor.login(),
                clock.now(),
                from);
    }

    private void insert(IndexVersion version, String conflict) {
        boolean asked = version.consistency() != null;
        jdbc.sql("insert into index_config (version, serial, settings, judgements, consistency, reason, created_by,"
                        + " created_at, valid_from) values (?, ?, ?, ?, ?, ?, ?, ?, ?)" + conflict)
                .params(Arrays.asList(
                        version.version(),
                        version.serial(),
                        json.parameter(version.settings()),
                        asked ? json.parameter(version.judgements()) : null,
                        version.consistency(),
                        version.reason(),
                        version.createdBy(),
                        Timestamp.from(version.createdAt()),
                        version.validFrom()))
                .update();
    }

    private IndexVersion map(ResultSet row, int number) throws SQLException {
        String judgements = row.getString("judgements");
        return new IndexVersion(
                row.getString("version"),
                row.getInt("serial"),
                json.read(row.getString("settings"), SETTINGS),
                judgements == null ? List.of() : json.read(judgements, JUDGEMENTS),
                row.getObject("consistency", Double.class),
                row.getString("reason"),
                row.getString("created_by"),
                row.getTimestamp("created_at").toInstant(),
                row.getObject("valid_from", LocalDate.class));
    }
}
