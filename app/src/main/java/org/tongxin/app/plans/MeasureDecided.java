package org.tongxin.app.plans;

import java.util.UUID;
import org.tongxin.app.platform.DistrictEvent;
import org.tongxin.app.platform.EventFacts;

/** A measure was decided, with basis, area and end. */
public record MeasureDecided(EventFacts facts, UUID measure) implements DistrictEvent {}
