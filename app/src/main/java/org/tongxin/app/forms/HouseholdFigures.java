package org.tongxin.app.forms;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tongxin.app.forms.figures.Figure;
import org.tongxin.app.forms.figures.FigureSource;
import org.tongxin.app.forms.figures.FigureWords;
import org.tongxin.app.forms.figures.Held;
import org.tongxin.app.organisation.Organisation;
import org.tongxin.app.organisation.StreetProfile;
import org.tongxin.app.platform.DistrictClock;

/** What the register says of streets and of the district. It has no history: any day is given as of now. */
@Component
class HouseholdFigures implements FigureSource {

    private static final String MODULE = "organisation";
    private static final String HOUSEHOLDS = MODULE + ".households";
    private static final String COMPOUNDS = MODULE + ".compounds";
    private static final String UNMANAGED = MODULE + ".unmanaged";
    private static final int STREET_DIGITS = 9;

    private final Organisation organisation;
    private final DistrictClock clock;
    private final FigureWords words;

    HouseholdFigures(Organisation organisation, DistrictClock clock, FigureWords words) {
        this.organisation = organisation;
        this.clock = clock;
        this.words = words;
    }

    @Override
    public String module() {
        return MODULE;
    }

    @Override
    public List<Figure> figures() {
        return List.of(words.worded(HOUSEHOLDS), words.worded(COMPOUNDS), words.worded(UNMANAGED));
    }

    @Override
    public Map<String, Held> on(String key, LocalDate day, int digits, String territory) {
        Map<String, Held> found = new HashMap<>();
        if (digits <= STREET_DIGITS) {
            organisation
                    .profiles(territory)
                    .forEach(street ->
                            found.merge(street.path().substring(0, digits), held(street, key), HouseholdFigures::both));
        }
        return found;
    }

    /** A street without households is one of which none are kept. */
    private Held held(StreetProfile street, String key) {
        int value = switch (key) {
            case HOUSEHOLDS -> street.households();
            case COMPOUNDS -> street.compounds();
            case UNMANAGED -> street.unmanaged();
            default -> 0;
        };
        return new Held(value, street.households() > 0 ? 1 : 0, 1, clock.now(), "");
    }

    private static Held both(Held one, Held other) {
        return new Held(
                one.value() + other.value(),
                one.answered() + other.answered(),
                one.asked() + other.asked(),
                other.asOf(),
                "");
    }
}
