package org.tongxin.app.plans;

import java.util.UUID;
import org.tongxin.app.platform.DistrictEvent;
import org.tongxin.app.platform.EventFacts;

/** A street under an orange or red warning came under the active plan. */
public record PlanCoverageExtended(EventFacts facts, UUID activation, String street) implements DistrictEvent {}
