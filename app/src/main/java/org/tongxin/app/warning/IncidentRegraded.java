package org.tongxin.app.warning;

import org.tongxin.app.platform.DistrictEvent;
import org.tongxin.app.platform.EventFacts;

/** A person graded an incident anew, up or down. */
public record IncidentRegraded(EventFacts facts, RatingLevel before, RatingLevel now) implements DistrictEvent {}
