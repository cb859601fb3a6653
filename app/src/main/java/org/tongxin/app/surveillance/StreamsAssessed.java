package org.tongxin.app.surveillance;

import java.time.LocalDate;
import org.tongxin.app.platform.DistrictEvent;
import org.tongxin.app.platform.EventFacts;

/** Every series that reported a day has been looked at. @param signals how many gave a signal */
public record StreamsAssessed(EventFacts facts, LocalDate day, int signals) implements DistrictEvent {}
