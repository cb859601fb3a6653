package org.tongxin.app.supervision;

import java.util.UUID;
import org.tongxin.app.platform.DistrictEvent;
import org.tongxin.app.platform.EventFacts;

/** A street is put under close watch. */
public record SupervisionOpened(EventFacts facts, UUID supervision) implements DistrictEvent {}
