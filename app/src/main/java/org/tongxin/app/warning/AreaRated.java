package org.tongxin.app.warning;

import java.time.LocalDate;
import org.tongxin.app.platform.DistrictEvent;
import org.tongxin.app.platform.EventFacts;

/** The level of an area changed. */
public record AreaRated(EventFacts facts, RatingLevel level, LocalDate dataDay) implements DistrictEvent {}
