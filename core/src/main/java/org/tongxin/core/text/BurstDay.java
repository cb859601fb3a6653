package org.tongxin.core.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tongxin.core.episode.FalseDiscoveryRate;
import org.tongxin.core.statistics.NegativeBinomial;

/** One day: counts every term of every place, tests those that many households use, and joins what is one matter. */
final class BurstDay {

    /** Half a household of doubt about a term never seen (Jeffreys). */
    private static final double PRIOR = 0.5;

    /** Share of common households from which on two terms are one matter. */
    private static final double SAME = 0.5;

    /** Households with a term from which on its use is told apart by workdays and days off. */
    private static final int OFTEN = 10;

    /** Share of a matter's households that its place must hold; the smallest such place is named. */
    private static final double MOST = 0.8;

    private static final int EXAMPLES = 3;

    private final RequestIndex requests;
    private final DayTerms today;
    private final Map<LocalDate, DayCounts> counted;
    private final Volumes volumes;
    private final Vocabulary vocabulary;
    private final BurstSettings settings;
    private final LocalDate day;
    private final Past history;
    private final Past alike;

    BurstDay(
            RequestIndex requests,
            Map<LocalDate, DayTerms> days,
            Map<LocalDate, DayCounts> counted,
            Volumes volumes,
            Vocabulary vocabulary,
            BurstSettings settings,
            LocalDate day) {
        this.requests = requests;
        this.today = days.getOrDefault(day, new DayTerms(new long[0]));
        this.counted = counted;
        this.volumes = volumes;
        this.vocabulary = vocabulary;
        this.settings = settings;
        this.day = day;
        this.history = new Past(volumes.history(day));
        this.alike = new Past(volumes.alike(day));
    }

    /** Some days of the past: what was counted on them, and how many households asked for anything. */
    private final class Past {
        private final List<LocalDate> days;
        private final List<DayCounts> counts;
        private final Map<Integer, Integer> volumeByPlace = new HashMap<>();

        Past(List<LocalDate> days) {
            this.days = days;
            this.counts = days.stream()
                    .map(each -> counted.getOrDefault(each, DayCounts.NONE))
                    .toList();
        }

        /** Distinct households of a place that used a term, summed over the days. */
        int households(int term, int place) {
            int households = 0;
            for (DayCounts each : counts) {
                households += each.of(term, place);
            }
            return households;
        }

        int volume(int place) {
            return volumeByPlace.computeIfAbsent(place, number -> {
                String name = requests.place(number);
                return days.stream().mapToInt(each -> volumes.of(name, each)).sum();
            });
        }
    }

    /** Users of a term in a place today. */
    private static final class Users {
        private final Set<Integer> households = new HashSet<>();
        private final Set<String> grids = new HashSet<>();
        private final List<Integer> messages = new ArrayList<>();
    }

    private record Candidate(int term, String place, Users users, double expected, double p) {}

    List<Burst> bursts() {
        DayCounts counts = counted.getOrDefault(day, DayCounts.NONE);
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < counts.keys().length; i++) {
            if (counts.households()[i] >= settings.leastHouseholds()) {
                int term = (int) (counts.keys()[i] >>> 32);
                int place = (int) counts.keys()[i];
                Users users = users(term, place);
                if (users.grids.size() >= settings.leastGrids()) {
                    candidates.add(judged(term, place, users));
                }
            }
        }
        return named(candidates, counts.keys().length);
    }

    private Users users(int term, int place) {
        Users users = new Users();
        int from = today.from(term);
        for (int i = from; i < today.end(from); i++) {
            int at = DayTerms.request(today.postings()[i]);
            if (requests.within(at, place)) {
                users.households.add(requests.household(at));
                users.grids.add(requests.request(at).grid());
                users.messages.add(at);
            }
        }
        return users;
    }

    /** Seldom used terms are taken over all days of the history: half of them would teach too little. */
    private Candidate judged(int term, int place, Users users) {
        int ever = history.households(term, place);
        boolean often = ever >= OFTEN;
        double before = PRIOR + (often ? alike.households(term, place) : ever);
        double volume = PRIOR + (often ? alike : history).volume(place);
        String name = requests.place(place);
        double expected = before * volumes.of(name, day) / volume;
        double p = new NegativeBinomial(before, expected).upperTail(users.households.size());
        return new Candidate(term, name, users, expected, p);
    }

    /** What is named at the chosen share of false ones; every term met counts as tested. */
    private List<Burst> named(List<Candidate> candidates, int tested) {
        double[] p = new double[tested];
        Arrays.fill(p, 1);
        for (int i = 0; i < candidates.size(); i++) {
            p[i] = candidates.get(i).p();
        }
        double[] q = FalseDiscoveryRate.q(p);
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            if (q[i] <= settings.q()) {
                order.add(i);
            }
        }
        order.sort(Comparator.comparingDouble((Integer i) -> candidates.get(i).p())
                .thenComparing((Integer i) -> -candidates.get(i).place().length())
                .thenComparing((Integer i) -> vocabulary.label(candidates.get(i).term())));
        return joined(candidates, q, order);
    }

    private List<Burst> joined(List<Candidate> candidates, double[] q, List<Integer> order) {
        List<List<Integer>> matters = new ArrayList<>();
        for (int i : order) {
            Candidate candidate = candidates.get(i);
            matters.stream()
                    .filter(matter -> same(candidates.get(matter.getFirst()), candidate))
                    .findFirst()
                    .ifPresentOrElse(matter -> matter.add(i), () -> matters.add(new ArrayList<>(List.of(i))));
        }
        return matters.stream().map(matter -> burst(candidates, q, matter)).toList();
    }

    private static boolean same(Candidate one, Candidate other) {
        Set<Integer> common = new HashSet<>(one.users().households);
        common.retainAll(other.users().households);
        int smaller =
                Math.min(one.users().households.size(), other.users().households.size());
        return common.size() >= SAME * smaller;
    }

    private Burst burst(List<Candidate> candidates, double[] q, List<Integer> matter) {
        Candidate first = smallestPlace(matter.stream().map(candidates::get).toList());
        List<Integer> terms =
                matter.stream().map(i -> candidates.get(i).term()).distinct().toList();
        boolean known = terms.stream().anyMatch(vocabulary::topic);
        String label = terms.stream()
                .filter(vocabulary::topic)
                .map(vocabulary::label)
                .findFirst()
                .orElseGet(() -> Phrase.longest(vocabulary.label(first.term()), texts(first.users())));
        return new Burst(
                day,
                first.place(),
                label,
                known,
                first.users().households.size(),
                first.users().grids.size(),
                first.users().messages.size(),
                first.expected(),
                first.p(),
                q[candidates.indexOf(first)],
                terms.stream()
                        .map(vocabulary::label)
                        .filter(term -> !label.contains(term))
                        .toList(),
                examples(first.users()));
    }

    /** Of the places that hold most of the matter's households the smallest; in it the rarest term. */
    private static Candidate smallestPlace(List<Candidate> matter) {
        int most = matter.stream()
                .mapToInt(candidate -> candidate.users().households.size())
                .max()
                .orElseThrow();
        return matter.stream()
                .filter(candidate -> candidate.users().households.size() >= MOST * most)
                .min(Comparator.comparingInt(
                                (Candidate candidate) -> -candidate.place().length())
                        .thenComparingDouble(Candidate::p))
                .orElseThrow();
    }

    private List<String> texts(Users users) {
        return users.messages.stream()
                .map(at -> Normaliser.of(requests.request(at).text()))
                .toList();
    }

    private List<Integer> examples(Users users) {
        Set<Integer> shown = new HashSet<>();
        return users.messages.stream()
                .filter(at -> shown.add(requests.household(at)))
                .limit(EXAMPLES)
                .toList();
    }
}
