package org.tongxin.app.resources;

import java.util.UUID;
import org.tongxin.app.platform.DistrictEvent;
import org.tongxin.app.platform.EventFacts;

/** Everything of a requisition was given back or paid for, or it was never carried out. */
public record RequisitionClosed(EventFacts facts, UUID requisition) implements DistrictEvent {}
