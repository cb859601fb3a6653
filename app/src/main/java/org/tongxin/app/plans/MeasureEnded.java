package org.tongxin.app.plans;

import java.util.UUID;
import org.tongxin.app.platform.DistrictEvent;
import org.tongxin.app.platform.EventFacts;

/** A measure ended: by its date, by decision, or with its plan. */
public record MeasureEnded(EventFacts facts, UUID measure) implements DistrictEvent {}
