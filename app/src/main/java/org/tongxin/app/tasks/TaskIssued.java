package org.tongxin.app.tasks;

import java.util.UUID;
import org.tongxin.app.platform.DistrictEvent;
import org.tongxin.app.platform.EventFacts;

/**
 * Tasks of an order were issued in a street: its own, and those of its communities.
 *
 * @param tasks how many, the street's own among them
 * @param communities how many of them are for communities
 * @param staffing true when the order calls for people at posts
 */
public record TaskIssued(EventFacts facts, UUID order, String template, int tasks, int communities, boolean staffing)
        implements DistrictEvent {

    @Override
    public int quantity() {
        return tasks;
    }
}
