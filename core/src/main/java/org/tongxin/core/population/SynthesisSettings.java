package org.tongxin.core.population;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A value for every {@link Parameter}.
 *
 * <p>Immutable; safe for use by several threads.
 */
public final class SynthesisSettings {

    /** Every parameter at its standard value. */
    public static final SynthesisSettings STANDARD = new SynthesisSettings(new EnumMap<>(Parameter.class));

    private final EnumMap<Parameter, Double> changed;

    private SynthesisSettings(EnumMap<Parameter, Double> changed) {
        this.changed = changed;
        requireShares("COUPLE_SHARE", "LONE_PARENT_SHARE");
        requireShares("WORK_IN_COMMUNITY", "WORK_IN_STREET", "WORK_OUTSIDE");
    }

    /**
     * These settings with another value of one parameter.
     *
     * @throws IllegalArgumentException when the value is outside the parameter's range, or shares add up to more than 1
     */
    public SynthesisSettings with(Parameter parameter, double value) {
        return with(Map.of(parameter, value));
    }

    /** These settings with other values of some parameters, checked together. */
    public SynthesisSettings with(Map<Parameter, Double> values) {
        EnumMap<Parameter, Double> all = new EnumMap<>(changed);
        values.forEach((parameter, value) -> all.put(parameter, parameter.require(value)));
        return new SynthesisSettings(all);
    }

    /** The value of a parameter. */
    public double value(Parameter parameter) {
        Double value = changed.get(parameter);
        return value == null ? parameter.standard() : value;
    }

    int whole(Parameter parameter) {
        return (int) Math.round(value(parameter));
    }

    /** Every parameter with its value; a changed value has the source {@code set by the user}. */
    public List<Figure> figures() {
        return Arrays.stream(Parameter.values())
                .map(each -> new Figure(
                        each.name().toLowerCase(Locale.ROOT),
                        each.title(),
                        value(each),
                        each.unit(),
                        changed.containsKey(each) ? "set by the user" : each.source()))
                .toList();
    }

    private void requireShares(String... names) {
        double sum = 0;
        for (String name : names) {
            sum += value(Parameter.valueOf(name));
        }
        if (sum > 1) {
            throw new IllegalArgumentException(
                    "The shares " + String.join(", ", names) + " add up to " + sum + ", but must not exceed 1.");
        }
    }
}
