package org.tongxin.app.plans;

import java.util.UUID;
import org.tongxin.app.platform.DistrictEvent;
import org.tongxin.app.platform.EventFacts;

/** A running measure was continued, changed or renewed by decision. */
public record MeasureReviewed(EventFacts facts, UUID measure, MeasureVersion.Act act) implements DistrictEvent {}
