package org.tongxin.app.supervision;

import java.util.UUID;
import org.tongxin.app.platform.DistrictEvent;
import org.tongxin.app.platform.EventFacts;

/** A close watch is over. */
public record SupervisionEnded(EventFacts facts, UUID supervision) implements DistrictEvent {}
