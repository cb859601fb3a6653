package org.tongxin.app.plans;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongxin.app.organisation.Area;
import org.tongxin.app.organisation.Organisation;
import org.tongxin.app.platform.Announcer;
import org.tongxin.app.platform.EventFacts;
import org.tongxin.app.platform.Reason;

/** Brings streets under an active plan, as its signed activation provides. */
@Service
public class PlanCoverage {

    private final Plans plans;
    private final Organisation organisation;
    private final Announcer announcer;

    PlanCoverage(Plans plans, Organisation organisation, Announcer announcer) {
        this.plans = plans;
        this.organisation = organisation;
        this.announcer = announcer;
    }

    /** Covers a street; does nothing when it is covered already. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void extend(PlanActivation active, String street, EventFacts cause) {
        if (!plans.cover(active.id(), street, cause.id())) {
            return;
        }
        Area area = organisation.findArea(street).orElseThrow();
        announcer.announce(new PlanCoverageExtended(
                announcer.facts(
                        PlanCoverageExtended.class,
                        active.id() + "/" + street,
                        street,
                        "system",
                        cause.id(),
                        Reason.of("planCoverageExtended", Reason.name(area.name(), area.nameEn()))),
                active.id(),
                street));
    }
}
