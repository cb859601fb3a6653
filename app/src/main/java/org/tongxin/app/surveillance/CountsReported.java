package org.tongxin.app.surveillance;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.tongxin.app.platform.DistrictEvent;
import org.tongxin.app.platform.EventFacts;

/** Counts of one day were stored. @param points the points that reported */
public record CountsReported(EventFacts facts, LocalDate day, List<UUID> points) implements DistrictEvent {

    @Override
    public int quantity() {
        return points.size();
    }
}
