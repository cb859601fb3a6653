package org.tongxin.app.dispatch.duty;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongxin.app.identity.DemonstrationDoor;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.PlatformSettings;

/** In a demonstration the page of one made-up volunteer, who is expected at a post today, stands open to visitors. */
@Component
class DemonstrationVolunteer implements DemonstrationDoor {

    private final JdbcClient jdbc;
    private final DistrictClock clock;
    private final PlatformSettings settings;
    private final Links links;

    DemonstrationVolunteer(JdbcClient jdbc, DistrictClock clock, PlatformSettings settings, Links links) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.settings = settings;
        this.links = links;
    }

    private record Someone(java.util.UUID id, String name) {}

    /** Who has something open to answer first, then by id, so that the same day shows the same volunteer. */
    @Override
    public List<Door> doors() {
        if (!settings.demonstration()) {
            return List.of();
        }
        return jdbc
                .sql("select n.id, n.name from assignment a join person n on n.id = a.person_id"
                        + " where a.shift_day >= ? and n.kind = 'VOLUNTEER'"
                        + " order by a.shift_day, a.state desc, n.id limit 1")
                .param(clock.today())
                .query(Someone.class)
                .list()
                .stream()
                .map(one -> new Door("duty.demonstration", one.name(), "/duty/" + links.ofPerson(one.id())))
                .toList();
    }
}
