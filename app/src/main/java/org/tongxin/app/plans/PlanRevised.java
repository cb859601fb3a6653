package org.tongxin.app.plans;

import org.tongxin.app.platform.DistrictEvent;
import org.tongxin.app.platform.EventFacts;

/** A revision of the prepared plans was signed; activations from now on follow it. */
public record PlanRevised(EventFacts facts, int revision) implements DistrictEvent {}
