package org.tongxin.core.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds terms that suddenly more households of a place use than could be expected.
 *
 * <p>For each day, place and term the distinct households are compared with what the days before teach: households using
 * the term, and households asking for anything, on days of the same kind (workdays, days off) once the term is used
 * often. Given a households with the
 * term among V, plus half a household, the number among v today is negative binomial with size a and mean a v / V: the
 * volume of the day is the offset, so a busy Monday is not a burst of every topic. Terms of fewer than the least households
 * or grids are not bursts, but they count as tested when the share of false ones is judged. Terms used by mostly the same
 * households are one burst, named by the topic or the longest phrase among them.
 *
 * <p>Cost: linear in the grams, some seventy a request, and their sorting. Immutable; safe for use by several threads.
 */
public final class Bursts {

    private final TopicDictionary dictionary;
    private final BurstSettings settings;

    public Bursts(TopicDictionary dictionary, BurstSettings settings) {
        this.dictionary = dictionary;
        this.settings = settings;
    }

    /**
     * The bursts of the days from {@code from} on; earlier days only teach.
     *
     * @param requests in any order; their grid codes begin with 12 digits of the community
     */
    public List<Burst> find(List<Request> requests, LocalDate from) {
        Vocabulary vocabulary = new Vocabulary();
        TreeMap<LocalDate, DayTerms> days = index(requests, vocabulary);
        List<Burst> bursts = new ArrayList<>();
        Volumes volumes = Volumes.of(requests, settings);
        RequestIndex numbered = new RequestIndex(requests);
        Map<LocalDate, DayCounts> counted = new HashMap<>();
        for (LocalDate day : days.tailMap(from).keySet()) {
            LocalDate oldest = day.minusDays(settings.historyDays());
            counted.keySet().removeIf(past -> past.isBefore(oldest));
            days.subMap(oldest, true, day, true)
                    .forEach((past, terms) -> counted.computeIfAbsent(past, key -> DayCounts.of(terms, numbered)));
            bursts.addAll(new BurstDay(numbered, days, counted, volumes, vocabulary, settings, day).bursts());
        }
        return bursts;
    }

    private TreeMap<LocalDate, DayTerms> index(List<Request> requests, Vocabulary vocabulary) {
        Map<LocalDate, long[][]> raw = new HashMap<>();
        Map<LocalDate, Integer> sizes = new HashMap<>();
        for (int at = 0; at < requests.size(); at++) {
            LocalDate day = requests.get(at).day();
            long[] terms = terms(Normaliser.of(requests.get(at).text()), at, vocabulary);
            long[][] grown = append(raw.get(day), sizes.merge(day, 1, Integer::sum), terms);
            raw.put(day, grown);
        }
        TreeMap<LocalDate, DayTerms> days = new TreeMap<>();
        raw.forEach((day, rows) -> days.put(day, DayTerms.of(join(rows, sizes.getOrDefault(day, 0)))));
        return days;
    }

    private static long[][] append(long @Nullable [][] rows, int size, long[] row) {
        long[][] grown =
                rows == null ? new long[16][] : size > rows.length ? Arrays.copyOf(rows, 2 * rows.length) : rows;
        grown[size - 1] = row;
        return grown;
    }

    private static long[] join(long[][] rows, int size) {
        int total = 0;
        for (int i = 0; i < size; i++) {
            total += rows[i].length;
        }
        long[] joined = new long[total];
        int at = 0;
        for (int i = 0; i < size; i++) {
            System.arraycopy(rows[i], 0, joined, at, rows[i].length);
            at += rows[i].length;
        }
        return joined;
    }

    private long[] terms(String normalised, int request, Vocabulary vocabulary) {
        Set<Integer> terms = new HashSet<>();
        Grams.of(normalised, gram -> terms.add(vocabulary.ofGram(gram)));
        dictionary.topics(normalised).forEach(topic -> terms.add(vocabulary.ofTopic(topic)));
        return terms.stream().mapToLong(term -> DayTerms.posting(term, request)).toArray();
    }
}
