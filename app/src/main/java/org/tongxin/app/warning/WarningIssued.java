package org.tongxin.app.warning;

import java.util.UUID;
import org.tongxin.app.platform.DistrictEvent;
import org.tongxin.app.platform.EventFacts;

/** The signatory signed a warning; it is in force. */
public record WarningIssued(EventFacts facts, UUID warning, RatingLevel level) implements DistrictEvent {}
