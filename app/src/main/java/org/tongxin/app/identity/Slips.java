package org.tongxin.app.identity;

import java.util.List;
import org.tongxin.app.platform.Refusal;

/**
 * What came of giving passwords to several people at once.
 *
 * @param slips of those who have one now
 * @param refused those who do not, with the reason of each
 * @param gone how many of those chosen were no longer there, since somebody had seen to them meanwhile
 */
public record Slips(List<Slip> slips, List<Not> refused, int gone) {

    /** Somebody who got none. */
    public record Not(String login, String name, String title, Refusal why) {}

    public Slips {
        slips = List.copyOf(slips);
        refused = List.copyOf(refused);
    }

    /** How many a second person has yet to confirm. */
    public long waiting() {
        return slips.stream().filter(Slip::waits).count();
    }
}
