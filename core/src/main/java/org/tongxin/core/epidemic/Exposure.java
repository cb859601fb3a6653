package org.tongxin.core.epidemic;

/**
 * Draws whom an infected person may infect, and when, over the whole infectious period at once.
 *
 * <p><b>Idea.</b> Lay all pairs (contact, day) of all layers end to end, each as long as its hazard. Points fall on this line
 * at rate 1; a pair hit by a point is an attempt of infection. The distance to the next point is one exponential draw, so the
 * work goes with the attempts, not with the contacts or the days. After a hit the walk goes on at the end of the pair, which
 * changes nothing, since the exponential has no memory: a pair is hit with probability 1 - exp(-hazard) exactly.
 *
 * <p>What measures and protection take away is decided later, on the day of the attempt. One instance belongs to one thread.
 */
final class Exposure {

    private final Encounters encounters;
    private final Spread spread;
    private final Register register;
    private final Calendar attempts;
    private final Exponential exponential = new Exponential();

    private int source;
    private int firstDay;
    private int earlyDays;
    private int laterDays;
    private int notBefore;

    Exposure(Encounters encounters, Spread spread, Register register, Calendar attempts) {
        this.encounters = encounters;
        this.spread = spread;
        this.register = register;
        this.attempts = attempts;
    }

    /** @param notBefore first day on which attempts count; earlier ones are dropped */
    void expose(int person, Patient patient, int notBefore) {
        int days = patient.ends - patient.begins;
        source = person;
        firstDay = patient.begins + 1;
        earlyDays = Math.min(spread.earlyDays, days);
        laterDays = days - earlyDays;
        this.notBefore = notBefore;
        if (firstDay + days <= notBefore || firstDay >= attempts.days()) {
            return;
        }
        exponential.start(Chance.bits(patient.key, Chance.ATTEMPTS));
        layers(person, patient);
    }

    private void layers(int person, Patient patient) {
        int group = encounters.groupOf(person);
        double rest = exponential.next();
        rest = layer(Layer.HOUSEHOLD.ordinal(), encounters.inHome(person), patient, group, rest);
        if (group >= 0) {
            rest = layer(encounters.layerOfGroup(group), encounters.inGroup(group), patient, group, rest);
        }
        rest = layer(Layer.COMMUNITY.ordinal(), encounters.neighbours(person), patient, group, rest);
        layer(Layer.RANDOM.ordinal(), encounters.strangers(), patient, group, rest);
    }

    /** Walks over the contacts of one layer; gives what is left of the distance to the next point at its end. */
    private double layer(int layer, int contacts, Patient patient, int group, double distance) {
        int index = Spread.index(layer, patient.symptomatic, patient.infectiousness);
        double early = spread.early[index];
        double later = spread.later[index];
        double earlyEnd = early * earlyDays;
        double contact = earlyEnd + later * laterDays;
        double end = contact * contacts;
        double point = distance;
        while (point < end) {
            int i = Math.min((int) (point / contact), contacts - 1);
            double inside = point - i * contact;
            int day;
            if (inside < earlyEnd || laterDays == 0) {
                day = Math.min((int) (inside / early), earlyDays - 1);
                inside = (day + 1) * early;
            } else {
                int laterDay = Math.min((int) ((inside - earlyEnd) / later), laterDays - 1);
                inside = earlyEnd + (laterDay + 1) * later;
                day = earlyDays + laterDay;
            }
            attempt(layer, group, i, firstDay + day);
            point = i * contact + inside + exponential.next();
        }
        return point - end;
    }

    private void attempt(int layer, int group, int i, int day) {
        if (day < notBefore || day >= attempts.days()) {
            return;
        }
        int target = target(layer, group, i, day);
        if (Register.isSusceptible(register.of(target))) {
            attempts.add(day, Attempt.of(source, target, layer, i));
        }
    }

    private int target(int layer, int group, int i, int day) {
        return switch (layer) {
            case 0 -> encounters.atHome(source, i);
            case 1, 2 -> encounters.ofGroup(group, i);
            case 3 -> encounters.neighbour(source, i);
            default -> encounters.stranger(source, i, day);
        };
    }
}
