package org.tongxin.app.plans;

import java.util.UUID;
import org.tongxin.app.platform.DistrictEvent;
import org.tongxin.app.platform.EventFacts;

/** A measure is being carried out. */
public record MeasureInForce(EventFacts facts, UUID measure) implements DistrictEvent {}
