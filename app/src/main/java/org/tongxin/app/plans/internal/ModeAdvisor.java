package org.tongxin.app.plans.internal;

import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.tongxin.app.organisation.Area;
import org.tongxin.app.organisation.Organisation;
import org.tongxin.app.plans.ModePolicy;
import org.tongxin.app.plans.ModeRecommended;
import org.tongxin.app.plans.Plans;
import org.tongxin.app.plans.PlansSettings;
import org.tongxin.app.plans.ResponseMode;
import org.tongxin.app.platform.Announcer;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.EventFacts;
import org.tongxin.app.platform.Ids;
import org.tongxin.app.platform.Inbox;
import org.tongxin.app.platform.Json;
import org.tongxin.app.platform.Reason;
import org.tongxin.app.warning.RatingLevel;
import org.tongxin.app.warning.WarningIssued;
import org.tongxin.core.geo.GreatCircle;

/** Advises a response mode when a warning of orange or red is issued and no plan is active. */
@Component
class ModeAdvisor {

    private final JdbcClient jdbc;
    private final DistrictClock clock;
    private final Ids ids;
    private final Json json;
    private final Inbox inbox;
    private final Announcer announcer;
    private final Organisation organisation;
    private final Plans plans;
    private final ModePolicy policy;
    private final PlansSettings settings;

    ModeAdvisor(
            JdbcClient jdbc,
            DistrictClock clock,
            Ids ids,
            Json json,
            Inbox inbox,
            Announcer announcer,
            Organisation organisation,
            Plans plans,
            ModePolicy policy,
            PlansSettings settings) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.ids = ids;
        this.json = json;
        this.inbox = inbox;
        this.announcer = announcer;
        this.organisation = organisation;
        this.plans = plans;
        this.policy = policy;
        this.settings = settings;
    }

    @ApplicationModuleListener
    void on(WarningIssued issued) {
        if (!inbox.firstDelivery(issued.facts().id(), "plans.modeAdvisor")
                || issued.level().severity() < RatingLevel.ORANGE.severity()
                || plans.active().isPresent()
                || plans.openAdvice().isPresent()) {
            return;
        }
        Area district = organisation.district();
        double kilometres = kilometresFromEpicentre(district);
        ModePolicy.Position position =
                new ModePolicy.Position(policy.distanceAxis(kilometres), settings.socialForces(), settings.resources());
        keep(district, position, kilometres, issued.facts());
    }

    private double kilometresFromEpicentre(Area district) {
        Double latitude = district.latitude();
        Double longitude = district.longitude();
        if (latitude == null || longitude == null) {
            throw new IllegalStateException("The district (" + district.path() + ") must have a position.");
        }
        return GreatCircle.kilometres(latitude, longitude, settings.epicentreLatitude(), settings.epicentreLongitude());
    }

    private void keep(Area district, ModePolicy.Position position, double kilometres, EventFacts cause) {
        ResponseMode mode = policy.nearest(position);
        UUID id = ids.of("advice", cause.id());
        EventFacts facts = announcer.facts(
                ModeRecommended.class,
                id.toString(),
                district.path(),
                "system",
                cause.id(),
                Reason.of("modeRecommended", mode.name()));
        Map<String, Double> indicators = new LinkedHashMap<>();
        for (int axis = 0; axis < ModePolicy.AXES.size(); axis++) {
            indicators.put(ModePolicy.AXES.get(axis), position.axes()[axis]);
        }
        int inserted = jdbc.sql(
                        "insert into mode_advice (id, mode, advised_at, indicators, likeness, reasons, would_change,"
                                + " caused_by, event_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing")
                .params(
                        id,
                        mode.name(),
                        Timestamp.from(clock.now()),
                        json.parameter(indicators),
                        json.parameter(policy.likeness(position)),
                        json.parameter(List.of(
                                Reason.of("modeDistance", Math.round(kilometres)),
                                Reason.of("modeSocialForces", Math.round(100 * settings.socialForces())),
                                Reason.of("modeResources", Math.round(100 * settings.resources())))),
                        json.parameter(policy.wouldChange(position)),
                        cause.id(),
                        facts.id())
                .update();
        if (inserted == 1) {
            announcer.announce(new ModeRecommended(facts, id, mode));
        }
    }
}
