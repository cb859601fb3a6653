package org.tongxin.app.review;

import java.util.UUID;
import org.tongxin.app.platform.DistrictEvent;
import org.tongxin.app.platform.EventFacts;

/** A lesson was recorded, with an owner and a date. */
public record LessonRecorded(EventFacts facts, UUID lesson) implements DistrictEvent {}
