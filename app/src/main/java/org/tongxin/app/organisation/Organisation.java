package org.tongxin.app.organisation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the district: areas, posts and people, each list restricted to a territory (a path prefix) in SQL. Thread-safe.
 */
@Component
public class Organisation {

    private static final String AREA_COLUMNS =
            "id, path, level, kind, name, name_en, tasked, scenario, latitude, longitude";

    private static final String PEOPLE = "select p.id, p.name, p.kind, p.home_path, p.skill, p.trained, p.insured,"
            + " a.latitude, a.longitude, p.free_from, p.free_to from person p join area a on a.path = p.home_path";

    private final JdbcClient jdbc;

    Organisation(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The one district of this installation, absent before anything was loaded. */
    public Optional<Area> findDistrict() {
        return jdbc.sql("select " + AREA_COLUMNS + " from area where level = 'DISTRICT'")
                .query(Area.class)
                .optional();
    }

    /** The district, which must have been loaded. */
    public Area district() {
        return findDistrict().orElseThrow(DistrictNotLoaded::new);
    }

    public Optional<Area> findArea(String path) {
        return jdbc.sql("select " + AREA_COLUMNS + " from area where path = ?")
                .param(path)
                .query(Area.class)
                .optional();
    }

    /** Areas of one ring inside a territory that stand, in code order, pseudo-units included. */
    public List<Area> list(AreaLevel level, String territory) {
        return jdbc.sql("select " + AREA_COLUMNS + " from area where level = :level"
                        + " and ended_on is null and path >= :territory and path < :territory || '~' order by path")
                .param("level", level.name())
                .param("territory", territory)
                .query(Area.class)
                .list();
    }

    /** The streets and towns that may be tasked. */
    public List<Area> taskedStreets(String territory) {
        return list(AreaLevel.STREET, territory).stream().filter(Area::tasked).toList();
    }

    /**
     * How the tasked streets are drawn, in code order. One that has no place of its own yet, since it came with a list of units and not
     * with a map, gets the first free tile; its outline is empty.
     */
    public List<StreetTile> tiles() {
        return FreeTiles.given(jdbc.sql("select a.path, a.name, a.name_en, coalesce(c.tile_row, -1) as row,"
                        + " coalesce(c.tile_column, -1) as column, coalesce(c.outline, '') as outline"
                        + " from area a left join street_cell c on c.path = a.path"
                        + " where a.level = 'STREET' and a.tasked order by a.path")
                .query(StreetTile.class)
                .list());
    }

    /** What the streets of a territory are made of, in code order, pseudo-units left out. */
    public List<StreetProfile> profiles(String territory) {
        return jdbc.sql("""
                        select s.path, coalesce(sum(a.households), 0)::int as households,
                               (count(*) filter (where a.level = 'COMPOUND'))::int as compounds,
                               (count(*) filter (where a.managed = false))::int as unmanaged,
                               (count(*) filter (where a.community_type is not null))::int as communities,
                               (count(*) filter (where a.community_type in ('OLD', 'REDEVELOPED_VILLAGE', 'VILLAGE')))::int
                                   as old
                        from area s left join area a on a.path >= s.path and a.path < s.path || '~' and a.tasked
                        where s.level = 'STREET' and s.tasked
                          and s.path >= :territory and s.path < :territory || '~'
                        group by s.path order by s.path
                        """)
                .param("territory", territory)
                .query(StreetProfile.class)
                .list();
    }

    public List<DutyPost> posts(String territory) {
        return jdbc.sql(
                        "select id, area_path, kind, name, name_en, places, minimum, skill, latitude, longitude, online,"
                                + " starts, ends"
                                + " from duty_post where area_path >= :territory and area_path < :territory || '~'"
                                + " order by area_path, id")
                .param("territory", territory)
                .query(DutyPost.class)
                .list();
    }

    public Optional<DutyPost> findPost(UUID id) {
        return jdbc.sql(
                        "select id, area_path, kind, name, name_en, places, minimum, skill, latitude, longitude, online,"
                                + " starts, ends"
                                + " from duty_post where id = ?")
                .param(id)
                .query(DutyPost.class)
                .optional();
    }

    /** Everyone who can be sent to a post and lives in the territory; the position is that of the home community. */
    public List<Person> people(String territory) {
        return jdbc.sql(PEOPLE + " where p.home_path >= :territory and p.home_path < :territory || '~' order by p.id")
                .param("territory", territory)
                .query(Person.class)
                .list();
    }

    /** One of {@link #people}. */
    public Optional<Person> findPerson(UUID id) {
        return jdbc.sql(PEOPLE + " where p.id = ?")
                .param(id)
                .query(Person.class)
                .optional();
    }
}
