package org.tongxin.app.plans;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongxin.app.platform.Reason;

/**
 * Compares a district with the study's three cases on the study's three indicators and names the nearest. The study gives
 * no values; positions of the cases, equal weights and the mapping to modes are this product's inference and editable.
 */
@Component
public class ModePolicy {

    /** Half of the scale of distance: a district this far away stands at 0.5. Assumption. */
    private static final double HALF_DISTANCE_KM = 300;

    /**
     * A place on the three axes, each from 0 to 1.
     *
     * @param distance 0 inside the epicentre, 1 infinitely far
     * @param socialForces development of social forces
     * @param resources richness of resources
     */
    public record Position(double distance, double socialForces, double resources) {

        /** The three values in the order of {@link ModePolicy#AXES}. */
        public double[] axes() {
            return new double[] {distance, socialForces, resources};
        }

        static Position of(double[] axes) {
            return new Position(axes[0], axes[1], axes[2]);
        }
    }

    /** Names of the axes, in the order of {@link Position}. */
    public static final List<String> AXES = List.of("DISTANCE", "SOCIAL_FORCES", "RESOURCES");

    /** Where the study's cases stand; all values are assumptions of this product. */
    public static final Map<ResponseMode, Position> CASES = Map.of(
            ResponseMode.LEAD_AND_COORDINATE, new Position(0.0, 0.35, 0.35),
            ResponseMode.CO_GOVERNANCE_PLUS, new Position(0.74, 0.80, 0.50),
            ResponseMode.THREE_NETWORKS, new Position(0.70, 0.50, 0.90));

    /** The position on the distance axis of a place this far from the epicentre. @param kilometres zero or more */
    public double distanceAxis(double kilometres) {
        return kilometres / (kilometres + HALF_DISTANCE_KM);
    }

    /** How near a position is to each case: 100 at the case itself, 0 at the far corner. */
    public Map<ResponseMode, Integer> likeness(Position position) {
        Map<ResponseMode, Integer> likeness = new EnumMap<>(ResponseMode.class);
        for (ResponseMode mode : ResponseMode.values()) {
            likeness.put(mode, likeness(position, CASES.getOrDefault(mode, position)));
        }
        return likeness;
    }

    private static int likeness(Position a, Position b) {
        double apart = 0;
        for (int axis = 0; axis < 3; axis++) {
            apart += Math.abs(a.axes()[axis] - b.axes()[axis]) / 3;
        }
        return (int) Math.round(100 * (1 - apart));
    }

    /** The mode whose case is nearest; of equals the first in the order of the modes. */
    public ResponseMode nearest(Position position) {
        Map<ResponseMode, Integer> likeness = likeness(position);
        ResponseMode best = ResponseMode.LEAD_AND_COORDINATE;
        for (ResponseMode mode : ResponseMode.values()) {
            if (likeness.getOrDefault(mode, 0) > likeness.getOrDefault(best, 0)) {
                best = mode;
            }
        }
        return best;
    }

    /** For each axis the nearest value, in hundredths, at which another mode would be advised, if there is one. */
    public List<Reason> wouldChange(Position position) {
        List<Reason> changes = new ArrayList<>();
        for (int axis = 0; axis < 3; axis++) {
            int index = axis;
            turningPoint(position, axis)
                    .ifPresent(value -> changes.add(Reason.of(
                            "modeWouldChange",
                            AXES.get(index),
                            percent(position.axes()[index]),
                            percent(value),
                            nearest(with(position, index, value)).name())));
        }
        return changes;
    }

    private Optional<Double> turningPoint(Position position, int axis) {
        ResponseMode present = nearest(position);
        for (int step = 1; step <= 100; step++) {
            for (int sign : new int[] {1, -1}) {
                double value = Math.round(100 * position.axes()[axis] + sign * step) / 100.0;
                if (value >= 0 && value <= 1 && nearest(with(position, axis, value)) != present) {
                    return Optional.of(value);
                }
            }
        }
        return Optional.empty();
    }

    private static Position with(Position position, int axis, double value) {
        double[] axes = position.axes();
        axes[axis] = value;
        return Position.of(axes);
    }

    private static long percent(double value) {
        return Math.round(100 * value);
    }
}
