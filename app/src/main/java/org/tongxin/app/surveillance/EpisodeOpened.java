package org.tongxin.app.surveillance;

import java.util.UUID;
import org.tongxin.app.platform.DistrictEvent;
import org.tongxin.app.platform.EventFacts;

/** Alarms have joined into a new episode; nobody needs to have been told yet. */
public record EpisodeOpened(EventFacts facts, UUID episode, int number) implements DistrictEvent {}
