package org.tongxin.app.dispatch.internal;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongxin.app.dispatch.PlanRepair;
import org.tongxin.app.organisation.DutyPost;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Ids;
import org.tongxin.app.platform.Json;
import tools.jackson.core.type.TypeReference;

/** How places that became empty were filled again; who left them is not kept. */
@Component
class Repairs {

    private static final TypeReference<List<PlanRepair.Step>> STEPS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final DistrictClock clock;
    private final Ids ids;
    private final Json json;

    Repairs(JdbcClient jdbc, DistrictClock clock, Ids ids, Json json) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.ids = ids;
        this.json = json;
    }

    void keep(LocalDate day, List<LiveShift.Mended> mended) {
        int number = jdbc.sql("select coalesce(max(number), 0) from shift_repair where shift_day = ?")
                .param(day)
                .query(Integer.class)
                .single();
        for (LiveShift.Mended each : mended) {
            number++;
            jdbc.sql("insert into shift_repair (id, shift_day, repaired_at, number, post_id, area_path, filled, effect,"
                            + " steps) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            ids.of("repair", day, number),
                            day,
                            Timestamp.from(clock.now()),
                            number,
                            each.post().id(),
                            each.post().areaPath(),
                            each.filled(),
                            each.effect(),
                            json.parameter(
                                    each.steps().stream().map(Repairs::step).toList()))
                    .update();
        }
    }

    private static PlanRepair.Step step(LiveShift.Step step) {
        return new PlanRepair.Step(
                place(step.from().orElse(null)), place(step.to().orElse(null)));
    }

    private static PlanRepair.@Nullable Place place(@Nullable DutyPost post) {
        return post == null ? null : new PlanRepair.Place(post.id(), post.name(), post.nameEn());
    }

    List<PlanRepair> list(LocalDate day, String territory, @Nullable UUID post, int limit) {
        return jdbc.sql("select r.*, p.name, p.name_en from shift_repair r join duty_post p on p.id = r.post_id"
                        + " where r.shift_day = :day and r.area_path >= :territory and r.area_path < :territory || '~'"
                        + " and (cast(:post as uuid) is null or r.post_id = :post)"
                        + " order by r.number desc limit :limit")
                .param("day", day)
                .param("territory", territory)
                .param("post", post)
                .param("limit", limit)
                .query((row, number) -> new PlanRepair(
                        new PlanRepair.Place(
                                row.getObject("post_id", UUID.class), row.getString("name"), row.getString("name_en")),
                        row.getTimestamp("repaired_at").toInstant(),
                        row.getBoolean("filled"),
                        row.getLong("effect"),
                        json.read(row.getString("steps"), STEPS)))
                .list();
    }
}
