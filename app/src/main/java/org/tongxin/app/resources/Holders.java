package org.tongxin.app.resources;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.identity.Role;
import org.tongxin.app.organisation.Area;
import org.tongxin.app.organisation.AreaLevel;
import org.tongxin.app.organisation.Organisation;
import org.tongxin.app.platform.Keyset;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.Paged;
import org.tongxin.app.platform.Seen;
import org.tongxin.app.platform.Sought;

/** The accounts of the ledger. Thread-safe. */
@Service
public class Holders {

    private static final String SELECT = """
            select h.id, h.kind, h.name, h.name_en, h.area_path, a.name as area_name, a.name_en as area_name_en,
                   h.scenario, a.latitude, a.longitude
            from supply_holder h join area a on a.path = h.area_path
            where h.area_path >= :territory and h.area_path < :territory || '~'
            """;

    private static final String PLACES = " and h.kind in ('WAREHOUSE', 'UNIT', 'COMMUNITY_STORE')";

    private static final String MATCHING = " and"
            + Sought.matches(
                    "h.area_path", "h.name || ' ' || h.name_en || ' ' || a.name || ' ' || a.name_en", "a.spelling");

    /** Names are in the order of their pinyin, since that is the database's. */
    private static final Keyset BY_NAME = new Keyset(
            "supply_holder", "h", "case @.kind when 'WAREHOUSE' then 0 when 'UNIT' then 1 else 2 end", "@.name");

    private final JdbcClient jdbc;
    private final Clerk clerk;
    private final Organisation organisation;

    Holders(JdbcClient jdbc, Clerk clerk, Organisation organisation) {
        this.jdbc = jdbc;
        this.clerk = clerk;
        this.organisation = organisation;
    }

    public Optional<Holder> find(UUID id, String territory) {
        return jdbc.sql(SELECT + " and h.id = :id")
                .param("territory", territory)
                .param("id", id)
                .query(Holder.class)
                .optional();
    }

    /** Those of one kind in a territory, by place and name. */
    public List<Holder> list(HolderKind kind, String territory) {
        return jdbc.sql(SELECT + " and h.kind = :kind order by h.name, h.id")
                .param("territory", territory)
                .param("kind", kind.name())
                .query(Holder.class)
                .list();
    }

    /** A page of the places where goods lie, by kind and name. @param sought only those whose name, place or its pinyin fits; nothing for all */
    public Paged<Holder> page(String territory, Sought sought, @Nullable Seen after) {
        return BY_NAME.read(
                jdbc,
                SELECT + PLACES + MATCHING + " and",
                parameters(territory, sought),
                Holder.class,
                after,
                Paged.SIZE,
                Holder::id);
    }

    /** How many {@link #page} gives in all. */
    public int count(String territory, Sought sought) {
        return jdbc.sql("select count(*)::int from (" + SELECT + PLACES + MATCHING + ") h")
                .params(parameters(territory, sought))
                .query(Integer.class)
                .single();
    }

    private static Map<String, ?> parameters(String territory, Sought sought) {
        return Map.of("territory", territory, "words", sought.words(), "letters", sought.letters());
    }

    /** The duty officer opens a warehouse or the store of a unit. */
    @Transactional
    public Outcome<Holder> open(
            Actor actor, HolderKind kind, String name, String nameEn, String areaPath, boolean scenario) {
        if (actor.role() != Role.DUTY_OFFICER) {
            return Outcome.refused("I-003", actor.role());
        }
        if (organisation.findArea(areaPath).isEmpty() || !actor.covers(areaPath)) {
            return Outcome.refused("G-005", areaPath);
        }
        if (name.isBlank() || nameEn.isBlank() || (kind != HolderKind.WAREHOUSE && kind != HolderKind.UNIT)) {
            return Outcome.refused("G-030", name.isBlank() ? "-" : name);
        }
        UUID id = clerk.id("supply-holder", kind, areaPath, name.strip());
        insert(id, kind, name.strip(), nameEn.strip(), areaPath, scenario);
        clerk.audit(actor, "supply.placeOpened", id.toString(), Map.of("kind", kind.name(), "name", name));
        return Outcome.accepted(find(id, "").orElseThrow());
    }

    private void insert(UUID id, HolderKind kind, String name, String nameEn, String areaPath, boolean scenario) {
        jdbc.sql("insert into supply_holder (id, kind, name, name_en, area_path, scenario)"
                        + " values (?, ?, ?, ?, ?, ?) on conflict (id) do nothing")
                .params(id, kind.name(), name, nameEn, areaPath, scenario)
                .update();
    }

    /** The store of a street or community, opened when it is first needed; empty where there is no such place. */
    @Transactional
    public Optional<Holder> store(String areaPath) {
        return organisation
                .findArea(areaPath)
                .filter(area ->
                        area.tasked() && (area.level() == AreaLevel.STREET || area.level() == AreaLevel.COMMUNITY))
                .map(this::store);
    }

    private Holder store(Area area) {
        UUID id = clerk.id("supply-holder", HolderKind.COMMUNITY_STORE, area.path());
        Optional<Holder> known = find(id, "");
        if (known.isEmpty()) {
            insert(
                    id,
                    HolderKind.COMMUNITY_STORE,
                    area.name() + "物资点",
                    area.nameEn() + ", supply point",
                    area.path(),
                    area.scenario());
        }
        return known.or(() -> find(id, "")).orElseThrow();
    }

    /** The one account of the district for goods on the road, or for a part of the world outside. */
    UUID account(HolderKind kind) {
        if (kind == HolderKind.WAREHOUSE || kind.receives()) {
            throw new IllegalArgumentException(
                    "The kind " + kind + " has many accounts. Ask for the one that is meant by its id.");
        }
        UUID id = clerk.id("supply-holder", kind);
        boolean known = jdbc.sql("select exists (select 1 from supply_holder where id = ?)")
                .param(id)
                .query(Boolean.class)
                .single();
        if (!known) {
            AccountNames names = AccountNames.valueOf(kind.name());
            insert(
                    id,
                    kind,
                    names.chinese(),
                    names.english(),
                    organisation.district().path(),
                    false);
        }
        return id;
    }

    /** How the accounts that stand for the district or for the world outside are called. */
    private enum AccountNames {
        IN_TRANSIT("在途", "On the road"),
        OPENING("期初盘点", "First stock-taking"),
        DONOR("捐赠方", "Donors"),
        SUPPLIER("供应商", "Suppliers"),
        OTHER_DISTRICT("外区", "Other districts"),
        OWNER("征用物权利人", "Owners of requisitioned goods"),
        CONSUMED("已发放使用", "Handed out and used"),
        LOST("损耗和差额", "Losses and differences");

        private final String chinese;
        private final String english;

        AccountNames(String chinese, String english) {
            this.chinese = chinese;
            this.english = english;
        }

        String chinese() {
            return chinese;
        }

        String english() {
            return english;
        }
    }
}
