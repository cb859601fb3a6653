package org.tongxin.app.warning;

import java.util.UUID;
import org.tongxin.app.platform.DistrictEvent;
import org.tongxin.app.platform.EventFacts;

/** A warning went back with a reason. */
public record WarningReturned(EventFacts facts, UUID warning) implements DistrictEvent {}
