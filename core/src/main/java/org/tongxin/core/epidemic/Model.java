package org.tongxin.core.epidemic;

import java.util.List;
import org.tongxin.core.population.Population;

/**
 * Everything a run depends on, but for its seed.
 *
 * @param population the people
 * @param disease what they may catch
 * @param contacts how it passes between them
 * @param immunity who is protected at the start
 * @param arrivals infections at the start, before it, and from outside later
 * @param response what is done
 * @param days length of a run in days, 1 or more; day 0 is the start
 */
public record Model(
        Population population,
        Disease disease,
        Contacts contacts,
        Immunity immunity,
        List<Arrival> arrivals,
        Response response,
        int days) {

    /**
     * Checks that the parts fit together.
     *
     * @throws IllegalArgumentException when they do not
     */
    public Model {
        arrivals = List.copyOf(arrivals);
        if (population.size() < 2) {
            throw new IllegalArgumentException("There is one person only, who can infect nobody; give at least two.");
        }
        int history = arrivals.stream().mapToInt(each -> -each.day()).max().orElse(0);
        if (days < 1) {
            throw new IllegalArgumentException("The days to run (" + days + ") must be 1 or more.");
        }
        if (days + Math.max(0, history) >= Register.MOST_DAYS) {
            throw new IllegalArgumentException("The days to run (" + days + ") and those before the start from which"
                    + " infections are known (" + Math.max(0, history) + ") must together be below "
                    + Register.MOST_DAYS + ". Run fewer days.");
        }
        if (contacts.neighbours() > 0 && !population.links().isEmpty()) {
            throw new IllegalArgumentException("The population has stored links; set the neighbours ("
                    + contacts.neighbours() + ") to 0, or contacts in the community would count twice.");
        }
        requirePlaces(population, arrivals, response);
        requireInTime(arrivals, days);
    }

    private static void requireInTime(List<Arrival> arrivals, int days) {
        for (Arrival each : arrivals) {
            if (each.day() > days) {
                throw new IllegalArgumentException("There arrive " + each.people() + " infections on day " + each.day()
                        + ", after the last day (" + days + "). Run more days, or leave them out.");
            }
        }
    }

    private static void requirePlaces(Population population, List<Arrival> arrivals, Response response) {
        int communities = population.places().communities();
        long arriving = 0;
        for (Arrival each : arrivals) {
            requireCommunity("An arrival", each.community(), communities);
            arriving += each.people();
            requireRoom(population, each);
        }
        if (arriving > population.size() / 2) {
            throw new IllegalArgumentException("There are " + arriving + " arriving infections, more than half of the "
                    + population.size() + " people. Let fewer arrive, or take more people.");
        }
        for (Rule rule : response.rules()) {
            if (rule.scope() instanceof Scope.Communities some) {
                requireCommunity(
                        "The rule “" + rule.name() + "”", some.communities().getLast(), communities);
            }
        }
    }

    private static void requireRoom(Population population, Arrival arrival) {
        boolean anywhere = arrival.community() == Arrival.ANYWHERE;
        if (!anywhere && arrival.people() > population.places().communitySize(arrival.community())) {
            throw new IllegalArgumentException("On day " + arrival.day() + " there arrive " + arrival.people()
                    + " infections in the community " + arrival.community() + ", which has "
                    + population.places().communitySize(arrival.community()) + " people.");
        }
    }

    private static void requireCommunity(String who, int community, int communities) {
        if (community >= communities) {
            throw new IllegalArgumentException(
                    who + " names the community " + community + "; there are " + communities + ", from 0 on.");
        }
    }

    /** Days before the start from which infections are known, 0 or more. */
    public int history() {
        return Math.max(0, arrivals.stream().mapToInt(each -> -each.day()).max().orElse(0));
    }

    /** The same people with other infections at the start. */
    public Model withArrivals(List<Arrival> others) {
        return new Model(population, disease, contacts, immunity, others, response, days);
    }

    /** The same situation with other contacts. */
    public Model withContacts(Contacts other) {
        return new Model(population, disease, other, immunity, arrivals, response, days);
    }

    /** The same situation under another response. */
    public Model withResponse(Response other) {
        return new Model(population, disease, contacts, immunity, arrivals, other, days);
    }
}
