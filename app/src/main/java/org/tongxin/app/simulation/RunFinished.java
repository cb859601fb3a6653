package org.tongxin.app.simulation;

import java.util.UUID;
import org.tongxin.app.platform.DistrictEvent;
import org.tongxin.app.platform.EventFacts;

/** The runs of a scenario are done and its courses ranked. @param best code of the first course */
public record RunFinished(EventFacts facts, UUID scenario, String best) implements DistrictEvent {}
