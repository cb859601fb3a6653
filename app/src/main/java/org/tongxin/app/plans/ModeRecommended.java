package org.tongxin.app.plans;

import java.util.UUID;
import org.tongxin.app.platform.DistrictEvent;
import org.tongxin.app.platform.EventFacts;

/** A response mode is advised; a signatory decides. */
public record ModeRecommended(EventFacts facts, UUID advice, ResponseMode mode) implements DistrictEvent {}
