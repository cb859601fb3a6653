package org.tongxin.app.surveillance.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongxin.app.forms.figures.Figure;
import org.tongxin.app.forms.figures.FigureSource;
import org.tongxin.app.forms.figures.FigureWords;
import org.tongxin.app.forms.figures.Held;
import org.tongxin.app.surveillance.Indicator;

/**
 * Gives forms the counts of a day. A place that has points of its own is what they count; another is the sum of the points
 * nearest below it in the rings.
 */
@Component
class CountFigures implements FigureSource {

    private static final String MODULE = "surveillance";

    private final JdbcClient jdbc;
    private final FigureWords words;

    CountFigures(JdbcClient jdbc, FigureWords words) {
        this.jdbc = jdbc;
        this.words = words;
    }

    @Override
    public String module() {
        return MODULE;
    }

    @Override
    public List<Figure> figures() {
        return Stream.of(Indicator.values())
                .map(indicator -> words.worded(MODULE + "." + indicator))
                .toList();
    }

    private record Line(
            String path,
            long value,
            int answered,
            int asked,
            @Nullable Instant asOf) {

        Held held() {
            return new Held(value, answered, asked, asOf, "");
        }
    }

    @Override
    public Map<String, Held> on(String key, LocalDate day, int digits, String territory) {
        Optional<Indicator> indicator = Stream.of(Indicator.values())
                .filter(each -> key.equals(MODULE + "." + each))
                .findFirst();
        return indicator.map(each -> on(each, day, digits, territory)).orElse(Map.of());
    }

    private Map<String, Held> on(Indicator indicator, LocalDate day, int digits, String territory) {
        return jdbc
                .sql("""
                        select path, coalesce(sum(value), 0)::bigint as value, count(value)::int as answered,
                               count(*)::int as asked, max(reported_at) as as_of
                        from (select substr(p.area_path, 1, :digits) as path, c.value, c.reported_at,
                                     length(p.area_path) as ring,
                                     min(length(p.area_path)) over (partition by substr(p.area_path, 1, :digits)) as nearest
                              from monitoring_point p
                              left join count_report c on c.point_id = p.id and c.event_day = :day and c.current
                              where p.indicator = :indicator and length(p.area_path) >= :digits
                                and p.area_path >= :territory and p.area_path < :territory || '~') n
                        where ring = nearest group by path
                        """)
                .param("digits", digits)
                .param("day", day)
                .param("indicator", indicator.name())
                .param("territory", territory)
                .query(Line.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Line::path, Line::held));
    }
}
