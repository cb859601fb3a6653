package org.tongxin.app.simulation;

import java.util.UUID;
import org.tongxin.app.platform.DistrictEvent;
import org.tongxin.app.platform.EventFacts;

/** The signatory adopted a course of a scenario: advice became a decision. @param course its code */
public record CourseAdopted(EventFacts facts, UUID scenario, String course) implements DistrictEvent {}
