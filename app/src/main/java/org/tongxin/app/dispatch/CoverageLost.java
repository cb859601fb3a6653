package org.tongxin.app.dispatch;

import java.time.LocalDate;
import org.tongxin.app.platform.DistrictEvent;
import org.tongxin.app.platform.EventFacts;

/** Posts of a street fell below their minimum. @param posts how many */
public record CoverageLost(EventFacts facts, LocalDate day, int posts) implements DistrictEvent {

    @Override
    public int quantity() {
        return posts;
    }
}
