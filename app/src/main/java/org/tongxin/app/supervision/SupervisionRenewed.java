package org.tongxin.app.supervision;

import java.util.UUID;
import org.tongxin.app.platform.DistrictEvent;
import org.tongxin.app.platform.EventFacts;

/** A close watch goes on, by decision. */
public record SupervisionRenewed(EventFacts facts, UUID supervision) implements DistrictEvent {}
