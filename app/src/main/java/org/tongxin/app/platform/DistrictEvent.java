package org.tongxin.app.platform;

/**
 * A past fact that one module announces and others may act on. Listeners may see events in any order; the timeline sorts
 * by time, kind and business key.
 */
public interface DistrictEvent {

    EventFacts facts();

    /** The kind of event, as the timeline names it. */
    default String kind() {
        return getClass().getSimpleName();
    }

    /** How many things happened in it: tasks issued, people assigned; 1 where it is one thing. */
    default int quantity() {
        return 1;
    }
}
