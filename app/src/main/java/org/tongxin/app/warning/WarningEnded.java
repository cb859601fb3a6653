package org.tongxin.app.warning;

import java.util.UUID;
import org.tongxin.app.platform.DistrictEvent;
import org.tongxin.app.platform.EventFacts;

/** A warning is no longer in force: lifted, superseded by another, or lapsed at its end. */
public record WarningEnded(EventFacts facts, UUID warning, WarningState how) implements DistrictEvent {}
