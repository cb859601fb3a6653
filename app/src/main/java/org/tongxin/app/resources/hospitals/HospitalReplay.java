package org.tongxin.app.resources.hospitals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.tongxin.app.resources.FairShares;
import org.tongxin.app.resources.GoodsPlan;
import org.tongxin.app.resources.ShortageTable;
import org.tongxin.app.resources.hospitals.HospitalRecord.City;
import org.tongxin.app.resources.hospitals.HospitalRecord.Depot;
import org.tongxin.app.resources.hospitals.HospitalRecord.Hospital;
import org.tongxin.app.resources.hospitals.HospitalRecord.Item;
import org.tongxin.app.resources.hospitals.HospitalRecord.Request;
import org.tongxin.core.allocation.Shipment;
import org.tongxin.core.allocation.SupplyAnswer;
import org.tongxin.core.allocation.SupplyChecker;
import org.tongxin.core.allocation.SupplyProblem;
import org.tongxin.core.allocation.SupplyProblemBuilder;
import org.tongxin.core.allocation.SupplySolver;
import org.tongxin.core.geo.GreatCircle;

/**
 * Gives out an assumed stock day by day to the requests that have appeared by then. What is given out on a day is there on the
 * same day, which is an assumption. Prices are those of {@link ShortageTable}, in kilometres, since the ways are a province's.
 *
 * <p>For one thread and one use; {@link #run} is the way in.
 */
public final class HospitalReplay {

    /** Who comes first. */
    public enum Policy {
        /** All open requests raised together, the first half of each first, as the plan of goods does it. */
        TIERS,
        /** One request after the other in the order of appearance, each from the nearest depot that has something. */
        FIRST_COME
    }

    /** Days after the last request on which goods still arrive and are given out. Assumption. */
    public static final int DAYS_AFTER_LAST = 14;

    private final HospitalRecord record;
    private final Policy policy;
    private final LocalDate first;
    private final LocalDate last;
    private final long[] stock;
    private final List<ReplayResult.Served> served = new ArrayList<>();
    private final List<ReplayResult.Sent> sent = new ArrayList<>();

    private HospitalReplay(HospitalRecord record, Policy policy) {
        this.record = record;
        this.policy = policy;
        this.first = record.requests().getFirst().seen();
        this.last = record.requests().getLast().seen().plusDays(DAYS_AFTER_LAST);
        this.stock = new long[record.depots().size()];
    }

    /**
     * Replays a record that has at least one request.
     *
     * @throws IllegalStateException when the plan of a day does not pass its check
     */
    public static ReplayResult run(HospitalRecord record, Policy policy) {
        HospitalReplay replay = new HospitalReplay(record, policy);
        record.items().forEach(replay::giveOut);
        return ReplayResult.of(record, policy, replay.served, replay.sent);
    }

    /** Items share nothing, so one after the other. */
    private void giveOut(Item item) {
        List<Open> open = record.requests().stream()
                .filter(request -> request.item().equals(item.name()))
                .map(this::open)
                .toList();
        java.util.Arrays.fill(stock, 0);
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            arrive(day.equals(first) ? item.opening() : item.perDay());
            LocalDate today = day;
            giveOut(
                    today,
                    open.stream()
                            .filter(each -> !each.request.seen().isAfter(today) && each.missing() > 0)
                            .toList());
        }
        open.forEach(each -> served.add(each.served()));
    }

    /** Parts are rounded down and what is left over lies in the first depot, so that nothing is lost. */
    private void arrive(long units) {
        long rest = units;
        for (int depot = 0; depot < stock.length; depot++) {
            long part = units * record.depots().get(depot).hundredths() / 100;
            stock[depot] += part;
            rest -= part;
        }
        stock[0] += rest;
    }

    private void giveOut(LocalDate day, List<Open> open) {
        if (policy == Policy.FIRST_COME) {
            open.forEach(each -> nearestFirst(day, each));
        } else if (!open.isEmpty()) {
            solve(day, open);
        }
    }

    private void nearestFirst(LocalDate day, Open open) {
        IntStream.range(0, stock.length)
                .boxed()
                .sorted(Comparator.comparingLong(depot -> open.kilometres[depot]))
                .forEach(depot -> send(day, open, depot, Math.min(stock[depot], open.missing())));
    }

    private void solve(LocalDate day, List<Open> open) {
        SupplyProblem problem = problem(open);
        SupplyAnswer answer = SupplySolver.findBest(problem)
                .filter(SupplyAnswer::isProved)
                .filter(found -> SupplyChecker.check(problem, found.plan()).isAllowed())
                .orElseThrow(() -> new IllegalStateException(
                        "The plan of " + day + " for " + open.getFirst().request.item() + " did not pass its check."));
        for (Shipment shipment : answer.plan().shipments()) {
            send(day, open.get(shipment.community()), shipment.depot(), shipment.quantity());
        }
    }

    private SupplyProblem problem(List<Open> open) {
        FairShares shares = FairShares.of(
                open.stream().map(Open::claim).toList(), LongStream.of(stock).sum());
        SupplyProblemBuilder problem = SupplyProblem.builder(stock.length, open.size(), 1)
                .penalties(ShortageTable.prices(GoodsPlan.Rule.TIERS));
        for (int depot = 0; depot < stock.length; depot++) {
            problem.stock(depot, 0, stock[depot], 0);
        }
        for (int each = 0; each < open.size(); each++) {
            problem.need(each, 0, shares.ranks(each));
            for (int depot = 0; depot < stock.length; depot++) {
                problem.lane(depot, each, open.get(each).kilometres[depot]);
            }
        }
        return problem.build();
    }

    private void send(LocalDate day, Open open, int depot, long units) {
        if (units > 0) {
            stock[depot] -= units;
            open.add(units, day);
            sent.add(new ReplayResult.Sent(day, open.request, depot, units, open.kilometres[depot]));
        }
    }

    private Open open(Request request) {
        Hospital hospital = record.hospitals().stream()
                .filter(each -> each.id() == request.hospital())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Request " + request.number() + " is of hospital "
                        + request.hospital() + ", which is not listed."));
        return new Open(request, kilometres(city(hospital.city())));
    }

    private long[] kilometres(City to) {
        return record.depots().stream()
                .map(Depot::city)
                .map(this::city)
                .mapToLong(from -> Math.round(
                        GreatCircle.kilometres(from.latitude(), from.longitude(), to.latitude(), to.longitude())))
                .toArray();
    }

    private City city(String name) {
        City city = record.cities().get(name);
        if (city == null) {
            throw new IllegalArgumentException(
                    "The city " + name + " has no centre. Add a line to cities.csv. Known are "
                            + record.cities().keySet().stream().sorted().collect(Collectors.joining(", ")) + ".");
        }
        return city;
    }

    /** A request while it is being served. */
    private static final class Open {

        private final Request request;
        private final long[] kilometres;
        private long got;
        private int daysToHalf = -1;
        private int daysToAll = -1;

        Open(Request request, long[] kilometres) {
            this.request = request;
            this.kilometres = kilometres;
        }

        long missing() {
            return request.amount() - got;
        }

        FairShares.Claim claim() {
            return new FairShares.Claim(request.amount(), got, 1);
        }

        void add(long units, LocalDate day) {
            got += units;
            int waited = (int) (day.toEpochDay() - request.seen().toEpochDay());
            daysToHalf = daysToHalf < 0 && 2 * got >= request.amount() ? waited : daysToHalf;
            daysToAll = missing() == 0 ? waited : daysToAll;
        }

        ReplayResult.Served served() {
            return new ReplayResult.Served(request, got, daysToHalf, daysToAll);
        }
    }
}
