package org.tongxin.app.plans;

import java.util.UUID;
import org.tongxin.app.platform.DistrictEvent;
import org.tongxin.app.platform.EventFacts;

/** The plan was stood down; what hangs on it ends. */
public record PlanStoodDown(EventFacts facts, UUID activation) implements DistrictEvent {}
