package org.tongxin.app.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongxin.app.support.PostgresTest;

/** Lists read page by page: every row once, whatever is added meanwhile. */
@SpringBootTest(properties = "tongxin.mode=operation")
@PostgresTest(ownDatabase = true)
class KeysetIT {

    private static final int SIZE = 7;
    private static final Keyset ORDER = new Keyset("paged_row", "r", "@.closed", "@.weight desc", "@.name");

    @Autowired
    JdbcClient jdbc;

    record Row(UUID id, boolean closed, int weight, String name) {}

    @BeforeEach
    void table() {
        jdbc.sql("drop table if exists paged_row").update();
        jdbc.sql("create table paged_row (id uuid primary key, closed boolean not null, weight int not null,"
                        + " name text not null)")
                .update();
        for (int i = 0; i < 60; i++) {
            add(i % 2 == 0, i % 3, List.of("陈行", "曹路", "北蔡").get(i % 4 % 3));
        }
    }

    private UUID add(boolean closed, int weight, String name) {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into paged_row values (?, ?, ?, ?)")
                .params(id, closed, weight, name)
                .update();
        return id;
    }

    private Paged<Row> page(String after) {
        return ORDER.read(
                jdbc,
                "select * from paged_row r where :any = 'any' and",
                Map.of("any", "any"),
                Row.class,
                Seen.of(after),
                SIZE,
                Row::id);
    }

    private List<UUID> sorted() {
        return jdbc.sql("select id from paged_row order by closed, weight desc, name, id")
                .query(UUID.class)
                .list();
    }

    @Test
    void pagesGiveEveryRowOnceInOrderAlsoWhereManyAreAlike() {
        List<UUID> seen = new ArrayList<>();
        Paged<Row> page = page("");
        assertThat(page.first()).isTrue();
        while (true) {
            page.rows().forEach(row -> seen.add(row.id()));
            if (page.next() == null) {
                break;
            }
            assertThat(page.rows()).hasSize(SIZE);
            page = page(page.next());
            assertThat(page.first()).isFalse();
        }
        assertThat(seen).isEqualTo(sorted());
    }

    @Test
    void rowsAddedWhileSomebodyReadsMoveNothing() {
        List<UUID> before = sorted();
        List<UUID> seen = new ArrayList<>();
        String next = "";
        while (next != null) {
            Paged<Row> page = page(next);
            page.rows().forEach(row -> seen.add(row.id()));
            next = page.next();
            add(false, 9, "排在最前");
        }
        assertThat(seen).doesNotHaveDuplicates().containsAll(before);
    }

    @Test
    void aRowThatWasDecidedOrIsGoneKeepsItsPlaceForWhoSawIt() {
        List<UUID> before = sorted();
        Paged<Row> page = page("");
        UUID last = page.rows().getLast().id();
        jdbc.sql("update paged_row set closed = true, weight = 0 where id = ?")
                .param(last)
                .update();
        assertThat(page(page.next()).rows().stream().map(Row::id)).isEqualTo(before.subList(SIZE, 2 * SIZE));

        jdbc.sql("delete from paged_row where id = ?").param(last).update();
        assertThat(page(page.next()).rows().stream().map(Row::id)).isEqualTo(before.subList(SIZE, 2 * SIZE));
    }

    record Computed(UUID id, long share) {}

    private static final ComputedKeyset BY_SHARE =
            new ComputedKeyset("share bigint, name text", "@.share desc", "@.name");

    private Paged<Computed> byShare(String after) {
        return BY_SHARE.read(
                jdbc,
                "select r.id, r.name, (select count(*) from paged_row o where o.weight = r.weight and o.closed = r.closed)"
                        + " as share from paged_row r where :any = 'any'",
                Map.of("any", "any"),
                Computed.class,
                Seen.of(after),
                SIZE);
    }

    @Test
    void whatTheQueryWorksOutSortsTheRowsAsItStoodWhenTheyWereSeen() {
        for (int i = 0; i < 5; i++) {
            add(true, 2, "金桥");
        }
        List<UUID> sorted = jdbc.sql("select r.id from paged_row r order by (select count(*) from paged_row o"
                        + " where o.weight = r.weight and o.closed = r.closed) desc, r.name, r.id")
                .query(UUID.class)
                .list();
        List<UUID> seen = new ArrayList<>();
        String next = "";
        while (next != null) {
            Paged<Computed> page = byShare(next);
            page.rows().forEach(row -> seen.add(row.id()));
            next = page.next();
        }
        assertThat(seen).isEqualTo(sorted);
        assertThat(byShare(new Seen("{\"share\": \"many\"}").text()).rows())
                .isEqualTo(byShare("").rows());
    }

    @Test
    void anAddressThatSaysNothingOfARowAsksForTheFirstPage() {
        assertThat(page(new Seen("{\"closed\": \"perhaps\"}").text()).rows()).isEqualTo(page("").rows());
        assertThat(page(new Seen("{'; drop table").text()).rows()).isEqualTo(page("").rows());
        assertThat(page("'; drop table").rows()).isEqualTo(page("").rows());
        assertThat(page("  ").first()).isTrue();
    }
}
