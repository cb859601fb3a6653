package org.tongxin.app.dispatch.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongxin.app.forms.figures.Figure;
import org.tongxin.app.forms.figures.FigureSource;
import org.tongxin.app.forms.figures.FigureWords;
import org.tongxin.app.forms.figures.Held;
import org.tongxin.app.platform.DistrictClock;

/** Gives forms how the posts of a day are covered: counts of posts and of people, never a person. */
@Component
class ShiftFigures implements FigureSource {

    private static final String MODULE = "dispatch";
    private static final String POSTS = MODULE + ".posts";
    private static final String COVERED = MODULE + ".covered";
    private static final String ON_DUTY = MODULE + ".onDuty";
    private static final String MISSING = MODULE + ".missing";

    private final JdbcClient jdbc;
    private final DistrictClock clock;
    private final FigureWords words;

    ShiftFigures(JdbcClient jdbc, DistrictClock clock, FigureWords words) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.words = words;
    }

    @Override
    public String module() {
        return MODULE;
    }

    @Override
    public List<Figure> figures() {
        return List.of(words.worded(POSTS), words.worded(COVERED), words.worded(ON_DUTY), words.worded(MISSING));
    }

    private record Line(String path, long posts, long covered, long onDuty, long missing) {

        long value(String key) {
            return switch (key) {
                case COVERED -> covered;
                case ON_DUTY -> onDuty;
                case MISSING -> missing;
                default -> posts;
            };
        }
    }

    @Override
    public Map<String, Held> on(String key, LocalDate day, int digits, String territory) {
        if (!List.of(POSTS, COVERED, ON_DUTY, MISSING).contains(key)) {
            return Map.of();
        }
        return jdbc
                .sql("""
                        select substr(x.area_path, 1, :digits) as path, count(*) as posts,
                               count(*) filter (where n.confirmed >= p.minimum) as covered,
                               sum(n.confirmed)::bigint as on_duty, sum(greatest(0, p.minimum - n.confirmed))::bigint as missing
                        from shift_post x join duty_post p on p.id = x.post_id
                             cross join lateral (select count(*) as confirmed from assignment a
                                 where a.shift_day = x.shift_day and a.post_id = x.post_id and a.state = 'CONFIRMED') n
                        where x.shift_day = :day and length(x.area_path) >= :digits
                          and x.area_path >= :territory and x.area_path < :territory || '~'
                        group by 1
                        """)
                .param("digits", digits)
                .param("day", day)
                .param("territory", territory)
                .query(Line.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Line::path, line -> new Held(line.value(key), 1, 1, clock.now(), "")));
    }
}
