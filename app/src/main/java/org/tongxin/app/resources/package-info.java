/**
 * Supplies: the catalogue, what lies where, and everything that moves it: donations, orders, needs and what answers them,
 * transfers between districts, requisitions. Listens to {@code PlanStoodDown} and {@code CourseAdopted}; announces {@code NeedMet}, {@code
 * BelowFloor}, {@code TransferDecided}, {@code RequisitionDecided} and {@code RequisitionClosed}.
 *
 * <p>What always holds: every movement is double-entry, lot by lot, and never rewritten, so that stock adds up and each
 * thing is traceable from who gave it to who got it; no physical place goes below nothing; an expired lot is never handed
 * out; a receiver may decline, and who declined is not kept; an anonymous donor's name is not kept; what was
 * requisitioned is given back or paid for before it is closed.
 *
 * <p>What others may build on: {@link org.tongxin.app.resources.Needs} and {@link org.tongxin.app.resources.Offers} for
 * what is asked and offered, {@link org.tongxin.app.resources.Stocks} for what is there, {@link
 * org.tongxin.app.resources.Deliveries} for putting the two together.
 */
@ApplicationModule(
        displayName = "Resources",
        allowedDependencies = {
            "platform",
            "platform :: sheet",
            "identity",
            "organisation",
            "delegation",
            "forms :: figures",
            "simulation",
            "plans"
        })
@NullMarked
package org.tongxin.app.resources;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
