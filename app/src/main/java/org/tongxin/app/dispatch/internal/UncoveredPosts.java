package org.tongxin.app.dispatch.internal;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongxin.app.dispatch.duty.ShiftHours;
import org.tongxin.app.platform.Reason;
import org.tongxin.app.warning.indicators.IndicatorFigure;
import org.tongxin.app.warning.indicators.IndicatorSource;

/** Tells the risk index how many posts of a street stand below their minimum in the shift that runs or comes next, where its posts have to be covered. */
@Component
class UncoveredPosts implements IndicatorSource {

    private final JdbcClient jdbc;
    private final ShiftHours hours;

    UncoveredPosts(JdbcClient jdbc, ShiftHours hours) {
        this.jdbc = jdbc;
        this.hours = hours;
    }

    @Override
    public String indicator() {
        return "postsUncovered";
    }

    private record Street(String path, int gaps) {}

    @Override
    public Map<String, IndicatorFigure> byStreet() {
        Map<String, IndicatorFigure> figures = new HashMap<>();
        jdbc.sql("select c.street_path as path, count(distinct g.post_id)::int as gaps from street_coverage c"
                        + " left join coverage_gap g on g.closed_at is null and g.shift_day = ? and g.area_path >= c.street_path"
                        + " and g.area_path < c.street_path || '~' group by c.street_path")
                .param(hours.day())
                .query(Street.class)
                .list()
                .forEach(street -> figures.put(
                        street.path(),
                        new IndicatorFigure(street.gaps(), Reason.of("risk.postsUncovered", street.gaps()))));
        return figures;
    }
}
