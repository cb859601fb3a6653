package org.tongxin.app.dispatch;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxin.app.dispatch.internal.ShiftRevisions;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Audit;
import org.tongxin.app.identity.Role;
import org.tongxin.app.organisation.Area;
import org.tongxin.app.organisation.DutyPost;
import org.tongxin.app.organisation.Organisation;
import org.tongxin.app.organisation.Registry;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Ids;
import org.tongxin.app.platform.Outcome;

/** Forces by type of community: what the {@link WorkForceRule} asks for, who is there, and posts for the rest. Thread-safe. */
@Service
public class WorkForces {

    private final JdbcClient jdbc;
    private final DistrictClock clock;
    private final Ids ids;
    private final Audit audit;
    private final Organisation organisation;
    private final Registry registry;
    private final ShiftRevisions revisions;

    WorkForces(
            JdbcClient jdbc,
            DistrictClock clock,
            Ids ids,
            Audit audit,
            Organisation organisation,
            Registry registry,
            ShiftRevisions revisions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.ids = ids;
        this.audit = audit;
        this.organisation = organisation;
        this.registry = registry;
        this.revisions = revisions;
    }

    /**
     * A community on a day.
     *
     * @param unmanaged entrances of compounds without property management
     * @param assigned people assigned anywhere in the community
     */
    public record Line(
            String path,
            String name,
            String nameEn,
            String streetName,
            String streetNameEn,
            String type,
            int households,
            int unmanaged,
            int assigned) {

        public int base() {
            return WorkForceRule.base(type, households);
        }

        public int required() {
            return base() + unmanaged * WorkForceRule.PER_UNMANAGED_ENTRANCE;
        }

        public int missing() {
            return Math.max(0, required() - assigned);
        }

        public String street() {
            return path.substring(0, 9);
        }
    }

    /** Communities of the streets whose posts have to be covered, most missing first. */
    public List<Line> lines(LocalDate day, String territory) {
        List<Line> lines = new ArrayList<>(jdbc.sql("""
                        select c.path, c.name, c.name_en, s.name as street_name, s.name_en as street_name_en,
                               c.community_type as type, coalesce(c.households, 0) as households,
                               (select count(*)::int from duty_post p where p.kind = 'UNMANAGED_ENTRANCE'
                                    and p.area_path >= c.path and p.area_path < c.path || '~') as unmanaged,
                               (select count(*)::int from duty_post p join assignment a on a.post_id = p.id
                                    where a.shift_day = :day and p.area_path >= c.path and p.area_path < c.path || '~')
                                   as assigned
                        from area c join area s on s.path = substr(c.path, 1, 9)
                             join street_coverage g on g.street_path = s.path
                        where c.level = 'COMMUNITY' and c.tasked and c.community_type is not null
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
     * Opens a post for the base force in each community of a street that lacks people, from tomorrow's shift on. Doing it again
     * changes only how many people the posts ask for.
     *
     * @return how many people the posts ask for
     */
    @Transactional
    public Outcome<Integer> open(Actor actor, String street) {
        if (actor.role() != Role.DUTY_OFFICER || !actor.covers(street)) {
            return Outcome.refused("I-003", actor.role());
        }
        List<Line> lacking = lines(clock.today(), street).stream()
                .filter(line -> line.missing() > 0)
                .toList();
        if (lacking.isEmpty()) {
            return Outcome.refused("D-014");
        }
        registry.openPosts(lacking.stream().map(this::post).toList());
        revisions.outdateFrom(clock.today());
        int people = lacking.stream().mapToInt(Line::missing).sum();
        audit.record(actor, "shift.forces", street, Map.of("communities", lacking.size(), "people", people));
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
                line.missing() + present(line.path()),
                0,
                null,
                latitude,
                longitude);
    }

    /** People whom the community's post for its base force asks for already, and who are counted as assigned. */
    private int present(String path) {
        return jdbc.sql("select count(*)::int from assignment a where a.shift_day = ? and a.post_id = ?")
                .params(clock.today(), ids.of("post", path, "COMMUNITY_FORCE"))
                .query(Integer.class)
                .single();
    }
}
