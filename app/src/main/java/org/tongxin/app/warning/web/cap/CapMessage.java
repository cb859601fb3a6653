package org.tongxin.app.warning.web.cap;

import java.time.Instant;

/**
 * A message about a warning.
 *
 * @param identifier unique among the sender's messages
 * @param title the headline, in Chinese; that of an exercise begins with a mark
 * @param sent when the act was done
 */
record CapMessage(String identifier, String title, Instant sent, CapElement alert) {}
