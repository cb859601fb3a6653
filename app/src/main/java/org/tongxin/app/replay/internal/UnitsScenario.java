package org.tongxin.app.replay.internal;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.tongxin.app.cooperation.UnitDesks;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.organisation.Affiliation;
import org.tongxin.app.organisation.MemberUnits;
import org.tongxin.app.organisation.Registry;
import org.tongxin.app.organisation.Registry.NewUnit;
import org.tongxin.app.platform.Ids;

/** Member units of the district as a whole, all made up and labelled so, and who sits at their desks. */
@Component
class UnitsScenario {

    private static final LocalDate FROM = LocalDate.of(2022, 1, 1);
    private static final LocalDate UNTIL = LocalDate.of(2022, 12, 31);
    private static final String SOURCE = "场景设定（非真实单位）";
    private static final int DESK_DAYS = 200;

    /** Each in one street, which is where a task for it would be reported from. */
    enum Stationed {
        UNIVERSITY("滨江大学", "Riverside University", "UNIVERSITY", "310115105", Affiliation.CENTRAL),
        HOSPITAL("东岸医院", "East Bank Hospital", "HEALTH", "310115130", Affiliation.CITY),
        AIRLINE("海岸航空公司", "Coast Airlines", "ENTERPRISE", "310115105", Affiliation.CENTRAL),
        GARRISON("驻区部队", "Garrison of the district", "GARRISON", "310115130", Affiliation.MILITARY),
        BIOTECH("青禾生物公司", "Green Grain Biotech", "ENTERPRISE", "310115105", Affiliation.PRIVATE),
        STATE_FIRM("区国资仓储公司", "District Storage Company", "ENTERPRISE", "310115130", Affiliation.DISTRICT);

        private final String chinese;
        private final String english;
        private final String kind;
        private final String street;
        private final Affiliation affiliation;

        Stationed(String chinese, String english, String kind, String street, Affiliation affiliation) {
            this.chinese = chinese;
            this.english = english;
            this.kind = kind;
            this.street = street;
            this.affiliation = affiliation;
        }
    }

    private final Registry registry;
    private final UnitDesks desks;
    private final Ids ids;

    UnitsScenario(Registry registry, UnitDesks desks, Ids ids) {
        this.registry = registry;
        this.desks = desks;
        this.ids = ids;
    }

    static MemberUnits.Period affiliated(Affiliation affiliation) {
        return new MemberUnits.Period(affiliation, SOURCE, FROM, UNTIL, "scenario");
    }

    UUID id(Stationed unit) {
        return ids.of("unit", unit.street, unit.chinese);
    }

    void load() {
        registry.addUnits(Arrays.stream(Stationed.values()).map(this::unit).toList());
        for (Stationed unit : Stationed.values()) {
            desks.open(Actor.system(), id(unit), Cast.UNITS, DESK_DAYS).orThrow();
        }
        desks.open(Actor.system(), id(Stationed.UNIVERSITY), Cast.UNIVERSITY, DESK_DAYS)
                .orThrow();
    }

    private NewUnit unit(Stationed unit) {
        return new NewUnit(
                id(unit),
                unit.chinese + "（场景）",
                unit.english + " (scenario)",
                unit.kind,
                "STATIONED_UNIT",
                unit.street,
                affiliated(unit.affiliation));
    }
}
