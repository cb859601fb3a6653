package org.tongxin.core.scan;

/** Expected in a zone and window: cases · (cases and controls inside) / (cases and controls). */
final class ControlModel extends ScanModel {

    private final CaseCounts controls;

    ControlModel(CaseCounts cases, CaseCounts controls) {
        super(cases);
        this.controls = controls;
        Shapes.requireSame(cases, controls);
        if (controls.total() == 0) {
            throw new IllegalArgumentException(
                    "There is no control in the period. Without controls every place looks alike.");
        }
        if ((long) cases.total() + controls.total() > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("The number of cases and controls ("
                    + ((long) cases.total() + controls.total()) + ") is above 2,147,483,647.");
        }
    }

    private int people() {
        return cases().total() + controls.total();
    }

    @Override
    double[] sizes() {
        double[] sizes = totals(cases());
        double[] others = totals(controls);
        for (int place = 0; place < sizes.length; place++) {
            sizes[place] += others[place];
        }
        return sizes;
    }

    @Override
    Expectations expectations(Windows windows) {
        int[][] ofCases = windows.cumulative(cases());
        int[][] ofControls = windows.cumulative(controls);
        double[][] weights = new double[windows.count()][cases().places().size()];
        for (int window = 0; window < weights.length; window++) {
            for (int place = 0; place < weights[window].length; place++) {
                weights[window][place] = ofCases[window][place] + ofControls[window][place];
            }
        }
        return new Expectations(weights, cases().total(), people());
    }

    @Override
    LikelihoodRatio ratio() {
        return LikelihoodRatio.bernoulli(cases().total(), people());
    }

    @Override
    long mostCases(Windows windows) {
        return cases().total();
    }

    /** Goes through the people of the windows; each is a case with the share of cases among those not yet asked. */
    @Override
    CaseDraw draw(Windows windows) {
        int[][] peopleInSlot = peopleBySlotAndPlace(windows);
        return (tally, random) -> {
            int casesLeft = cases().total();
            int peopleLeft = people();
            for (int slot = 0; slot < peopleInSlot.length; slot++) {
                for (int place = 0; place < peopleInSlot[slot].length; place++) {
                    for (int person = 0; person < peopleInSlot[slot][place]; person++) {
                        if (random.below(peopleLeft--) < casesLeft) {
                            casesLeft--;
                            tally.add(place, slot);
                        }
                    }
                }
            }
        };
    }

    private int[][] peopleBySlotAndPlace(Windows windows) {
        int[][] people = new int[windows.count()][cases().places().size()];
        for (int day = windows.firstDayOf(windows.count() - 1); day < windows.days(); day++) {
            for (int place = 0; place < cases().places().size(); place++) {
                people[windows.slotOf(day)][place] += cases().at(place, day) + controls.at(place, day);
            }
        }
        return people;
    }
}
