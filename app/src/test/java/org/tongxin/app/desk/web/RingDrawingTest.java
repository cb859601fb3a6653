package org.tongxin.app.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RingDrawingTest {

    private final RingDrawing drawing = new RingDrawing(36, 5);

    @Test
    void cellsOfARingTouchAndLeaveTheGapAtTwelve() {
        for (int sector = 0; sector + 1 < 36; sector++) {
            String cell = drawing.cell(sector, 2);
            String next = drawing.cell(sector + 1, 2);
            assertThat(outerEnd(cell)).isEqualTo(outerStart(next));
        }
        assertThat(Double.parseDouble(outerStart(drawing.cell(0, 4)).split(" ")[0]))
                .isGreaterThan(RingDrawing.WIDTH / 2.0 + 50);
        assertThat(Double.parseDouble(outerEnd(drawing.cell(35, 4)).split(" ")[0]))
                .isLessThan(RingDrawing.WIDTH / 2.0 - 50);
    }

    @Test
    void namesNeverCoverEachOtherAndStayInTheDrawing() {
        List<RingDrawing.Label> labels = drawing.labels(IntStream.range(0, 36)
                .mapToObj(sector -> new RingDrawing.Named(sector, "街镇" + sector))
                .toList());
        assertThat(labels).hasSize(36);
        for (String side : List.of("start", "end")) {
            double[] heights = labels.stream()
                    .filter(label -> label.anchor().equals(side))
                    .mapToDouble(label -> Double.parseDouble(label.y()))
                    .toArray();
            assertThat(heights).hasSize(18);
            for (int index = 1; index < heights.length; index++) {
                assertThat(heights[index] - heights[index - 1]).isGreaterThanOrEqualTo(17.9);
            }
            assertThat(heights[0]).isGreaterThan(0);
            assertThat(heights[17]).isLessThan(RingDrawing.HEIGHT);
        }
    }

    private static String outerStart(String cell) {
        return cell.substring(1, cell.indexOf(" A"));
    }

    private static String outerEnd(String cell) {
        String arc = cell.substring(cell.indexOf(" A") + 2, cell.indexOf(" L"));
        return arc.substring(arc.indexOf("0 0 1 ") + 6);
    }
}
