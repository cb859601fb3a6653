package org.tongxin.app.replay.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;
import org.tongxin.app.organisation.Area;
import org.tongxin.app.platform.Ids;
import org.tongxin.app.platform.PlatformSettings;
import org.tongxin.app.replay.ReplaySettings;
import org.tongxin.app.surveillance.CountEntry;
import org.tongxin.app.surveillance.Indicator;
import org.tongxin.app.surveillance.MonitoringPoint;
import org.tongxin.app.surveillance.PointRegistry;
import org.tongxin.app.surveillance.SeriesArchive;
import org.tongxin.core.random.KeyedRandom;
import org.tongxin.core.stream.ChineseHolidays;
import org.tongxin.core.stream.DayKind;
import org.tongxin.core.stream.Rhythm;
import org.tongxin.core.stream.StreamSeries;

/**
 * The series of the replay: the district's published counts, the places named in the notices for each street, and fever
 * clinics whose visits are made up.
 */
@Component
class Streams {

    private static final int CLINICS = 20;
    private static final double LATE = 0.08;
    private static final double MISSING = 0.03;

    /** First day of the clinics' made-up past: more than a year, so that a season can be learned. */
    private static final LocalDate PAST = LocalDate.of(2021, 2, 1);

    private final PointRegistry registry;
    private final SeriesArchive archive;
    private final PublicRecord published;
    private final Ids ids;
    private final KeyedRandom chance;

    Streams(PointRegistry registry, SeriesArchive archive, PublicRecord published, Ids ids, PlatformSettings settings) {
        this.registry = registry;
        this.archive = archive;
        this.published = published;
        this.ids = ids;
        this.chance = new KeyedRandom(settings.seed());
    }

    void load(Area district, List<Area> streets) {
        List<MonitoringPoint> points = new ArrayList<>();
        String source = "上海市卫生健康委员会每日通报（重新制表）";
        points.add(point(
                "district-community",
                district,
                Indicator.CASES_IN_COMMUNITY,
                "全区社会面发现",
                "Found in the community",
                source,
                false,
                0));
        points.add(point(
                "district-quarantine",
                district,
                Indicator.CASES_IN_QUARANTINE,
                "全区隔离管控中发现",
                "Found in quarantine",
                source,
                false,
                20));
        points.add(point(
                "district-conversions",
                district,
                Indicator.CONVERSIONS,
                "全区无症状转确诊（扣除）",
                "Conversions (subtracted)",
                source,
                false,
                100));
        points.add(point(
                "notice-unlocated",
                district,
                Indicator.ADDRESSES_NAMED,
                "通报住处未能定位",
                "Named places that could not be located",
                source,
                false,
                10));
        for (Area street : streets) {
            points.add(point(
                    "notice-" + street.path(),
                    street,
                    Indicator.ADDRESSES_NAMED,
                    street.name() + "当日通报涉及居住地",
                    street.nameEn() + ": places named in the notice",
                    source,
                    false,
                    8));
        }
        for (int i = 0; i < CLINICS; i++) {
            Area street = streets.get(i * streets.size() / CLINICS);
            points.add(point(
                    clinic(i),
                    street,
                    Indicator.FEVER_VISITS,
                    (i + 1) + "号发热门诊（场景）",
                    "Fever clinic No. " + (i + 1) + " (scenario)",
                    "场景生成器",
                    true,
                    40));
        }
        registry.add(points);
        points.stream()
                .filter(point -> point.indicator() == Indicator.FEVER_VISITS)
                .forEach(point ->
                        archive.load(point, past(Integer.parseInt(point.code().substring(7)) - 1)));
    }

    /** What a clinic counted before the replay begins; missing days stay missing. */
    private StreamSeries past(int clinic) {
        double[] counts = PAST.datesUntil(ReplaySettings.FIRST_DAY)
                .mapToDouble(day -> missing(clinic, day) ? Double.NaN : visits(clinic, day))
                .toArray();
        return new StreamSeries(PAST, Rhythm.DAILY, counts);
    }

    private MonitoringPoint point(
            String code,
            Area area,
            Indicator indicator,
            String name,
            String nameEn,
            String source,
            boolean scenario,
            int threshold) {
        return new MonitoringPoint(
                ids.of("point", code), code, area.path(), indicator, name, nameEn, source, scenario, threshold);
    }

    private static String clinic(int number) {
        return "clinic-%02d".formatted(number + 1);
    }

    /** What arrives in time on the morning after {@code day}. */
    List<CountEntry> onTime(LocalDate day, List<Area> streets) {
        List<CountEntry> entries = new ArrayList<>();
        add(entries, "district-community", day, published.community(day));
        add(entries, "district-quarantine", day, published.quarantine(day));
        add(entries, "district-conversions", day, published.conversions(day));
        add(entries, "notice-unlocated", day, published.addresses(day, ""));
        for (Area street : streets) {
            add(entries, "notice-" + street.path(), day, published.addresses(day, street.path()));
        }
        clinics(day, false, entries);
        return entries;
    }

    /** What arrives after it was due. */
    List<CountEntry> late(LocalDate day) {
        List<CountEntry> entries = new ArrayList<>();
        clinics(day, true, entries);
        return entries;
    }

    private void clinics(LocalDate day, boolean late, List<CountEntry> entries) {
        for (int clinic = 0; clinic < CLINICS; clinic++) {
            boolean isLate = fate(clinic, day) < LATE;
            if (isLate == late && !missing(clinic, day)) {
                entries.add(CountEntry.of(clinic(clinic), day, visits(clinic, day)));
            }
        }
    }

    private double fate(int clinic, LocalDate day) {
        return chance.uniform(31, clinic, day.toEpochDay());
    }

    private boolean missing(int clinic, LocalDate day) {
        double fate = fate(clinic, day);
        return fate >= LATE && fate < LATE + MISSING;
    }

    private int visits(int clinic, LocalDate day) {
        return chance.poisson(mean(clinic, day), 32, clinic, day.toEpochDay());
    }

    /** Scenario: fewer on days off, more in winter, and a slow rise from the middle of March in every third clinic. */
    private static double mean(int clinic, LocalDate day) {
        DayKind kind = ChineseHolidays.calendar().kind(day);
        boolean off = kind == DayKind.WEEKEND || kind == DayKind.HOLIDAY;
        double winter = 1 + 0.15 * Math.cos(2 * Math.PI * (day.getDayOfYear() - 15) / 365.25);
        double base = (8 + clinic % 5) * (off ? 0.8 : 1.05) * winter;
        long rising = Math.max(0, day.toEpochDay() - LocalDate.of(2022, 3, 13).toEpochDay());
        return clinic % 3 == 0 ? base * (1 + 0.09 * rising) : base;
    }

    private static void add(List<CountEntry> entries, String point, LocalDate day, OptionalInt value) {
        value.ifPresent(count -> entries.add(CountEntry.of(point, day, count)));
    }
}
