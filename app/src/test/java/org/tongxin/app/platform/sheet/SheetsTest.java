package org.tongxin.app.platform.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongxin.app.platform.DistrictClock;

class SheetsTest {

    private static final List<String> HEAD = List.of("编号", "内容", "时间");

    @TempDir
    Path folder;

    private final Sheets sheets = new Sheets(new DistrictClock());

    private byte[] written(SheetFormat format, Sheets.Rows rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        sheets.write(out, format, HEAD, rows);
        return out.toByteArray();
    }

    private String sheet(byte[] file, int number) throws IOException {
        Path path = Files.write(folder.resolve("list.xlsx"), file);
        try (ZipFile zip = new ZipFile(path.toFile())) {
            ZipEntry entry = zip.getEntry("xl/worksheets/sheet" + number + ".xml");
            return new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void aCsvFileHasAByteOrderMarkAndTheDistrictsTime() throws IOException {
        String file = new String(
                written(
                        SheetFormat.CSV,
                        row -> row.accept(Arrays.asList(7, "“一”,\n二", Instant.parse("2026-03-26T02:30:00Z")))),
                StandardCharsets.UTF_8);

        assertThat(file).startsWith("\uFEFF编号,内容,时间");
        assertThat(file).contains("7,\"“一”,\n二\",2026-03-26 10:30:00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+86", "-2", "@x", "\tx", "\rx"})
    void noCellOfACsvFileIsAFormula(String text) throws IOException {
        String file = new String(
                written(SheetFormat.CSV, row -> row.accept(Arrays.asList(-5, text, null))), StandardCharsets.UTF_8);

        assertThat(file).contains("'" + text).contains("-5,");
        assertThat(Cells.plain(Cells.safe(text))).isEqualTo(text);
    }

    @Test
    void anXlsxFileHasNumbersAsNumbersAndTextsAsTexts() throws IOException {
        String sheet = sheet(written(SheetFormat.XLSX, row -> row.accept(Arrays.asList(42, "=1+1 & <b>", null))), 1);

        assertThat(sheet).contains("<v>42</v>").contains("=1+1 &amp; &lt;b&gt;").doesNotContain("<f>");
    }

    @Test
    void aLongListIsHandedOnRowByRow() throws IOException {
        byte[] file = written(
                SheetFormat.XLSX,
                row -> IntStream.range(0, 20_000).forEach(number -> row.accept(Arrays.asList(number, "行", null))));

        assertThat(sheet(file, 1)).contains("<v>19999</v>");
    }
}
