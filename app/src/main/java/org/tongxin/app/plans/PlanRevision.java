package org.tongxin.app.plans;

import java.time.Instant;

/** A signed revision of the prepared plans. @param number counted from 1 through all plans */
public record PlanRevision(int number, String signedBy, Instant signedAt, String reason) {}
