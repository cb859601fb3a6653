package org.tongxin.app.dispatch;

import java.time.LocalDate;
import org.tongxin.app.platform.DistrictEvent;
import org.tongxin.app.platform.EventFacts;

/** Posts of a street have their minimum again. @param posts how many */
public record CoverageRestored(EventFacts facts, LocalDate day, int posts) implements DistrictEvent {

    @Override
    public int quantity() {
        return posts;
    }
}
