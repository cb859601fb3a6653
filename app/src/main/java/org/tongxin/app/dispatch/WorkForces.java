package org.tongxin.app.dispatch;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxin.app.dispatch.duty.ShiftHours;
import org.tongxin.app.dispatch.internal.ShiftRevisions;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Audit;
import org.tongxin.app.identity.Role;
import org.tongxin.app.organisation.Area;
import org.tongxin.app.organisation.DutyPost;
import org.tongxin.app.organisation.Organisation;
import org.tongxin.app.organisation.Registry;
import org.tongxin.app.platform.Ids;
import org.tongxin.app.platform.Outcome;

/** Forces by type of community: what the {@link WorkForceRule} asks for, who is there, and posts for the rest. Thread-safe. */
@Service
public class WorkForces {

    private final JdbcClient jdbc;
    private final ShiftHours hours;
    private final Ids ids;
    private final Audit audit;
    private final Organisation organisation;
    private final Registry registry;
    private final ShiftRevisions revisions;

    WorkForces(
            JdbcClient jdbc,
            ShiftHours hours,
            Ids ids,
            Audit audit,
            Organisation organisation,
            Registry registry,
            ShiftRevisions revisions) {
        this.jdbc = jdbc;
        this.hours = hours;
        this.ids = ids;
        this.audit = audit;
        this.organisation = organisation;
        this.registry = registry;
        this.revisions = revisions;
    }

    /**
     * A community on a day.
     *
     * @param spelling what it is found by in letters; empty while it is not spelled yet
     * @param unmanaged entrances of compounds without property management
     * @param assigned people assigned anywhere in the community
     * @param places places of its posts, the post for its base force aside, whether or not somebody stands there
     * @param force places of the post for its base force; 0 where there is none
     */
    public record Line(
            String path,
            String name,
            String nameEn,
            String spelling,
            String streetName,
            String streetNameEn,
            String type,
            int households,
            int unmanaged,
            int assigned,
            int places,
            int force) {

        public int base() {
            return WorkForceRule.base(type, households);
        }

        public int required() {
            return base() + unmanaged * WorkForceRule.PER_UNMANAGED_ENTRANCE;
        }

        public int missing() {
            return Math.max(0, required() - assigned);
        }

        /** How many the post for its base force should ask for: what its other posts have no place for. */
        public int wanted() {
            return Math.max(0, required() - places);
        }

        public String street() {
            return path.substring(0, 9);
        }
    }

    /** Communities of the streets whose posts have to be covered, most missing first. */
    public List<Line> lines(LocalDate day, String territory) {
        List<Line> lines = new ArrayList<>(jdbc.sql("""
                        select c.path, c.name, c.name_en, coalesce(c.spelling, '') as spelling, s.name as street_name, s.name_en as street_name_en,
                               c.community_type as type, coalesce(c.households, 0) as households,
                               (select count(*)::int from duty_post p where p.kind = 'UNMANAGED_ENTRANCE'
                                    and p.area_path >= c.path and p.area_path < c.path || '~') as unmanaged,
                               (select count(*)::int from duty_post p join assignment a on a.post_id = p.id
                                    where a.shift_day = :day and p.area_path >= c.path and p.area_path < c.path || '~')
                                   as assigned,
                               (select coalesce(sum(p.places), 0)::int from duty_post p where p.kind <> 'COMMUNITY_FORCE'
                                    and not p.online and p.area_path >= c.path and p.area_path < c.path || '~') as places,
                               (select coalesce(sum(p.places), 0)::int from duty_post p where p.kind = 'COMMUNITY_FORCE'
                                    and p.area_path >= c.path and p.area_path < c.path || '~') as force
                        from area c join area s on s.path = substr(c.path, 1, 9)
                        where s.path in (select street_path from street_coverage) and c.level = 'COMMUNITY' and c.tasked and c.community_type is not null
                          and c.path >= :territory and c.path < :territory || '~'
                        """)
                .param("day", day)
                .param("territory", territory)
                .query(Line.class)
                .list());
        lines.sort(Comparator.comparingInt(Line::missing).reversed().thenComparing(Line::path));
        return lines;
    }

    /**
     * Opens a post for the base force in each community of a street whose other posts have fewer places than the rule asks for, and
     * lets those that are open ask for more or fewer where the rule or the posts have changed. A shift has the posts from its next
     * plan on, that of today too when it is planned again. A post that is no longer wanted asks for one person, not for none.
     * Refused: I-003, D-014 where nothing is wanted and nothing changes.
     *
     * @return how many people the posts ask for
     */
    @Transactional
    public Outcome<Integer> open(Actor actor, String street) {
        if (actor.role() != Role.DUTY_OFFICER || !actor.covers(street)) {
            return Outcome.refused("I-003", actor.role());
        }
        List<Line> concerned = lines(hours.day(), street).stream()
                .filter(line -> line.wanted() > 0 || line.force() > 1)
                .toList();
        if (concerned.isEmpty()) {
            return Outcome.refused("D-014");
        }
        revisions.outdateFrom(hours.day());
        registry.openPosts(concerned.stream().map(this::post).toList());
        int people = concerned.stream().mapToInt(Line::wanted).sum();
        audit.record(actor, "shift.forces", street, Map.of("communities", concerned.size(), "people", people));
        return Outcome.accepted(people);
    }

    private DutyPost post(Line line) {
        Area community = organisation.findArea(line.path()).orElseThrow();
        Double latitude = community.latitude();
        Double longitude = community.longitude();
        if (latitude == null || longitude == null) {
            throw new IllegalStateException("The community " + line.path() + " must have a position to hold a post.");
        }
        return DutyPost.at(
                ids.of("post", line.path(), "COMMUNITY_FORCE"),
                line.path(),
                "COMMUNITY_FORCE",
                line.name() + "基础力量",
                line.nameEn() + ", base force",
                Math.max(1, line.wanted()),
                0,
                null,
                latitude,
                longitude);
    }
}
