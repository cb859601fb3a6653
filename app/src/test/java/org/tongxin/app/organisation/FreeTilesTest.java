package org.tongxin.app.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** No street is missing from a drawing, and none moves because another came. */
class FreeTilesTest {

    private static StreetTile street(String path, int row, int column) {
        return new StreetTile(path, path, path, row, column, "");
    }

    @Test
    void aStreetWithoutATileGetsTheFirstFreeOneAndTheOthersStay() {
        assertThat(FreeTiles.given(List.of(
                        street("a", 0, 0),
                        street("b", -1, -1),
                        street("c", 0, 1),
                        street("d", -1, -1),
                        street("e", 6, 6))))
                .extracting(StreetTile::path, StreetTile::row, StreetTile::column)
                .containsExactly(
                        Tuple.tuple("a", 0, 0),
                        Tuple.tuple("b", 0, 2),
                        Tuple.tuple("c", 0, 1),
                        Tuple.tuple("d", 0, 3),
                        Tuple.tuple("e", 6, 6));
    }
}
