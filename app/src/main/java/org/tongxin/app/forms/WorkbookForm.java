package org.tongxin.app.forms;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.ss.formula.FormulaParseException;
import org.apache.poi.ss.formula.eval.NotImplementedException;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFFormulaEvaluator;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.tongxin.app.platform.Outcome;
import org.tongxin.app.platform.sheet.WorkbookGuard;

/** A form as XLSX. Only the cells that are filled change; what works itself out is worked out anew. */
final class WorkbookForm implements FormFile {

    private static final String SOURCES = "来源 Sources";
    /** Groups of cells drawn as one; suggested value, some for each column of the widest head and each line of many. */
    private static final int MOST_MERGED = 2_000;

    private static final int LONGEST_COLUMN = 60;
    private static final int CHARACTER = 256;

    static {
        ZipSecureFile.setMaxEntrySize(LIMITS.inflatedBytes());
        ZipSecureFile.setMaxFileCount(LIMITS.parts());
        ZipSecureFile.setMinInflateRatio(1.0 / LIMITS.ratio());
    }

    private final byte[] packed;
    private final List<Grid> sheets;

    private WorkbookForm(byte[] packed, List<Grid> sheets) {
        this.packed = packed;
        this.sheets = sheets;
    }

    static Outcome<FormFile> open(byte[] bytes) {
        Outcome<byte[]> checked = WorkbookGuard.checked(bytes, LIMITS);
        if (checked instanceof Outcome.Refused<byte[]> refused) {
            return new Outcome.Refused<>(refused.refusal());
        }
        byte[] packed = checked.orThrow();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(packed))) {
            List<Grid> sheets = new ArrayList<>();
            for (int number = 0; number < book.getNumberOfSheets(); number++) {
                Sheet sheet = book.getSheetAt(number);
                if (sheet.getLastRowNum() >= LIMITS.rows()) {
                    return Outcome.refused("B-003", LIMITS.rows());
                }
                Outcome<Grid> grid = grid(sheet, book.isSheetHidden(number) || book.isSheetVeryHidden(number));
                if (grid instanceof Outcome.Refused<Grid> refused) {
                    return new Outcome.Refused<>(refused.refusal());
                }
                sheets.add(grid.orThrow());
            }
            boolean blank = sheets.stream().allMatch(sheet -> sheet.height() == 0);
            return blank ? Outcome.refused("B-010") : Outcome.accepted(new WorkbookForm(packed, sheets));
        } catch (IOException | RuntimeException broken) {
            // The library has no type of its own for a workbook that contradicts itself.
            return Outcome.refused("B-002");
        }
    }

    private static Outcome<Grid> grid(Sheet sheet, boolean hidden) {
        DataFormatter formatter = new DataFormatter(Locale.CHINA);
        List<List<String>> rows = new ArrayList<>();
        Set<Address> formulas = new HashSet<>();
        for (int number = 0; !hidden && number <= sheet.getLastRowNum(); number++) {
            List<String> texts = new ArrayList<>();
            Row row = sheet.getRow(number);
            int width = row == null ? 0 : Math.max(0, row.getLastCellNum());
            if (width > LIMITS.columns()) {
                return Outcome.refused("B-004", number + 1, width, LIMITS.columns());
            }
            for (int column = 0; row != null && column < width; column++) {
                Cell cell = row.getCell(column);
                String text = cell == null ? "" : text(cell, formatter);
                if (text.length() > LIMITS.characters()) {
                    return Outcome.refused("B-005", number + 1, column + 1, text.length(), LIMITS.characters());
                }
                texts.add(text);
                if (cell != null && cell.getCellType() == CellType.FORMULA) {
                    formulas.add(new Address(number, column));
                }
            }
            rows.add(texts);
        }
        if (sheet.getNumMergedRegions() > MOST_MERGED) {
            return Outcome.refused("T-020", MOST_MERGED);
        }
        List<Grid.Merged> merged = sheet.getMergedRegions().stream()
                .map(group -> new Grid.Merged(
                        group.getFirstRow(), group.getFirstColumn(), group.getLastRow(), group.getLastColumn()))
                .toList();
        return Outcome.accepted(new Grid(sheet.getSheetName(), rows, formulas, hidden ? List.of() : merged));
    }

    /** As the reader sees it; of a formula what the file last worked out; a long code with all its digits. */
    private static String text(Cell cell, DataFormatter formatter) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case STRING -> cell.getStringCellValue().strip();
            case BOOLEAN -> Boolean.toString(cell.getBooleanCellValue());
            case NUMERIC -> number(cell, formatter);
            default -> "";
        };
    }

    private static String number(Cell cell, DataFormatter formatter) {
        String format = cell.getCellStyle().getDataFormatString();
        double value = cell.getNumericCellValue();
        if (format == null || format.equalsIgnoreCase("General")) {
            BigDecimal exact = BigDecimal.valueOf(value);
            return exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
        }
        short index = cell.getCellStyle().getDataFormat();
        return DateUtil.isADateFormat(index, format)
                ? DateUtil.getLocalDateTime(value).toLocalDate().toString()
                : formatter.formatRawCellContents(value, index, format).strip();
    }

    @Override
    public List<Grid> sheets() {
        return sheets;
    }

    @Override
    public byte[] filled(FormMapping mapping, Filled filled, List<List<@Nullable Object>> sources) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(packed.length * 2);
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(packed))) {
            Sheet sheet = book.getSheetAt(mapping.sheet());
            filled.lefts().forEach(left -> cell(sheet, left.at()).setBlank());
            Emptied.of(mapping, filled, sheets.get(mapping.sheet()))
                    .forEach(at -> cell(sheet, at).setBlank());
            filled.puts()
                    .forEach(
                            put -> cell(sheet, put.at()).setCellValue(put.held().value()));
            filled.sums().stream().filter(sum -> !sum.formula()).forEach(sum -> {
                Cell cell = cell(sheet, sum.at());
                if (sum.known() == 0) {
                    cell.setBlank();
                } else {
                    cell.setCellValue(sum.value());
                }
            });
            filled.date().forEach(written -> cell(sheet, written.at()).setCellValue(written.text()));
            addSources(book, sources);
            workOut(book);
            book.write(out);
        } catch (IOException broken) {
            throw new UncheckedIOException("A workbook that was opened before must open again.", broken);
        }
        return out.toByteArray();
    }

    /** Keeps the style of the cell. */
    private static Cell cell(Sheet sheet, Address at) {
        Row row = sheet.getRow(at.row()) == null ? sheet.createRow(at.row()) : sheet.getRow(at.row());
        return row.getCell(at.column(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
    }

    /** What this library cannot work out, the spreadsheet does when it opens the file. */
    private static void workOut(XSSFWorkbook book) {
        XSSFFormulaEvaluator evaluator = new XSSFFormulaEvaluator(book);
        for (Sheet sheet : book) {
            for (Row row : sheet) {
                for (Cell cell : row) {
                    if (cell.getCellType() == CellType.FORMULA) {
                        workOut(evaluator, cell);
                    }
                }
            }
        }
        book.setForceFormulaRecalculation(true);
    }

    private static void workOut(XSSFFormulaEvaluator evaluator, Cell cell) {
        try {
            evaluator.evaluateFormulaCell(cell);
        } catch (NotImplementedException
                | FormulaParseException
                | IllegalStateException
                | IllegalArgumentException no) {
            // Its value is left as it was; the file asks for working out anew.
        }
    }

    private static void addSources(XSSFWorkbook book, List<List<@Nullable Object>> sources) {
        if (sources.isEmpty()) {
            return;
        }
        int number = 1;
        String name = SOURCES;
        while (book.getSheet(name) != null) {
            number++;
            name = SOURCES + " " + number;
        }
        Sheet sheet = book.createSheet(name);
        for (int line = 0; line < sources.size(); line++) {
            Row row = sheet.createRow(line);
            for (int column = 0; column < sources.get(line).size(); column++) {
                Object value = sources.get(line).get(column);
                if (value instanceof Number amount) {
                    row.createCell(column).setCellValue(amount.doubleValue());
                } else if (value != null) {
                    row.createCell(column).setCellValue(value.toString());
                }
            }
        }
        sheet.createFreezePane(0, 1);
        for (int column = 0; column < sources.getFirst().size(); column++) {
            sheet.setColumnWidth(column, width(sources, column) * CHARACTER);
        }
    }

    private static int width(List<List<@Nullable Object>> rows, int column) {
        int longest = 8;
        for (List<@Nullable Object> row : rows) {
            Object value = column < row.size() ? row.get(column) : null;
            longest = Math.max(longest, value == null ? 0 : value.toString().length() * 2);
        }
        return Math.min(longest, LONGEST_COLUMN);
    }
}
