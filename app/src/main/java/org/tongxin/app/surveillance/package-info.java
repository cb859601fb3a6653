/**
 * Monitoring points, their counts, and the signals that counts give. Announces {@code CountsReported},
 * {@code SignalDetected} and {@code StreamsAssessed}.
 *
 * <p>What always holds: nil, missing and late are three different things; a correction keeps the old value; a signal
 * names the method and the numbers that raised it and is unverified until an analyst has said what it is.
 */
@ApplicationModule(
        displayName = "Surveillance",
        allowedDependencies = {"platform", "identity", "organisation"})
package org.tongxin.app.surveillance;

import org.springframework.modulith.ApplicationModule;
