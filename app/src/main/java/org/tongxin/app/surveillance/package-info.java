/**
 * Monitoring points and the list of them that is taken in, their counts, the signals that counts give, and the episodes that signals, streets and clusters join.
 * Announces {@code CountsReported}, {@code SignalDetected}, {@code StreamsAssessed}, {@code EpisodeOpened} and
 * {@code EpisodeClosed}.
 *
 * <p>What always holds: nil, missing and late are three different things; a correction keeps the old value; a signal
 * names the method and the numbers that raised it and is unverified until an analyst has said what it is; a lead belongs
 * to exactly one episode, an episode keeps its number, and no week puts more new episodes to the desk than its budget.
 */
@ApplicationModule(
        displayName = "Surveillance",
        allowedDependencies = {
            "platform",
            "platform :: sheet",
            "identity",
            "imports",
            "organisation",
            "forms :: figures"
        })
package org.tongxin.app.surveillance;

import org.springframework.modulith.ApplicationModule;
