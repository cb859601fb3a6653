package org.tongxin.app.surveillance;

import java.time.LocalDate;
import java.util.UUID;
import org.tongxin.app.platform.DistrictEvent;
import org.tongxin.app.platform.EventFacts;

/** A count lies above what its method allows. Not yet verified. */
public record SignalDetected(EventFacts facts, UUID signal, LocalDate day) implements DistrictEvent {}
