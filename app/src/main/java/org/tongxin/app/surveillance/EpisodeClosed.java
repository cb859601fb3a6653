package org.tongxin.app.surveillance;

import java.util.UUID;
import org.tongxin.app.platform.DistrictEvent;
import org.tongxin.app.platform.EventFacts;

/** An analyst has said what an episode was. */
public record EpisodeClosed(EventFacts facts, UUID episode, EpisodeOutcome outcome) implements DistrictEvent {}
