package org.tongxin.app.surveillance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.tongxin.app.platform.Outcome;

class CountFileTest {

    private static final String TEXT =
            "point,day,value,reason\nclinic-3,2026-03-25,25,\nclinic-4,2026-03-25,0,recount\n";

    private static byte[] workbook() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("1");
            for (String name : new String[] {"point", "day", "value", "reason"}) {
                sheet.value(0, CountFile.HEAD.indexOf(name), name);
            }
            put(sheet, 1, "clinic-3", 25);
            put(sheet, 2, "clinic-4", 0);
            sheet.value(2, 3, "recount");
        }
        return out.toByteArray();
    }

    private static void put(Worksheet sheet, int line, String point, int value) {
        sheet.value(line, 0, point);
        sheet.value(line, 1, LocalDate.of(2026, 3, 25));
        sheet.style(line, 1).format("yyyy-mm-dd").set();
        sheet.value(line, 2, value);
    }

    @Test
    void aWorkbookIsReadAsTheSameCsvFileIs() throws IOException {
        CountFile.Content csv =
                CountFile.read(TEXT.getBytes(StandardCharsets.UTF_8)).orThrow();

        assertThat(CountFile.read(workbook()).orThrow()).isEqualTo(csv);
        assertThat(csv.rows()).hasSize(2);
    }

    @Test
    void halfAWorkbookIsRefusedInWords() throws IOException {
        byte[] whole = workbook();

        assertThat(CountFile.read(Arrays.copyOf(whole, whole.length / 2))).isEqualTo(Outcome.refused("B-002"));
    }
}
