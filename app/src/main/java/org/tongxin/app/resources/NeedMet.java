package org.tongxin.app.resources;

import java.util.UUID;
import org.tongxin.app.platform.DistrictEvent;
import org.tongxin.app.platform.EventFacts;

/** All that a place asked for has arrived. */
public record NeedMet(EventFacts facts, UUID need) implements DistrictEvent {}
