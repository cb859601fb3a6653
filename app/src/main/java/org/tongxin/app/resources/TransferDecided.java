package org.tongxin.app.resources;

import java.util.UUID;
import org.tongxin.app.platform.DistrictEvent;
import org.tongxin.app.platform.EventFacts;

/** The signatory decided on a transfer between districts. */
public record TransferDecided(EventFacts facts, UUID transfer) implements DistrictEvent {}
