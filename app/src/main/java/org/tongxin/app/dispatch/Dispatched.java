package org.tongxin.app.dispatch;

import java.time.LocalDate;
import org.tongxin.app.platform.DistrictEvent;
import org.tongxin.app.platform.EventFacts;

/** People were assigned to posts of a street. @param people newly assigned, by order or by invitation */
public record Dispatched(EventFacts facts, LocalDate day, int people) implements DistrictEvent {

    @Override
    public int quantity() {
        return people;
    }
}
