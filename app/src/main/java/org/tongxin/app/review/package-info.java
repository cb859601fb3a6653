/**
 * What happened, when, why, how late, and what follows from it. Listens to every event of the district and keeps it in
 * the timeline; has no rule of its own beyond counting. Announces {@code LessonRecorded}.
 *
 * <p>What always holds: the timeline sorts by time, kind and business key, never by arrival; delays are those of posts
 * and of the scripted officer, never of named persons or real bodies; a lesson without an owner is refused.
 */
@ApplicationModule(
        displayName = "Review",
        allowedDependencies = {"platform", "platform :: sheet", "identity", "organisation"})
package org.tongxin.app.review;

import org.springframework.modulith.ApplicationModule;
