package org.tongxin.core.epidemic;

import org.tongxin.core.population.Population;

/**
 * Beds for severe, and intensive care for critical cases; without them more die. Who finds no bed is counted as without one for
 * as long as it would have been needed, and is not admitted later, when one falls free. One instance belongs to one thread.
 */
final class Hospital {

    private final Response response;
    private final Population population;
    private final Register register;
    private final Holding holding;
    private final Calendar events;
    private final Tally tally;

    Hospital(
            Response response,
            Population population,
            Register register,
            Holding holding,
            Calendar events,
            Tally tally) {
        this.response = response;
        this.population = population;
        this.register = register;
        this.holding = holding;
        this.events = events;
        this.tally = tally;
    }

    void admit(int person, Patient patient, int day) {
        tally.add(Tally.Count.SEVERE, day, 1);
        boolean critical = patient.criticalOn != Patient.NEVER;
        if (critical) {
            events.add(patient.criticalOn, CaseEvent.CRITICAL.of(person));
        }
        boolean bed = tally.now(Tally.Stock.IN_BED) < response.capacity().beds();
        tally.hold(
                bed ? Tally.Stock.IN_BED : Tally.Stock.WITHOUT_BED,
                1,
                day,
                critical ? patient.criticalOn : patient.ends + 1);
        if (bed) {
            tally.add(Tally.Count.ADMITTED, day, 1);
            // Out of isolation or quarantine: the hospital keeps the patient apart now.
            holding.replace(person, population.community(person), Restriction.HOSPITAL, day, patient.ends + 1);
        } else {
            tally.add(Tally.Count.WITHOUT_BED, day, 1);
        }
        enterDeath(person, patient, bed);
    }

    private void enterDeath(int person, Patient patient, boolean bed) {
        boolean lackingBed = !bed
                && Chance.uniform(Chance.bits(patient.key, Chance.DEATH_WITHOUT_BED)) < response.deathsWithoutBed();
        if (patient.dies || lackingBed) {
            events.add(patient.ends, CaseEvent.DEATH.of(person));
        }
    }

    void worsen(int person, Patient patient, int day) {
        boolean bed =
                tally.now(Tally.Stock.IN_INTENSIVE_CARE) < response.capacity().intensiveBeds();
        tally.hold(bed ? Tally.Stock.IN_INTENSIVE_CARE : Tally.Stock.WITHOUT_INTENSIVE_CARE, 1, day, patient.ends + 1);
        if (!bed) {
            tally.add(Tally.Count.WITHOUT_BED, day, 1);
            if (!patient.dies) {
                enterDeath(person, patient, false);
            }
        }
    }

    void die(int person, int day) {
        if (register.restriction(person, day) != Restriction.DEAD.ordinal()) {
            tally.add(Tally.Count.DIED, day, 1);
            register.restrict(person, Restriction.DEAD.ordinal(), Register.MOST_DAYS);
        }
    }
}
