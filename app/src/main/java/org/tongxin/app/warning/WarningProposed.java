package org.tongxin.app.warning;

import java.util.UUID;
import org.tongxin.app.platform.DistrictEvent;
import org.tongxin.app.platform.EventFacts;

/** The analyst proposed a warning, experts having been heard. */
public record WarningProposed(EventFacts facts, UUID warning) implements DistrictEvent {}
