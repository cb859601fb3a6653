package org.tongxin.core.epidemic;

/**
 * The walks over all contacts of a batch's people, layer after layer on one line: home, class or team, neighbours, and strangers
 * on the early and on the later days, on which a contact has another hazard. One instance belongs to one thread.
 */
final class Walks {

    final Hits atHome = new Hits();
    final Hits inGroup = new Hits();
    final Hits nearby = new Hits();
    final Hits strangers = new Hits();

    private final Batch batch;
    private final Spread spread;
    /** Strangers met by each person on each day. */
    private final int strangersDaily;

    private final Walk overHome;
    private final Walk overGroup;
    private final Walk overNeighbours;
    private final Walk overStrangersEarly;
    private final Walk overStrangersLater;

    Walks(Batch batch, Spread spread, int strangersDaily) {
        this.batch = batch;
        this.spread = spread;
        this.strangersDaily = strangersDaily;
        overHome = new Walk(batch, atHome, 1);
        overGroup = new Walk(batch, inGroup, 2);
        overNeighbours = new Walk(batch, nearby, 3);
        overStrangersEarly = new Walk(batch, strangers, 4);
        overStrangersLater = new Walk(batch, strangers, 5);
    }

    /** Finds the hits of the batch, whose people's courses are noted. */
    void find() {
        layHazards();
        layContacts();
        nameMakers();
        batch.beginLine();
        overHome.lay();
        overGroup.lay();
        overNeighbours.lay();
        overStrangersEarly.lay();
        overStrangersLater.lay();
        batch.findHitting();
        atHome.count = 0;
        inGroup.count = 0;
        nearby.count = 0;
        strangers.count = 0;
        overHome.walk();
        overGroup.walk();
        overNeighbours.walk();
        overStrangersEarly.walk();
        walkOverStrangersLater();
    }

    /** Hazards with whoever is the most susceptible: in a class or team of its members, elsewhere of all. */
    private void layHazards() {
        for (int j = 0; j < batch.count; j++) {
            int course = batch.course[j];
            int early = batch.earlyDays[j];
            int later = batch.days[j] - early;
            overHome.hazard[j] =
                    spread.mostEarly(Spread.HOME, course) * early + spread.mostLater(Spread.HOME, course) * later;
            overNeighbours.hazard[j] =
                    spread.mostEarly(Spread.NEARBY, course) * early + spread.mostLater(Spread.NEARBY, course) * later;
            overStrangersEarly.hazard[j] = spread.mostEarly(Spread.STRANGERS, course);
            overStrangersLater.hazard[j] = spread.mostLater(Spread.STRANGERS, course);
        }
        for (int j = 0; j < batch.count; j++) {
            int degree = spread.highestIn(batch.group[j]);
            int row = Spread.row(degree, batch.layerOfGroup[j]) + batch.course[j];
            overGroup.hazard[j] = spread.hazard(row, batch.earlyDays[j], batch.days[j]);
        }
    }

    private void layContacts() {
        for (int j = 0; j < batch.count; j++) {
            overHome.contacts[j] = batch.inHome[j];
            overGroup.contacts[j] = batch.inGroup[j];
            overNeighbours.contacts[j] = batch.neighbours[j];
        }
        for (int j = 0; j < batch.count; j++) {
            overStrangersEarly.contacts[j] = strangersDaily * batch.earlyDays[j];
            overStrangersLater.contacts[j] = strangersDaily * (batch.days[j] - batch.earlyDays[j]);
        }
    }

    private void nameMakers() {
        name(atHome, Layer.HOUSEHOLD);
        name(nearby, Layer.COMMUNITY);
        name(strangers, Layer.RANDOM);
        for (int j = 0; j < batch.count; j++) {
            inGroup.maker[j] = Maker.of(batch.person[j], batch.layerOfGroup[j], batch.course[j]);
        }
    }

    private void name(Hits hits, Layer layer) {
        int ordinal = layer.ordinal();
        for (int j = 0; j < batch.count; j++) {
            hits.maker[j] = Maker.of(batch.person[j], ordinal, batch.course[j]);
        }
    }

    /** Their contacts are numbered behind those of the early days. */
    private void walkOverStrangersLater() {
        int from = strangers.count;
        overStrangersLater.walk();
        for (int h = from; h < strangers.count; h++) {
            strangers.number[h] += strangersDaily * batch.earlyDays[strangers.person[h]];
        }
    }
}
