/**
 * The two-way chain: orders go down the rings as tasks, reports come back up and add up. Announces {@code TaskIssued},
 * {@code TaskAcknowledged}, {@code TaskReported}, {@code TaskAccepted}, {@code TaskReturned} and {@code TaskOverdue},
 * one a street and order, and {@code TaskEscalated} and {@code OrdersWithdrawn}.
 *
 * <p>What always holds: a task is given to an area and its post, never to a person; a figure is asked once, of the post
 * that knows it, and added up by the system; what a place answered today is not asked of it again; nil is a figure, no
 * answer is none; nobody's lateness is listed, only the post that has not answered; whoever asks beyond a community's
 * minutes or shortens its time says why; what contradicts is asked of those who ordered.
 */
@ApplicationModule(
        displayName = "Tasks",
        allowedDependencies = {
            "platform",
            "platform :: sheet",
            "identity",
            "imports",
            "organisation",
            "forms :: figures",
            "warning :: indicators"
        })
package org.tongxin.app.tasks;

import org.springframework.modulith.ApplicationModule;
