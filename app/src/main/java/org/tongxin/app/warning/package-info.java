/**
 * Ratings of areas and statutory warnings. Listens to {@code StreamsAssessed}; announces {@code AreaRated}, {@code IncidentRegraded}, {@code
 * WarningProposed}, {@code WarningSubmitted}, {@code WarningReturned}, {@code WarningIssued} and {@code WarningEnded}.
 *
 * <p>What always holds: areas are rated, never persons; a rule table with versions and sources rates them; the analyst
 * proposes, the duty officer checks the eight fields and hands up, only the signatory signs; no warning is in force
 * without all eight fields and an end.
 */
@ApplicationModule(
        displayName = "Warning",
        allowedDependencies = {"platform", "platform :: sheet", "identity", "organisation", "surveillance"})
package org.tongxin.app.warning;

import org.springframework.modulith.ApplicationModule;
