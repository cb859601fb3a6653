package org.tongxin.app.forms;

import static org.tongxin.app.support.TestDistrict.OTHER;
import static org.tongxin.app.support.TestDistrict.STREET;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Forms as superiors make them. */
final class StrangeForms {

    static final Charset GB18030 = Charset.forName("GB18030");

    private StrangeForms() {}

    /** A title, heads of two lines that are drawn as one, codes, a total that works itself out, a colour, notes below. */
    static byte[] merged() {
        return book(book -> {
            XSSFSheet sheet = book.createSheet("日报");
            texts(sheet, 0, "全市疫情日报表（各区报）");
            texts(sheet, 1, "填报日期：____年__月__日");
            texts(sheet, 2, "序号", "单位代码", "街镇", "疫情", "", "", "备注");
            texts(sheet, 3, "", "", "", "发热门诊就诊人次", "社会面新增病例（例）", "累计社会面病例", "");
            merge(sheet, "A1:G1", "A3:A4", "B3:B4", "C3:C4", "D3:F3", "G3:G4");
            place(sheet, 4, 1, STREET, "东临区柳荫街道");
            place(sheet, 5, 2, OTHER, "东临区梅溪镇");
            place(sheet, 6, 3, "990100999", "临江新区");
            sheet.getRow(4).getCell(3).setCellValue(99);
            Row total = sheet.createRow(7);
            total.createCell(0).setCellValue("合 计");
            total.createCell(3).setCellFormula("SUM(D5:D7)");
            total.createCell(4).setCellFormula("SUM(E5:E7)");
            merge(sheet, "A8:C8");
            texts(sheet, 8, "注：社会面指社区筛查发现。");
            XSSFCellStyle orange = book.createCellStyle();
            orange.setFillForegroundColor(IndexedColors.ORANGE.index);
            orange.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            sheet.getRow(4).getCell(3).setCellStyle(orange);
        });
    }

    private static void place(XSSFSheet sheet, int row, int number, String code, String name) {
        Row line = sheet.createRow(row);
        line.createCell(0).setCellValue(number);
        line.createCell(1).setCellValue(Double.parseDouble(code));
        line.createCell(2).setCellValue(name);
        line.createCell(3);
        line.createCell(4);
        line.createCell(5);
    }

    /** Two tables below each other in GB18030, places by name or by a code in full-width digits, totals in plain cells. */
    static byte[] chinese() {
        return ("""
                每日情况汇总,,,
                ,,统计日期,
                街镇名称,一线情况,,说明
                ,发热门诊接诊,社会面发现病例,
                柳荫街道,,7,
                ９９０１００００２,,,镇
                小计,,,
                ,,,
                街道,值守力量,缺口人数,
                柳荫,,,
                梅溪,,,
                总计,,,
                填表人：,,,
                """).replace("\n", "\r\n").getBytes(GB18030);
    }

    /** Places across and figures down, and a total column in the middle. */
    static byte[] across() {
        return book(book -> {
            XSSFSheet sheet = book.createSheet("横表");
            texts(sheet, 0, "各街镇情况");
            texts(sheet, 1, "指标", "单位", "柳荫街道", "合计", "梅溪镇");
            texts(sheet, 2, "发热门诊人次", "人次", "", "", "");
            texts(sheet, 3, "其中：社会面病例", "例", "", "", "");
            texts(sheet, 4, "独居老人数", "人", "", "", "");
            merge(sheet, "A1:E1");
        });
    }

    /** One line for the whole territory. */
    static byte[] whole() {
        return "日期,发热门诊就诊,社会面发现,与昨日相比\n,,,\n".getBytes(GB18030);
    }

    static byte[] book(Consumer<XSSFWorkbook> fill) {
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            fill.accept(book);
            book.write(out);
            return out.toByteArray();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static void texts(XSSFSheet sheet, int number, String... texts) {
        Row row = sheet.createRow(number);
        for (int column = 0; column < texts.length; column++) {
            row.createCell(column).setCellValue(texts[column]);
        }
    }

    private static void merge(XSSFSheet sheet, String... groups) {
        for (String group : groups) {
            sheet.addMergedRegion(CellRangeAddress.valueOf(group));
        }
    }
}
