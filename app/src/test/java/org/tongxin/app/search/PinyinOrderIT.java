package org.tongxin.app.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongxin.app.support.TestDistrict.DISTRICT;
import static org.tongxin.app.support.TestDistrict.OTHER;
import static org.tongxin.app.support.TestDistrict.STREET;
import static org.tongxin.app.support.TestDistrict.TODAY;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongxin.app.dispatch.Board;
import org.tongxin.app.organisation.DutyPost;
import org.tongxin.app.organisation.MemberUnit;
import org.tongxin.app.organisation.MemberUnits;
import org.tongxin.app.organisation.Registry;
import org.tongxin.app.platform.Ids;
import org.tongxin.app.platform.Sought;
import org.tongxin.app.resources.Holder;
import org.tongxin.app.resources.HolderKind;
import org.tongxin.app.resources.Holders;
import org.tongxin.app.resources.Storehouse;
import org.tongxin.app.support.PostgresTest;
import org.tongxin.app.support.TestDistrict;

/** What people look for by name comes by the sound of its name, wherever it lies. */
@SpringBootTest(properties = "tongxin.mode=operation")
@PostgresTest(ownDatabase = true)
@Import({TestDistrict.class, Storehouse.class})
class PinyinOrderIT {

    /** An, chong, di, zhong: the second is read zhong in other words. */
    private static final List<String> SPOKEN = List.of("安心", "重庆路", "地段", "中心");

    @Autowired
    TestDistrict district;

    @Autowired
    Storehouse house;

    @Autowired
    Registry registry;

    @Autowired
    MemberUnits units;

    @Autowired
    Holders holders;

    @Autowired
    Board board;

    @Autowired
    Ids ids;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void open() {
        house.open();
    }

    @AfterEach
    void close() {
        district.settle();
        district.close();
    }

    /** The first in the order of codes is the last in that of names. */
    private static String place(String name) {
        return name.equals("安心") || name.equals("地段") ? OTHER : STREET;
    }

    @Test
    void unitsComeByTheirNames() {
        registry.addUnits(SPOKEN.reversed().stream()
                .map(name -> new Registry.NewUnit(
                        ids.of("unit", name),
                        name,
                        name,
                        "INSTITUTE",
                        "STATIONED_UNIT",
                        place(name),
                        TestDistrict.underDistrict()))
                .toList());
        assertThat(units.page(DISTRICT, null, Sought.of(""), null).rows())
                .extracting(MemberUnit::name)
                .containsExactlyElementsOf(SPOKEN);
        assertThat(units.list(DISTRICT)).extracting(MemberUnit::name).containsExactlyElementsOf(SPOKEN);
    }

    @Test
    void postsComeByTheirNamesPageByPage() {
        registry.addPosts(SPOKEN.stream()
                .map(name -> DutyPost.at(
                        ids.of("post", name), place(name), "CHECKPOINT", name, name, 2, 1, null, 31.2, 121.5))
                .toList());
        SPOKEN.forEach(name -> jdbc.sql("insert into shift_post (shift_day, post_id, area_path) values (?, ?, ?)")
                .params(TODAY, ids.of("post", name), place(name))
                .update());
        List<Board.Line> first = board.posts(TODAY, DISTRICT, "", null, 2);
        UUID last = first.getLast().postId();
        assertThat(first).extracting(Board.Line::name).containsExactlyElementsOf(SPOKEN.subList(0, 2));
        assertThat(board.posts(TODAY, DISTRICT, "", last, 9))
                .extracting(Board.Line::name)
                .containsExactlyElementsOf(SPOKEN.subList(2, 4));
    }

    @Test
    void placesOfGoodsComeByTheirNames() {
        for (String name : List.of("中心库", "地段库", "安心库")) {
            house.place(HolderKind.WAREHOUSE, name, place(name.substring(0, 2)));
        }
        assertThat(holders.page(DISTRICT, Sought.of(""), null).rows())
                .extracting(Holder::name)
                .containsSubsequence("安心库", "地段库", "中心库");
    }
}
