package org.tongxin.app.supervision;

import java.time.Instant;

/** The decision to watch on. @param endsAt the new end */
public record SupervisionRenewal(Instant endsAt, String reason, String decidedBy, Instant decidedAt) {}
