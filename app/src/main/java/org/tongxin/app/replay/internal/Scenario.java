package org.tongxin.app.replay.internal;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongxin.app.organisation.Affiliation;
import org.tongxin.app.organisation.Area;
import org.tongxin.app.organisation.AreaLevel;
import org.tongxin.app.organisation.DutyPost;
import org.tongxin.app.organisation.Person;
import org.tongxin.app.organisation.Registry;
import org.tongxin.app.organisation.Registry.NewArea;
import org.tongxin.app.organisation.Registry.NewPerson;
import org.tongxin.app.organisation.Registry.NewUnit;
import org.tongxin.app.organisation.StreetCells;
import org.tongxin.app.organisation.UnitKind;
import org.tongxin.app.platform.Ids;
import org.tongxin.app.platform.PlatformSettings;
import org.tongxin.core.random.KeyedRandom;

/**
 * Loads the district: areas, codes and points of streets as published; positions of communities, grids, compounds, units,
 * posts and people made up from the seed. What is made up is marked scenario.
 */
@Component
class Scenario {

    private static final String[] COMPOUNDS = {
        "柳荫苑|Willow Court", "梧桐里|Plane Tree Lane", "春晖苑|Spring Light Court", "青禾园|Green Grain Garden",
        "望江里|Riverview Lane", "和风苑|Gentle Wind Court", "锦竹园|Bamboo Garden", "石榴苑|Pomegranate Court",
        "云杉里|Spruce Lane", "芦花园|Reed Garden", "月桂苑|Laurel Court", "晴川里|Clear Stream Lane",
        "松涛园|Pine Garden", "海棠苑|Begonia Court", "麦浪里|Wheat Lane", "银杏园|Ginkgo Garden"
    };
    private static final String[] GATES = {"北门|north gate", "南门|south gate", "东门|east gate", "西门|west gate"};
    private static final String[] SURNAMES = {
        "王", "李", "张", "刘", "陈", "杨", "黄", "赵", "吴", "周", "徐", "孙", "马", "朱", "胡", "郭", "何", "高", "林", "罗"
    };
    private static final String[] GIVEN = {
        "敏", "静", "磊", "洋", "娟", "涛", "艳", "超", "秀英", "霞", "平", "刚", "桂英", "文", "建华", "玉兰", "志强", "海燕", "晓东", "雪梅"
    };
    private static final String[] SKILLS = {"NURSE", "DRIVER", "ELECTRICIAN", "SOCIAL_WORKER"};
    private static final String[] ONLINE_SKILLS = {"DOCTOR", "COUNSELLOR", "TEACHER"};
    private static final LocalTime EVENING = LocalTime.of(18, 0);
    private static final LocalTime NIGHT = LocalTime.of(22, 0);
    private static final String[] TYPES = {"WORK_UNIT", "COMMERCIAL", "REDEVELOPED_VILLAGE", "OLD"};
    private static final int POSTED = 2_600;
    private static final int VOLUNTEERS = 4_400;

    private final Registry registry;
    private final PublicRecord published;
    private final Ids ids;
    private final KeyedRandom chance;
    private final Streams streams;
    private final Cast cast;
    private final SuppliesScenario supplies;
    private final UnitsScenario stationed;

    Scenario(
            Registry registry,
            PublicRecord published,
            Ids ids,
            PlatformSettings settings,
            Streams streams,
            Cast cast,
            SuppliesScenario supplies,
            UnitsScenario stationed) {
        this.registry = registry;
        this.published = published;
        this.ids = ids;
        this.chance = new KeyedRandom(settings.seed());
        this.streams = streams;
        this.cast = cast;
        this.supplies = supplies;
        this.stationed = stationed;
    }

    /** Loads everything in one transaction. */
    @Transactional
    void load() {
        List<NewArea> published = publishedAreas();
        registry.addAreas(published);
        List<Area> streets = published.stream()
                .map(NewArea::area)
                .filter(area -> area.level() == AreaLevel.STREET && area.tasked())
                .toList();
        registry.addTiles(StreetCells.of(streets, this.published.border()));
        List<Area> communities = published.stream()
                .map(NewArea::area)
                .filter(area -> area.level() == AreaLevel.COMMUNITY && area.tasked())
                .toList();
        List<NewArea> compounds = gridsAndCompounds(communities);
        registry.addAreas(compounds);
        registry.addPosts(posts(compounds, streets));
        List<NewUnit> units = units(streets);
        registry.addUnits(units);
        registry.addPeople(people(communities, units));
        streams.load(published.getFirst().area(), streets);
        cast.engage(communities);
        stationed.load();
        supplies.load();
    }

    private List<NewArea> publishedAreas() {
        Map<String, String> english = published.englishNames();
        Map<String, double[]> points = published.streetPoints();
        List<NewArea> areas = new ArrayList<>();
        for (PublicRecord.Unit unit : published.units()) {
            areas.add(area(unit, english, points));
        }
        return areas;
    }

    private NewArea area(PublicRecord.Unit unit, Map<String, String> english, Map<String, double[]> points) {
        AreaLevel level = AreaLevel.valueOf(unit.level().toUpperCase(java.util.Locale.ROOT));
        String path = unit.code()
                .substring(
                        0,
                        switch (level) {
                            case DISTRICT -> 6;
                            case STREET -> 9;
                            default -> 12;
                        });
        String kind = UnitKind.of(path, unit.name());
        boolean tasked = UnitKind.isTasked(kind);
        double[] at = position(level, path, points);
        Area area = new Area(
                ids.of("area", path),
                path,
                level,
                kind,
                unit.name(),
                english.getOrDefault(path, unit.name()),
                tasked,
                false,
                at.length == 0 ? null : at[0],
                at.length == 0 ? null : at[1]);
        return level == AreaLevel.COMMUNITY && tasked ? profiled(area) : NewArea.of(area);
    }

    /** Streets stand where they were published; a community is put somewhere in its street, which is scenario. */
    private double[] position(AreaLevel level, String path, Map<String, double[]> points) {
        if (level == AreaLevel.DISTRICT) {
            return new double[] {31.15, 121.63};
        }
        double[] street = points.get(path.substring(0, 9));
        if (street == null || level == AreaLevel.STREET) {
            return street == null ? new double[0] : street;
        }
        double spread = path.charAt(6) == '0' ? 0.010 : 0.028;
        long key = KeyedRandom.key(path);
        return new double[] {
            street[0] + spread * (2 * chance.uniform(key, 1) - 1), street[1] + spread * (2 * chance.uniform(key, 2) - 1)
        };
    }

    private NewArea profiled(Area community) {
        long key = KeyedRandom.key(community.path());
        String type = community.kind().equals("VILLAGERS_COMMITTEE") ? "VILLAGE" : TYPES[chance.below(4, key, 3)];
        return new NewArea(community, type, 700 + chance.below(1_500, key, 4), null, null, null);
    }

    private List<NewArea> gridsAndCompounds(List<Area> communities) {
        List<NewArea> areas = new ArrayList<>();
        for (Area community : communities) {
            long key = KeyedRandom.key(community.path());
            for (int grid = 1; grid <= 2; grid++) {
                areas.add(NewArea.of(
                        child(community, "G%02d".formatted(grid), AreaLevel.GRID, "GRID", grid + "号网格|Grid " + grid)));
            }
            int compounds = 1 + chance.below(2, key, 5);
            for (int number = 1; number <= compounds; number++) {
                areas.add(compound(community, number, key));
            }
        }
        return areas;
    }

    private NewArea compound(Area community, int number, long key) {
        Area area = child(
                community,
                "C%03d".formatted(number),
                AreaLevel.COMPOUND,
                "COMPOUND",
                COMPOUNDS[(chance.below(COMPOUNDS.length, key, 6) + number * 5) % COMPOUNDS.length]);
        boolean managed = chance.uniform(key, 7, number) > 0.22;
        String committee = managed ? (chance.uniform(key, 8, number) < 0.7 ? "OWNERS" : "PROPERTY") : "COURTYARD";
        String grid = community.path() + "G%02d".formatted(1 + (number - 1) % 2);
        return new NewArea(area, null, null, managed, committee, grid);
    }

    private Area child(Area parent, String suffix, AreaLevel level, String kind, String names) {
        String path = parent.path() + suffix;
        String[] name = names.split("\\|", 2);
        long key = KeyedRandom.key(path);
        Double latitude = parent.latitude();
        Double longitude = parent.longitude();
        return new Area(
                ids.of("area", path),
                path,
                level,
                kind,
                name[0],
                name[1],
                true,
                true,
                latitude == null ? null : latitude + 0.003 * (2 * chance.uniform(key, 1) - 1),
                longitude == null ? null : longitude + 0.003 * (2 * chance.uniform(key, 2) - 1));
    }

    private List<DutyPost> posts(List<NewArea> areas, List<Area> streets) {
        List<DutyPost> posts = new ArrayList<>();
        for (NewArea entry : areas) {
            if (entry.managed() != null) {
                posts.add(gate(entry.area(), entry.managed()));
            }
        }
        for (Area street : streets) {
            posts.add(service(street, "SCREENING_SITE", "采样点|screening site", "NURSE"));
            posts.add(service(street, "MEDICAL_TRANSPORT", "就医转运车|medical transport", "DRIVER"));
            posts.add(online(street, "ONLINE_CONSULTATION", "线上问诊|online consultation", "DOCTOR", 18));
            posts.add(online(street, "ONLINE_COUNSELLING", "线上心理咨询|online counselling", "COUNSELLOR", 20));
            posts.add(online(street, "ONLINE_TUTORING", "线上一对一辅导|online tutoring", "TEACHER", 19));
        }
        return posts;
    }

    /** Two hours of an evening. */
    private DutyPost online(Area street, String kind, String names, String skill, int from) {
        DutyPost post = service(street, kind, names, skill);
        return new DutyPost(
                post.id(),
                post.areaPath(),
                kind,
                post.name(),
                post.nameEn(),
                2,
                1,
                skill,
                post.latitude(),
                post.longitude(),
                true,
                LocalTime.of(from, 0),
                LocalTime.of(from + 2, 0));
    }

    private DutyPost gate(Area compound, boolean managed) {
        String[] gate = GATES[chance.below(4, KeyedRandom.key(compound.path()), 9)].split("\\|", 2);
        return post(
                compound,
                managed ? "CHECKPOINT" : "UNMANAGED_ENTRANCE",
                compound.name() + gate[0] + (managed ? "卡口" : "（无物业）"),
                compound.nameEn() + ", " + gate[1] + (managed ? "" : " (unmanaged)"),
                2,
                managed ? 1 : 2,
                null);
    }

    private DutyPost service(Area street, String kind, String names, String skill) {
        String[] name = names.split("\\|", 2);
        return post(street, kind, street.name() + name[0], street.nameEn() + ", " + name[1], 2, 1, skill);
    }

    private DutyPost post(
            Area area, String kind, String name, String nameEn, int places, int minimum, @Nullable String skill) {
        Double latitude = area.latitude();
        Double longitude = area.longitude();
        if (latitude == null || longitude == null) {
            throw new IllegalStateException("The area " + area.path() + " must have a position to hold a post.");
        }
        return DutyPost.at(
                ids.of("post", area.path(), kind),
                area.path(),
                kind,
                name,
                nameEn,
                places,
                minimum,
                skill,
                latitude,
                longitude);
    }

    private List<NewUnit> units(List<Area> streets) {
        String[] kinds = {
            "街道机关|street office|GOVERNMENT|STATIONED_UNIT|STREET",
            "社区卫生服务中心|community health centre|HEALTH|STATIONED_UNIT|DISTRICT",
            "青年社会服务社|youth service society|SOCIAL_ORGANISATION|NEW_ORGANISATION|PRIVATE",
            "科技园运营公司|science park company|ENTERPRISE|NEW_ORGANISATION|DISTRICT",
            "市属研究所|municipal institute|INSTITUTE|STATIONED_UNIT|CITY"
        };
        List<NewUnit> units = new ArrayList<>();
        for (Area street : streets) {
            for (String kind : kinds) {
                String[] part = kind.split("\\|", 5);
                String name = street.name() + part[0] + "（场景）";
                units.add(new NewUnit(
                        ids.of("unit", street.path(), part[0]),
                        name,
                        street.nameEn() + ", " + part[1] + " (scenario)",
                        part[2],
                        part[3],
                        street.path(),
                        UnitsScenario.affiliated(Affiliation.valueOf(part[4]))));
            }
        }
        return units;
    }

    private List<NewPerson> people(List<Area> communities, List<NewUnit> units) {
        Map<String, List<UUID>> unitsOf = new HashMap<>();
        units.forEach(unit -> unitsOf.computeIfAbsent(unit.areaPath(), street -> new ArrayList<>())
                .add(unit.id()));
        List<NewPerson> people = new ArrayList<>();
        for (int i = 0; i < POSTED + VOLUNTEERS; i++) {
            boolean posted = i < POSTED;
            Area home = communities.get(chance.below(communities.size(), 20, i));
            List<UUID> near = unitsOf.getOrDefault(home.path().substring(0, 9), List.of());
            String skill = skill(i);
            boolean eveningsOnly =
                    skill != null && List.of(ONLINE_SKILLS).contains(skill) && chance.uniform(29, i) < 0.5;
            people.add(new NewPerson(
                    ids.of("person", i),
                    SURNAMES[chance.below(SURNAMES.length, 21, i)] + GIVEN[chance.below(GIVEN.length, 22, i)],
                    posted ? Person.Kind.POSTED : Person.Kind.VOLUNTEER,
                    posted ? near.get(chance.below(near.size(), 23, i)) : null,
                    home.path(),
                    skill,
                    chance.uniform(26, i) < 0.95,
                    chance.uniform(27, i) < 0.93,
                    eveningsOnly ? EVENING : null,
                    eveningsOnly ? NIGHT : null));
        }
        return people;
    }

    private @Nullable String skill(int person) {
        if (chance.uniform(24, person) < 0.12) {
            return SKILLS[chance.below(SKILLS.length, 25, person)];
        }
        return chance.uniform(28, person) < 0.06 ? ONLINE_SKILLS[chance.below(ONLINE_SKILLS.length, 30, person)] : null;
    }
}
