package org.tongxin.app.platform.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongxin.app.platform.DistrictClock;
import org.tongxin.app.platform.Outcome;

class SheetReaderTest {

    private static final SheetLimits SMALL = new SheetLimits(100_000, 5, 4, 20, 1_000_000, 150, 8);
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private static final String SHEET = "xl/worksheets/sheet1.xml";

    private final List<SheetRow> rows = new ArrayList<>();

    /** The rows as one line, or the refusal. */
    private String read(byte[] file, SheetLimits limits) {
        rows.clear();
        Outcome<Integer> outcome = SheetReader.read(file, limits, rows::add);
        if (outcome instanceof Outcome.Refused<Integer> refused) {
            return refused.refusal().code() + refused.refusal().arguments();
        }
        assertThat(outcome.orThrow()).isEqualTo(rows.size());
        return String.join(
                " / ",
                rows.stream()
                        .map(row -> row.line() + ":" + String.join("|", row.cells()))
                        .toList());
    }

    private String read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8), SMALL);
    }

    private static byte[] zip(String... namesAndTexts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int place = 0; place < namesAndTexts.length; place += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[place]));
                zip.write(namesAndTexts[place + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    /** A workbook whose one sheet has these rows, as XML. */
    private static byte[] workbook(String prolog, String data) throws IOException {
        return zip(
                "xl/workbook.xml",
                HEAD
                        + "<workbook xmlns:r=\"r\"><sheets><sheet name=\"一\" sheetId=\"1\" r:id=\"rId7\"/></sheets></workbook>",
                "xl/_rels/workbook.xml.rels",
                HEAD + "<Relationships><Relationship Id=\"rId7\" Target=\"worksheets/sheet1.xml\"/></Relationships>",
                "xl/sharedStrings.xml",
                HEAD + "<sst><si><t>柳园</t></si><si><r><t>发热</t></r><r><t>门诊</t></r><rPh><t>x</t></rPh></si></sst>",
                "xl/styles.xml",
                HEAD + "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy&quot;年&quot;m\"/></numFmts>"
                        + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>",
                SHEET,
                HEAD + prolog + "<worksheet><sheetData>" + data + "</sheetData></worksheet>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"编号,个数\n柳园,12\n", "编号;个数\n柳园;12\n", "编号\t个数\r\n柳园\t12\r\n", "\"编号\",个数\n柳园, 12 "})
    void everySeparatorReadsTheSame(String text) {
        assertThat(read(text)).isEqualTo("1:编号|个数 / 2:柳园|12");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030"})
    void everyEncodingReadsTheSame(String charset) {
        byte[] file = "编号,个数\n柳园,12\n".getBytes(Charset.forName(charset));

        assertThat(read(file, SMALL)).isEqualTo("1:编号|个数 / 2:柳园|12");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstCell() {
        assertThat(read("\uFEFF编号,个数\n")).isEqualTo("1:编号|个数");
    }

    @Test
    void blankRowsAreLeftOutAndLinesStayThoseOfTheFile() {
        assertThat(read("a,b\n,\n\"c\nd\",e\nf,g\n")).isEqualTo("1:a|b / 3:c\nd|e / 5:f|g");
    }

    @Test
    void whatWeWriteReadsBackTheSameFromBothFormats() throws IOException {
        for (SheetFormat format : SheetFormat.values()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            new Sheets(new DistrictClock())
                    .write(out, format, List.of("编号", "个数"), row -> row.accept(Arrays.asList("=1+1", 12)));

            assertThat(read(out.toByteArray(), SheetLimits.USUAL))
                    .as(format.name())
                    .isEqualTo("1:编号|个数 / 2:=1+1|12");
        }
    }

    @Test
    void anXlsxFileGivesTextsNumbersAndDays() throws IOException {
        byte[] file = workbook(
                "",
                "<row r=\"3\"><c r=\"A3\" t=\"s\"><v>0</v></c><c r=\"C3\" t=\"s\"><v>1</v></c></row>"
                        + "<row><c t=\"inlineStr\"><is><t>丁</t><rPh><t>x</t></rPh></is></c><c><v>1.20E1</v></c>"
                        + "<c s=\"1\"><v>46107</v></c><c s=\"2\"><v>46107.5</v></c></row>");

        assertThat(read(file, SMALL)).isEqualTo("3:柳园||发热门诊 / 4:丁|12|2026-03-26|2026-03-26 12:00:00");
    }

    @Test
    void aFormulaIsNotWorkedOutAndItsKeptValueIsText() throws IOException {
        byte[] file = workbook(
                "",
                "<row r=\"1\"><c r=\"A1\" t=\"str\"><f>HYPERLINK(\"http://x\")</f><v>=2+2</v></c>"
                        + "<c r=\"B1\"><f>1+1</f><v>7</v></c><c r=\"C1\"><f>NOW()</f></c></row>");

        assertThat(read(file, SMALL)).isEqualTo("1:=2+2|7|");
    }

    @Test
    void anEntityIsNotFollowed() throws IOException {
        byte[] file = workbook(
                "<!DOCTYPE x [<!ENTITY secret SYSTEM \"file:///etc/hostname\">]>",
                "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>&secret;</v></c></row>");

        assertThat(read(file, SMALL)).isEqualTo("B-011[" + SHEET + "]");
        assertThat(rows).isEmpty();
    }

    @Test
    void entitiesThatMultiplyAreNotMultiplied() throws IOException {
        String bomb = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]>";
        byte[] file = zip("xl/sharedStrings.xml", HEAD + bomb + "<sst><si><t>&b;</t></si></sst>");

        assertThat(read(file, SMALL)).isEqualTo("B-011[xl/sharedStrings.xml]");
    }

    @Test
    void aZipBombIsNotUnpackedBeyondTheLimit() throws IOException {
        byte[] bomb = zip("xl/sharedStrings.xml", "<sst>" + " ".repeat(60_000_000) + "</sst>");

        assertThat(bomb.length).isLessThan(100_000);
        assertThat(read(bomb, SMALL)).isEqualTo("B-006[976]");
        assertThat(read(bomb, SheetLimits.USUAL)).startsWith("B-006[");
    }

    @Test
    void anArchiveOfManyPartsIsRefused() throws IOException {
        String[] parts = IntStream.range(0, 18)
                .mapToObj(place -> place % 2 == 0 ? "part" + place : "")
                .toArray(String[]::new);

        assertThat(read(zip(parts), SMALL)).isEqualTo("B-007[8]");
    }

    @Test
    void eachLimitNamesWhereItWasMet() throws IOException {
        assertThat(read(new byte[100_001], SMALL)).isEqualTo("B-001[100001, 100000]");
        assertThat(read("a\nb\nc\nd\ne\nf\n")).isEqualTo("B-003[5]");
        assertThat(read("a,b\n1,2,3,4,5\n")).isEqualTo("B-004[2, 5, 4]");
        assertThat(read("a,b\nc," + "长".repeat(21))).isEqualTo("B-005[2, 2, 21, 20]");
        String far = "<row r=\"2\"><c r=\"XFD2\"><v>1</v></c></row>";
        assertThat(read(workbook("", far), SMALL)).isEqualTo("B-004[2, 16384, 4]");
        String longText = "<row r=\"2\"><c r=\"A2\" t=\"str\"><v>" + "x".repeat(30) + "</v></c></row>";
        assertThat(read(workbook("", longText), SMALL)).startsWith("B-005[2, 1, ");
    }

    @Test
    void whatIsNoListIsRefused() throws IOException {
        assertThat(read("")).isEqualTo("B-010[]");
        assertThat(read(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1}, SMALL))
                .isEqualTo("B-008[]");
        assertThat(read(new byte[] {'x', 0, 'y'}, SMALL)).isEqualTo("B-002[]");
        assertThat(read(zip("readme.txt", "x"), SMALL)).isEqualTo("B-002[]");
        assertThat(read(workbook("", "<row r=\"1\"><c t=\"s\"><v>99</v></c></row>"), SMALL))
                .isEqualTo("B-002[]");
        byte[] whole = workbook("", "<row r=\"1\"><c><v>1</v></c></row>");
        assertThat(read(Arrays.copyOf(whole, whole.length / 2), SMALL)).isEqualTo("B-002[]");
    }
}
