package org.tongxin.app.plans.internal;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.tongxin.app.identity.Accounts;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.organisation.Area;
import org.tongxin.app.organisation.Organisation;
import org.tongxin.app.plans.PlanActivated;
import org.tongxin.app.plans.PlanActivation;
import org.tongxin.app.plans.PlanCoverage;
import org.tongxin.app.plans.PlanCoverageExtended;
import org.tongxin.app.plans.PlanItem;
import org.tongxin.app.plans.PlanLibrary;
import org.tongxin.app.plans.PlanStoodDown;
import org.tongxin.app.plans.Plans;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.EventFacts;
import org.tongxin.app.platform.Inbox;
import org.tongxin.app.tasks.NewOrder;
import org.tongxin.app.tasks.Orders;
import org.tongxin.app.tasks.TaskLevel;
import org.tongxin.app.warning.RatingLevel;
import org.tongxin.app.warning.WarningIssued;

/** Turns a signed activation into orders: every item of the playbook once, to the streets and the covered communities. */
@Component
class Activation {

    private final DistrictClock clock;
    private final Accounts accounts;
    private final Inbox inbox;
    private final Organisation organisation;
    private final Plans plans;
    private final PlanCoverage coverage;
    private final PlanLibrary library;
    private final Orders orders;

    Activation(
            DistrictClock clock,
            Accounts accounts,
            Inbox inbox,
            Organisation organisation,
            Plans plans,
            PlanCoverage coverage,
            PlanLibrary library,
            Orders orders) {
        this.clock = clock;
        this.accounts = accounts;
        this.inbox = inbox;
        this.organisation = organisation;
        this.plans = plans;
        this.coverage = coverage;
        this.library = library;
        this.orders = orders;
    }

    @ApplicationModuleListener
    void on(PlanActivated activated) {
        if (!inbox.firstDelivery(activated.facts().id(), "plans.activation")) {
            return;
        }
        List<String> streets =
                organisation.taskedStreets("").stream().map(Area::path).toList();
        issue(activated.activation(), streets, plans.coverage(activated.activation()), activated.facts());
    }

    /** A street that comes under an orange or red warning while a plan is active comes under the plan. */
    @ApplicationModuleListener
    void on(WarningIssued issued) {
        if (!inbox.firstDelivery(issued.facts().id(), "plans.coverage")
                || issued.level().severity() < RatingLevel.ORANGE.severity()
                || issued.facts().areaPath().length() != 9) {
            return;
        }
        plans.active()
                .ifPresent(active -> coverage.extend(active, issued.facts().areaPath(), issued.facts()));
    }

    @ApplicationModuleListener
    void on(PlanCoverageExtended extended) {
        if (!inbox.firstDelivery(extended.facts().id(), "plans.activation")) {
            return;
        }
        List<String> street = List.of(extended.street());
        issue(extended.activation(), street, street, extended.facts());
    }

    private void issue(UUID id, List<String> streets, List<String> covered, EventFacts cause) {
        PlanActivation activation = plans.history().stream()
                .filter(plan -> plan.id().equals(id))
                .findFirst()
                .orElseThrow();
        if (activation.stoodDownAt() != null) {
            return;
        }
        Actor signatory = accounts.findActor(activation.activatedBy()).orElseGet(Actor::system);
        issue(
                library.of(activation.mode(), activation.playbookVersion()).items(),
                "plan:" + id,
                signatory,
                streets,
                covered,
                cause);
    }

    /** What follows a stand-down: measures taken away, things returned, data destroyed, what stays for daily work. */
    @ApplicationModuleListener
    void on(PlanStoodDown ended) {
        if (!inbox.firstDelivery(ended.facts().id(), "plans.exit")) {
            return;
        }
        Actor signatory = accounts.findActor(ended.facts().actor()).orElseGet(Actor::system);
        List<String> streets =
                organisation.taskedStreets("").stream().map(Area::path).toList();
        List<String> covered = plans.coverage(ended.activation());
        issue(library.exit(), "exit:" + ended.activation(), signatory, streets, covered, ended.facts());
    }

    private void issue(
            List<PlanItem> items,
            String origin,
            Actor signatory,
            List<String> streets,
            List<String> covered,
            EventFacts cause) {
        for (PlanItem item : items) {
            orders.issue(signatory, order(item, origin, cause), streets, covered)
                    .orThrow();
        }
    }

    private NewOrder order(PlanItem item, String origin, EventFacts cause) {
        return new NewOrder(
                origin,
                item.code(),
                item.title(),
                item.titleEn(),
                item.basisText(),
                item.post(),
                item.fields(),
                item.minutes(),
                item.staffing(),
                level(item),
                clock.now().plus(Duration.ofHours(item.dueHours())),
                cause.id());
    }

    /** Units are asked through their street: those not under the district get a request, never an order. */
    private static TaskLevel level(PlanItem item) {
        return switch (item.level()) {
            case "DISTRICT" -> TaskLevel.DISTRICT;
            case "COMMUNITY" -> TaskLevel.COMMUNITY;
            default -> TaskLevel.STREET;
        };
    }
}
