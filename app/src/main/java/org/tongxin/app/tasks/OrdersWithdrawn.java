package org.tongxin.app.tasks;

import java.util.List;
import java.util.UUID;
import org.tongxin.app.platform.DistrictEvent;
import org.tongxin.app.platform.EventFacts;

/** What was asked under an origin is no longer asked for. */
public record OrdersWithdrawn(EventFacts facts, String origin, List<UUID> orders) implements DistrictEvent {}
