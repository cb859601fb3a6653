package org.tongxin.app.replay.internal;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.tongxin.app.delegation.DelegableAct;
import org.tongxin.app.delegation.DelegationList;
import org.tongxin.app.delegation.DelegationLists;
import org.tongxin.app.delegation.DelegationRow;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.platform.DistrictClock;

/** The scripted delegation list: proposed once, signed on the next morning, for thirty days. All limits are suggested values. */
@Component
class DelegationScript {

    private static final LocalDate PROPOSED = LocalDate.of(2022, 3, 12);
    private static final Duration LASTS = Duration.ofDays(30);
    private static final int PEOPLE = 5;
    private static final int CALLS_A_DAY = 3;
    private static final int YUAN = 20_000;
    private static final int ORDERS_A_DAY = 2;
    private static final int PIECES = 50_000;
    private static final int HOURS = 24;

    private final Cast cast;
    private final DistrictClock clock;
    private final DelegationLists lists;
    private final MessageSource messages;

    DelegationScript(Cast cast, DistrictClock clock, DelegationLists lists, MessageSource messages) {
        this.cast = cast;
        this.clock = clock;
        this.lists = lists;
        this.messages = messages;
    }

    void propose() {
        if (clock.today().isBefore(PROPOSED) || !lists.list().isEmpty()) {
            return;
        }
        lists.propose(
                        cast.play(Cast.DUTY),
                        messages.getMessage("script.delegation.basis", null, Locale.SIMPLIFIED_CHINESE),
                        clock.now().plus(LASTS),
                        List.of(
                                new DelegationRow(
                                        DelegableAct.URGENT_CALL,
                                        DelegableAct.Ring.COMMUNITY,
                                        PEOPLE,
                                        CALLS_A_DAY,
                                        HOURS),
                                new DelegationRow(
                                        DelegableAct.EMERGENCY_ORDER,
                                        DelegableAct.Ring.STREET,
                                        YUAN,
                                        ORDERS_A_DAY,
                                        HOURS),
                                new DelegationRow(DelegableAct.HAND_OUT, DelegableAct.Ring.COMMUNITY, PIECES, 0, 0)))
                .orThrow();
    }

    /** Only the script's own: what a visitor proposed is left to visitors. */
    void sign() {
        Actor signatory = cast.play(Cast.SIGNATORY);
        lists.list().stream()
                .filter(list -> list.state() == DelegationList.State.PROPOSED
                        && list.proposedBy().equals(Cast.DUTY))
                .forEach(list -> lists.sign(signatory, list.id(), list.version()));
    }
}
