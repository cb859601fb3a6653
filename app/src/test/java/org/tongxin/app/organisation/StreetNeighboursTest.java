package org.tongxin.app.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which drawn streets touch. */
class StreetNeighboursTest {

    @Test
    void streetsTouchWhereTheyShareAnEdgeAndNotWhereTheyShareACorner() {
        List<StreetTile> tiles = List.of(
                tile("990100001", "M0 0L10 0L10 10L0 10Z"),
                tile("990100002", "M10 0L20 0L20 10L11 10Z"),
                tile("990100003", "M20 10L30 10L30 20L20 20Z"));

        assertThat(StreetNeighbours.of(tiles))
                .containsEntry("990100001", List.of("990100002"))
                .containsEntry("990100002", List.of("990100001"))
                .containsEntry("990100003", List.of());
    }

    private static StreetTile tile(String path, String outline) {
        return new StreetTile(path, path, path, 0, 0, outline);
    }
}
