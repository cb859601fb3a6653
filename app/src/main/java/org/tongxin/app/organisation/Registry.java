package org.tongxin.app.organisation;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Spelling;

/** Takes a whole district in: areas first, then what stands on them. Loading is one transaction. */
@Service
public class Registry {

    private static final String POST =
            "insert into duty_post (id, area_path, kind, name, name_en, places, minimum, skill, latitude, longitude,"
                    + " online, starts, ends, spelling) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final JdbcTemplate jdbc;
    private final DistrictClock clock;

    Registry(JdbcTemplate jdbc, DistrictClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** An area with what only some rings have. @param grid path of a compound's grid */
    public record NewArea(
            Area area,
            @Nullable String communityType,
            @Nullable Integer households,
            @Nullable Boolean managed,
            @Nullable String committee,
            @Nullable String grid) {

        public static NewArea of(Area area) {
            return new NewArea(area, null, null, null, null, null);
        }
    }

    /**
     * A member unit with what it is under: units that are not under the district get requests, never orders.
     *
     * @param affiliated {@code null} where nobody knows
     */
    public record NewUnit(
            UUID id,
            String name,
            String nameEn,
            String kind,
            String network,
            String areaPath,
            MemberUnits.@Nullable Period affiliated) {}

    /** Someone who can be dispatched. @param unit the unit that posts them; {@code null} for volunteers */
    public record NewPerson(
            UUID id,
            String name,
            Person.Kind kind,
            @Nullable UUID unit,
            String homePath,
            @Nullable String skill,
            boolean trained,
            boolean insured,
            @Nullable LocalTime freeFrom,
            @Nullable LocalTime freeTo) {

        /** Someone who is free all day. */
        public static NewPerson allDay(
                UUID id,
                String name,
                Person.Kind kind,
                @Nullable UUID unit,
                String homePath,
                @Nullable String skill,
                boolean trained,
                boolean insured) {
            return new NewPerson(id, name, kind, unit, homePath, skill, trained, insured, null, null);
        }
    }

    @Transactional
    public void addAreas(List<NewArea> areas) {
        batch(
                "insert into area (id, path, level, kind, name, name_en, tasked, scenario, latitude, longitude,"
                        + " community_type, households, managed, committee, grid_path, spelling)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                areas.stream().map(Registry::row).toList());
    }

    private static @Nullable Object[] row(NewArea entry) {
        Area area = entry.area();
        return new @Nullable Object[] {
            area.id(),
            area.path(),
            area.level().name(),
            area.kind(),
            area.name(),
            area.nameEn(),
            area.tasked(),
            area.scenario(),
            area.latitude(),
            area.longitude(),
            entry.communityType(),
            entry.households(),
            entry.managed(),
            entry.committee(),
            entry.grid(),
            Spelling.of(area.name())
        };
    }

    @Transactional
    public void addUnits(List<NewUnit> units) {
        batch(
                "insert into member_unit (id, name, name_en, kind, network, area_path, spelling)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                units.stream()
                        .map(unit -> new @Nullable Object[] {
                            unit.id(),
                            unit.name(),
                            unit.nameEn(),
                            unit.kind(),
                            unit.network(),
                            unit.areaPath(),
                            Spelling.of(unit.name())
                        })
                        .toList());
        batch(
                "insert into unit_affiliation (id, unit_id, affiliation, source, valid_from, valid_until, set_by, set_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                units.stream()
                        .flatMap(unit -> Stream.ofNullable(unit.affiliated()).map(under -> row(unit.id(), under)))
                        .toList());
    }

    private @Nullable Object[] row(UUID unit, MemberUnits.Period under) {
        return new @Nullable Object[] {
            unit,
            unit,
            under.affiliation().name(),
            under.source(),
            under.validFrom(),
            under.validUntil(),
            under.setBy(),
            Timestamp.from(clock.now())
        };
    }

    @Transactional
    public void addPeople(List<NewPerson> people) {
        batch(
                "insert into person (id, name, kind, unit_id, home_path, skill, trained, insured, free_from,"
                        + " free_to, named_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                people.stream()
                        .map(person -> new @Nullable Object[] {
                            person.id(),
                            person.name(),
                            person.kind().name(),
                            person.unit(),
                            person.homePath(),
                            person.skill(),
                            person.trained(),
                            person.insured(),
                            person.freeFrom(),
                            person.freeTo(),
                            Timestamp.from(clock.now())
                        })
                        .toList());
    }

    @Transactional
    public void addPosts(List<DutyPost> posts) {
        batch(POST, posts.stream().map(Registry::row).toList());
    }

    /** Adds posts; of those that are known, only how many people they ask for changes. */
    @Transactional
    public void openPosts(List<DutyPost> posts) {
        batch(
                POST + " on conflict (id) do update set places = excluded.places, minimum = excluded.minimum",
                posts.stream().map(Registry::row).toList());
    }

    /** Adds posts; of those that are known, everything but place, name and kind changes. */
    @Transactional
    public void listPosts(List<DutyPost> posts) {
        batch(
                POST + " on conflict (id) do update set name_en = excluded.name_en, places = excluded.places,"
                        + " minimum = excluded.minimum, skill = excluded.skill, latitude = excluded.latitude,"
                        + " longitude = excluded.longitude, starts = excluded.starts, ends = excluded.ends",
                posts.stream().map(Registry::row).toList());
    }

    private static @Nullable Object[] row(DutyPost post) {
        return new @Nullable Object[] {
            post.id(),
            post.areaPath(),
            post.kind(),
            post.name(),
            post.nameEn(),
            post.places(),
            post.minimum(),
            post.skill(),
            post.latitude(),
            post.longitude(),
            post.online(),
            post.starts(),
            post.ends(),
            Spelling.of(post.name())
        };
    }

    @Transactional
    public void addTiles(List<StreetTile> tiles) {
        batch(
                "insert into street_cell (path, tile_row, tile_column, outline) values (?, ?, ?, ?)",
                tiles.stream()
                        .map(tile -> new @Nullable Object[] {tile.path(), tile.row(), tile.column(), tile.outline()})
                        .toList());
    }

    private void batch(String sql, List<@Nullable Object[]> rows) {
        jdbc.batchUpdate(sql, rows, 1_000, (statement, row) -> {
            for (int i = 0; i < row.length; i++) {
                Object value = row[i];
                if (value == null) {
                    statement.setNull(i + 1, Types.NULL);
                } else {
                    statement.setObject(i + 1, value);
                }
            }
        });
    }
}
