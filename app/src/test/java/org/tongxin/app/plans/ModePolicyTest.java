package org.tongxin.app.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tongxin.app.plans.ModePolicy.Position;
import org.tongxin.app.platform.Reason;

class ModePolicyTest {

    private final ModePolicy policy = new ModePolicy();

    /** Every position on a grid of hundredths, seven apart. */
    private static List<Position> grid() {
        List<Position> positions = new ArrayList<>();
        for (int a = 0; a <= 100; a += 7) {
            for (int b = 0; b <= 100; b += 7) {
                for (int c = 0; c <= 100; c += 7) {
                    positions.add(new Position(a / 100.0, b / 100.0, c / 100.0));
                }
            }
        }
        return positions;
    }

    @ParameterizedTest
    @EnumSource(ResponseMode.class)
    void eachCaseIsNearestToItsOwnModeAndWhollyLikeIt(ResponseMode mode) {
        Position own = ModePolicy.CASES.get(mode);

        assertThat(policy.nearest(own)).isEqualTo(mode);
        assertThat(policy.likeness(own)).containsEntry(mode, 100);
    }

    @Test
    void likenessIsAWholeNumberFromNoneToAHundredForEveryMode() {
        assertThat(grid()).allSatisfy(position -> {
            assertThat(policy.likeness(position)).containsOnlyKeys(ResponseMode.values());
            assertThat(policy.likeness(position).values()).allMatch(value -> value >= 0 && value <= 100);
        });
    }

    @Test
    void theAdvisedModeIsTheOneWithTheMostLikeness() {
        assertThat(grid())
                .allSatisfy(position -> assertThat(policy.likeness(position))
                        .containsEntry(
                                policy.nearest(position),
                                policy.likeness(position).values().stream()
                                        .max(Integer::compare)
                                        .orElseThrow()));
    }

    @Test
    void whatIsSaidToChangeTheAdviceDoesAndOneHundredthLessDoesNot() {
        int checked = 0;
        for (Position position : grid()) {
            ResponseMode present = policy.nearest(position);
            for (Reason change : policy.wouldChange(position)) {
                List<String> said = change.arguments();
                int axis = ModePolicy.AXES.indexOf(said.get(0));
                int from = Integer.parseInt(said.get(1));
                int to = Integer.parseInt(said.get(2));

                ResponseMode other = policy.nearest(with(position, axis, to));

                assertThat(other).isNotEqualTo(present).hasToString(said.get(3));
                assertThat(from).isEqualTo(Math.round(100 * position.axes()[axis]));
                assertThat(policy.nearest(with(position, axis, to - Integer.signum(to - from))))
                        .as("%s on %s from %d to %d", position, said.get(0), from, to)
                        .isEqualTo(present);
                checked++;
            }
        }
        assertThat(checked).isPositive();
    }

    @Test
    void anAxisThatIsNotNamedCannotChangeTheAdvice() {
        for (Position position : grid()) {
            List<String> named = policy.wouldChange(position).stream()
                    .map(change -> change.arguments().getFirst())
                    .toList();
            for (int axis = 0; axis < 3; axis++) {
                if (!named.contains(ModePolicy.AXES.get(axis))) {
                    for (int value = 0; value <= 100; value++) {
                        assertThat(policy.nearest(with(position, axis, value))).isEqualTo(policy.nearest(position));
                    }
                }
            }
        }
    }

    @Test
    void theSamePositionAlwaysGetsTheSameAdvice() {
        assertThat(grid()).allSatisfy(position -> {
            ModePolicy another = new ModePolicy();
            assertThat(another.nearest(position)).isEqualTo(policy.nearest(position));
            assertThat(another.likeness(position)).isEqualTo(policy.likeness(position));
            assertThat(another.wouldChange(position)).isEqualTo(policy.wouldChange(position));
        });
    }

    @Test
    void distanceGrowsFromTheEpicentreAndNeverReachesTheEnd() {
        assertThat(policy.distanceAxis(0)).isZero();
        assertThat(policy.distanceAxis(300)).isEqualTo(0.5);
        double before = -1;
        for (int kilometres = 0; kilometres <= 20_000; kilometres += 50) {
            assertThat(policy.distanceAxis(kilometres)).isGreaterThan(before).isLessThan(1);
            before = policy.distanceAxis(kilometres);
        }
    }

    @Test
    void closeToTheEpicentreTheLeadingModeIsAdvisedWithTheStudysFigures() {
        assertThat(policy.nearest(new Position(0, 0.35, 0.35))).isEqualTo(ResponseMode.LEAD_AND_COORDINATE);
    }

    private static Position with(Position position, int axis, int hundredths) {
        double[] axes = position.axes();
        axes[axis] = hundredths / 100.0;
        return Position.of(axes);
    }
}
