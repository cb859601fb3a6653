package org.tongxin.app.resources.hospitals;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.tongxin.app.resources.hospitals.HospitalRecord.Hospital;
import org.tongxin.app.resources.hospitals.HospitalRecord.Request;
import org.tongxin.core.allocation.Fairness;

/**
 * What a replay came to. Everything rests on assumed amounts and an assumed stock.
 *
 * @param hospitals those that ask, the worst covered first
 * @param fairness over the hospitals
 * @param half how long requests wait until half of them is there
 * @param all how long they wait until all of it is there
 * @param unitKilometres units times kilometres between city centres
 * @param served each request
 * @param sent everything given out, by item, day and depot
 */
public record ReplayResult(
        HospitalReplay.Policy policy,
        List<Coverage> hospitals,
        Fairness fairness,
        Wait half,
        Wait all,
        long asked,
        long given,
        long unitKilometres,
        List<Served> served,
        List<Sent> sent) {

    /**
     * A request at the end.
     *
     * @param got units
     * @param daysToHalf days from its appearance until half was there; below 0 where that did not come
     * @param daysToAll likewise for all of it
     */
    public record Served(Request request, long got, int daysToHalf, int daysToAll) {

        /** Part of what was asked for, 0 .. 1. */
        public double coverage() {
            return (double) got / request.amount();
        }
    }

    /** Units given out. @param depot position in the list of depots */
    public record Sent(LocalDate day, Request request, int depot, long units, long kilometres) {}

    /** A hospital. @param coverage mean over its requests, 0 .. 1 @param worst its worst request, 0 .. 1 */
    public record Coverage(Hospital hospital, double coverage, double worst, int requests) {}

    /**
     * How long requests wait, in whole days.
     *
     * @param median of those that were served; 0 where there are none
     * @param ninth nine in ten of those served waited no longer
     * @param open requests that were not
     */
    public record Wait(int median, int ninth, int open) {

        static Wait of(List<Served> served, ToIntFunction<Served> days) {
            List<Integer> waited = served.stream()
                    .map(days::applyAsInt)
                    .filter(each -> each >= 0)
                    .sorted()
                    .toList();
            return new Wait(rank(waited, 50), rank(waited, 90), served.size() - waited.size());
        }

        /** The value of the nearest rank, so that it is one that occurred. */
        private static int rank(List<Integer> sorted, int hundredths) {
            return sorted.isEmpty() ? 0 : sorted.get((sorted.size() * hundredths + 99) / 100 - 1);
        }
    }

    public ReplayResult {
        hospitals = List.copyOf(hospitals);
        served = List.copyOf(served);
        sent = List.copyOf(sent);
    }

    /** Part of all units asked for that was given, 0 .. 1. */
    public double filled() {
        return (double) given / asked;
    }

    /** Requests of which all is there. */
    public long complete() {
        return served.stream().filter(each -> each.daysToAll() >= 0).count();
    }

    /** Kilometres that a unit went, on average. */
    public double kilometresPerUnit() {
        return given == 0 ? 0 : (double) unitKilometres / given;
    }

    static ReplayResult of(HospitalRecord record, HospitalReplay.Policy policy, List<Served> served, List<Sent> sent) {
        List<Coverage> hospitals = hospitals(record, served);
        return new ReplayResult(
                policy,
                hospitals,
                Fairness.of(hospitals.stream().mapToDouble(Coverage::coverage).toArray()),
                Wait.of(served, Served::daysToHalf),
                Wait.of(served, Served::daysToAll),
                served.stream().mapToLong(each -> each.request().amount()).sum(),
                served.stream().mapToLong(Served::got).sum(),
                sent.stream()
                        .mapToLong(each -> each.units() * each.kilometres())
                        .sum(),
                served,
                sent);
    }

    private static List<Coverage> hospitals(HospitalRecord record, List<Served> served) {
        Map<Integer, List<Served>> byHospital = served.stream()
                .collect(Collectors.groupingBy(each -> each.request().hospital(), TreeMap::new, Collectors.toList()));
        return record.hospitals().stream()
                .filter(hospital -> byHospital.containsKey(hospital.id()))
                .map(hospital -> coverage(hospital, byHospital.getOrDefault(hospital.id(), List.of())))
                .sorted(Comparator.comparingDouble(Coverage::coverage)
                        .thenComparing(each -> each.hospital().id()))
                .toList();
    }

    private static Coverage coverage(Hospital hospital, List<Served> served) {
        return new Coverage(
                hospital,
                served.stream().mapToDouble(Served::coverage).average().orElse(0),
                served.stream().mapToDouble(Served::coverage).min().orElse(0),
                served.size());
    }
}
