package org.tongxin.app.replay.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongxin.app.organisation.Organisation;
import org.tongxin.app.replay.Replay;
import org.tongxin.app.replay.ReplaySettings;
import org.tongxin.app.replay.ReplayStatus;
import org.tongxin.app.surveillance.DayCount;
import org.tongxin.app.surveillance.Indicator;
import org.tongxin.app.surveillance.Series;

/** The bar at the foot of the desk: {@code ${@timebar...}} in the page. */
@Component("timebar")
class TimeBar {

    private static final int WIDTH = 16;
    private static final int HEIGHT = 40;

    private final Replay replay;
    private final Series series;
    private final Organisation organisation;

    TimeBar(Replay replay, Series series, Organisation organisation) {
        this.replay = replay;
        this.series = series;
        this.organisation = organisation;
    }

    /** One day of the replay. @param kind class of the bar @param value cases found in the community, if reported */
    public record Day(LocalDate day, @Nullable Integer value, String kind, int x, int y, int height, boolean current) {}

    public @Nullable ReplayStatus status() {
        return replay.status().orElse(null);
    }

    /** All days: the past with its reported figures on a square-root scale, the future without. */
    public List<Day> days() {
        Optional<ReplayStatus> status = replay.status();
        LocalDate present = status.map(ReplayStatus::day).orElse(ReplaySettings.FIRST_DAY);
        List<DayCount> counts = series.recent(
                        Indicator.CASES_IN_COMMUNITY, ReplaySettings.FIRST_DAY, ReplaySettings.LAST_DAY)
                .getOrDefault(
                        organisation.findDistrict().map(area -> area.path()).orElse(""), List.of());
        double most = counts.stream()
                .mapToInt(day -> day.value() == null ? 0 : day.value())
                .max()
                .orElse(1);
        List<Day> days = new ArrayList<>();
        for (DayCount count : counts) {
            days.add(day(count, present, Math.max(1, most), days.size()));
        }
        return days;
    }

    private static Day day(DayCount count, LocalDate present, double most, int index) {
        Integer value = count.value();
        boolean future = value == null && !count.day().isBefore(present);
        int height = value == null ? HEIGHT / (future ? 8 : 2) : (int) Math.max(2, HEIGHT * Math.sqrt(value / most));
        String kind = future ? "future" : value == null ? "none" : "past";
        return new Day(
                count.day(),
                value,
                kind,
                index * WIDTH,
                HEIGHT - height,
                height,
                count.day().equals(present));
    }

    public int width() {
        return WIDTH * 33;
    }
}
