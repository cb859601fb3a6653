package org.tongxin.app.resources;

import java.util.UUID;
import org.tongxin.app.platform.DistrictEvent;
import org.tongxin.app.platform.EventFacts;

/** The signatory decided on a requisition, with basis, owner, period and return. */
public record RequisitionDecided(EventFacts facts, UUID requisition) implements DistrictEvent {}
