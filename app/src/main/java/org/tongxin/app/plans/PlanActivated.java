package org.tongxin.app.plans;

import java.util.UUID;
import org.tongxin.app.platform.DistrictEvent;
import org.tongxin.app.platform.EventFacts;

/** A plan was signed and is active. */
public record PlanActivated(EventFacts facts, UUID activation, ResponseMode mode) implements DistrictEvent {}
