package org.tongxin.app.surveillance.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tongxin.app.surveillance.EpisodePart;

/** The drawing of an episode: a bar a day, as tall as its leads; in the units of the drawing, one to a pixel. */
record EpisodeBars(int width, int height, int most, List<Bar> bars) {

    private static final int TOP = 22;
    private static final int FOOT = 26;
    private static final int SIDE = 14;
    private static final int LONGEST_DAYS = 28;
    private static final int WIDEST = 48;

    /** A day. @param ticked whether the day is written below */
    record Bar(
            LocalDate day, long leads, String x, String y, String width, String height, String middle, boolean ticked) {

        /** Where the number above it stands. */
        public String above() {
            return number(Double.parseDouble(y) - 6);
        }
    }

    /** The last four weeks of an episode, days without a lead among them. */
    static EpisodeBars of(List<EpisodePart> parts, LocalDate first, LocalDate last, int width, int height) {
        LocalDate from = first.isBefore(last.minusDays(LONGEST_DAYS - 1L)) ? last.minusDays(LONGEST_DAYS - 1L) : first;
        List<LocalDate> days = from.datesUntil(last.plusDays(1)).toList();
        List<Long> leads = days.stream()
                .map(day -> parts.stream()
                        .filter(part -> part.eventDay().equals(day))
                        .count())
                .toList();
        long most = Math.max(1, leads.stream().mapToLong(Long::longValue).max().orElse(1));
        double step = Math.min(WIDEST, (width - 2.0 * SIDE) / days.size());
        double room = height - TOP - FOOT;
        int every = (int) Math.ceil(56 / step);
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            double tall = leads.get(i) == 0 ? 1.5 : Math.max(3, room * leads.get(i) / most);
            bars.add(new Bar(
                    days.get(i),
                    leads.get(i),
                    number(SIDE + i * step + step * .12),
                    number(TOP + room - tall),
                    number(step * .76),
                    number(tall),
                    number(SIDE + i * step + step / 2),
                    (days.size() - 1 - i) % every == 0));
        }
        return new EpisodeBars(width, height, (int) most, bars);
    }

    public int base() {
        return height - FOOT;
    }

    /** Where the days stand. */
    public int dayLine() {
        return height - 7;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
