package org.tongxin.app.warning;

import java.util.UUID;
import org.tongxin.app.platform.DistrictEvent;
import org.tongxin.app.platform.EventFacts;

/** The duty officer checked the eight fields and handed the warning up. */
public record WarningSubmitted(EventFacts facts, UUID warning) implements DistrictEvent {}
