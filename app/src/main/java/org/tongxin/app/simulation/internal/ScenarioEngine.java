package org.tongxin.app.simulation.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.springframework.stereotype.Component;
import org.tongxin.app.simulation.Course;
import org.tongxin.app.simulation.NewScenario;
import org.tongxin.app.simulation.Scenario;
import org.tongxin.app.simulation.ScenarioResult;
import org.tongxin.app.simulation.ShownDays;
import org.tongxin.app.simulation.Situation;
import org.tongxin.core.epidemic.Arrival;
import org.tongxin.core.epidemic.Contacts;
import org.tongxin.core.epidemic.Diseases;
import org.tongxin.core.epidemic.Ensemble;
import org.tongxin.core.epidemic.FirstGeneration;
import org.tongxin.core.epidemic.FittedArrivals;
import org.tongxin.core.epidemic.Immunity;
import org.tongxin.core.epidemic.Model;
import org.tongxin.core.epidemic.Response;
import org.tongxin.core.epidemic.RiskPoint;
import org.tongxin.core.epidemic.RiskPoints;
import org.tongxin.core.epidemic.Simulator;
import org.tongxin.core.forecast.EpidemicState;
import org.tongxin.core.forecast.Posterior;
import org.tongxin.core.population.DistrictTotals;
import org.tongxin.core.search.CostRates;

/**
 * Computes a scenario. Some presents are drawn from what the reports allow; from each, every course runs as often as the
 * others, under the same seeds. Transmission is set so that a first case infects as many people as R of the draw says.
 */
@Component
public class ScenarioEngine {

    /** Drawn presents, for enough members; fewer members have fewer draws. */
    private static final int DRAWS = 16;

    private static final int MEMBERS_PER_DRAW = 2;
    /** Of each drawn present: runs whose chains of infection are followed, and places kept of them. */
    private static final int RUNS_FOR_RISK_POINTS = 2;

    private static final int MOST_RISK_POINTS = 500;
    private static final int FIRST_CASES = 8000;
    private static final double LEAST_REPRODUCTION = 0.05;
    private static final int BYTES_TO_MAKE_A_PERSON = 45;
    private static final double SHARE_OF_HEAP = 0.6;

    /** Days by which a course is shifted to see what waiting costs. */
    private static final int LATER = 2;

    private final DistrictPeople people;
    private final FittedState fitted;

    ScenarioEngine(DistrictPeople people, FittedState fitted) {
        this.people = people;
        this.fitted = fitted;
    }

    /** Presents that are drawn for a number of members, 2 or more. */
    public static int draws(int members) {
        return Math.min(DRAWS, members / MEMBERS_PER_DRAW);
    }

    /** Runs of all courses together. */
    public static int runs(List<Course> courses, int members, boolean later) {
        int shifted = later
                ? (int) courses.stream().filter(each -> !each.rules().isEmpty()).count()
                : 0;
        return members * (courses.size() + shifted);
    }

    /** Bytes that a scenario needs at most. @param courses doing nothing new included */
    public static long bytes(DistrictTotals totals, NewScenario wanted, int courses) {
        long size = Math.round(totals.residents() * wanted.scale());
        long each = Simulator.bytes(size, FittedArrivals.HISTORY + wanted.days() + 1, totals.communities());
        long kept = CommunityTally.bytes(
                totals.communities(), ShownDays.of(wanted.days()).size());
        return BYTES_TO_MAKE_A_PERSON * size
                + Runtime.getRuntime().availableProcessors() * each
                + kept * wanted.members() * courses;
    }

    /** Bytes that a scenario may need here. */
    public static long room() {
        return (long) (Runtime.getRuntime().maxMemory() * SHARE_OF_HEAP);
    }

    /** A result with what it says of the communities, and of places through which infections pass. */
    record Outcome(ScenarioResult result, List<CourseRuns> runs, Town town, List<RiskPointRow> riskPoints) {}

    /**
     * Computes.
     *
     * @throws CancellationException when the job is asked to stop
     */
    Outcome run(Scenario scenario, Job job) {
        long start = System.nanoTime();
        Town town = people.of(scenario.areaPath(), scenario.scale());
        Situation situation = scenario.situation();
        int residents = town.synthesis().totals().residents();
        Posterior posterior = fitted.posterior(residents, situation.reported());
        FittedArrivals split = town.arrivals(situation.places());
        CourseRules rules = new CourseRules(town, situation.warned());
        Summary summary = new Summary(town.scale(), scenario.capacities());
        List<CourseRuns> all = courses(scenario, town);
        int draws = draws(scenario.members());
        List<List<RiskPoint>> riskPoints = new ArrayList<>();
        for (int draw = 0; draw < draws; draw++) {
            requireGoingOn(job);
            long seed = Ensemble.seed(scenario.seed(), draw);
            Simulator simulator = simulator(scenario, town, posterior.sample(scenario.seed(), draw), split, seed);
            int count = scenario.members() / draws + (draw < scenario.members() % draws ? 1 : 0);
            for (CourseRuns runs : all) {
                requireGoingOn(job);
                Response response = rules.response(runs.course(), scenario.capacities(), scenario.days());
                Members.run(simulator.under(response), runs, draw, seed, count, job);
            }
            Response nothing = rules.response(Course.NOTHING, scenario.capacities(), scenario.days());
            requireGoingOn(job);
            riskPoints.add(RiskPoints.of(
                    simulator.under(nothing), seed, RUNS_FOR_RISK_POINTS, MOST_RISK_POINTS, job::stopped));
            job.publish(summary.of(all, draw == draws - 1, (System.nanoTime() - start) / 1e9));
        }
        ScenarioResult result = job.soFar();
        if (result == null) {
            throw new IllegalStateException("A scenario must have at least one draw.");
        }
        return new Outcome(result, all, town, RiskPointRow.of(riskPoints, town));
    }

    private static void requireGoingOn(Job job) {
        if (job.stopped()) {
            throw new CancellationException("The scenario was stopped.");
        }
    }

    private static List<CourseRuns> courses(Scenario scenario, Town town) {
        CostRates rates = scenario.costs().rates();
        List<CourseRuns> all = new ArrayList<>();
        for (Course course : scenario.courses()) {
            all.add(new CourseRuns(course, false, town.places(), scenario.days(), rates));
            if (scenario.later() && !course.rules().isEmpty()) {
                all.add(new CourseRuns(course.later(LATER), true, town.places(), scenario.days(), rates));
            }
        }
        return all;
    }

    private static Simulator simulator(
            Scenario scenario, Town town, EpidemicState state, FittedArrivals split, long seed) {
        List<Arrival> arrivals = split.of(state.infectionsByAge(), seed);
        Model model = new Model(
                town.synthesis().population(),
                Diseases.omicron2022(),
                Contacts.of(town.synthesis().rates(), 0),
                Immunity.NONE,
                arrivals,
                Response.NOTHING,
                scenario.days());
        double wanted = Math.max(LEAST_REPRODUCTION, state.reproduction());
        double perContact = FirstGeneration.perContact(model, town.synthesis().rates(), wanted, FIRST_CASES, seed);
        return Simulator.of(model.withContacts(Contacts.of(town.synthesis().rates(), perContact)));
    }
}
