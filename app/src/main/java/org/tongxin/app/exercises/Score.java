package org.tongxin.app.exercises;

import java.util.List;
import java.util.Objects;

/**
 * What an exercise showed. A part: all of it, one level, or one plan item; never one player.
 *
 * @param calls how many were answered, or were due by now or by the end
 * @param inTime of them answered in time
 * @param assessed how many of those that were put are assessed
 * @param points 2 for each that was met, 1 for each that was partly met
 */
public record Score(int calls, int inTime, int assessed, int points) {

    /** Counts calls that were put. @param minute of the exercise now, or at its end */
    static Score of(List<Call> calls, int minute) {
        int points = 0;
        for (Call call : calls) {
            points += call.mark() == Mark.MET ? 2 : call.mark() == Mark.PARTLY ? 1 : 0;
        }
        return new Score(
                (int) calls.stream()
                        .filter(call -> call.answeredAt() != null || call.dueMinute() <= minute)
                        .count(),
                (int) calls.stream().filter(Call::inTime).count(),
                (int) calls.stream().map(Call::mark).filter(Objects::nonNull).count(),
                points);
    }

    /** Part that was answered in time, in percent; 0 where nothing was put. */
    public int inTimePercent() {
        return calls == 0 ? 0 : Math.round(100f * inTime / calls);
    }

    /** Part that was met, in percent, a partly met one counted half; 0 where nothing was assessed. */
    public int metPercent() {
        return assessed == 0 ? 0 : Math.round(50f * points / assessed);
    }
}
