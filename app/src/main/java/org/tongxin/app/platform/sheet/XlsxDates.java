package org.tongxin.app.platform.sheet;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;

/**
 * Knows which styles draw a number as a day or time, and reads such numbers: days since 1899-12-30, or since 1904-01-01
 * where the workbook says so (ECMA-376 part 1, 18.17.4.1; numbers below 61 stand for days before March 1900 and are not
 * used). Built-in formats 14 to 22, 27 to 36, 45 to 47 and 50 to 58 are days and times (18.8.30, the Chinese ones too).
 */
final class XlsxDates implements XlsxSource.Sink {

    private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);
    private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);
    private static final BigDecimal SECONDS = BigDecimal.valueOf(86_400);
    private static final BigDecimal LAST = BigDecimal.valueOf(2_958_466);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private final Map<Integer, String> formats = new HashMap<>();
    private final List<Boolean> dated = new ArrayList<>();
    private boolean inCells;
    private LocalDate epoch = EPOCH;

    void from1904(String said) {
        epoch = said.equals("1") || said.equals("true") ? EPOCH_1904 : EPOCH;
    }

    @Override
    public void take(int event, XMLStreamReader xml) {
        if (event == XMLStreamConstants.END_ELEMENT) {
            inCells &= !xml.getLocalName().equals("cellXfs");
        } else if (event == XMLStreamConstants.START_ELEMENT) {
            begin(xml);
        }
    }

    private void begin(XMLStreamReader xml) {
        Integer format = XlsxSource.number(XlsxSource.attribute(xml, "numFmtId"));
        switch (xml.getLocalName()) {
            case "cellXfs" -> inCells = true;
            case "numFmt" -> formats.put(format == null ? 0 : format, XlsxSource.attribute(xml, "formatCode"));
            case "xf" -> {
                if (inCells) {
                    dated.add(format != null && isDate(format));
                }
            }
            default -> {
                // fonts and borders
            }
        }
    }

    private boolean isDate(int format) {
        String own = formats.get(format);
        if (own != null) {
            String bare = own.replaceAll("\"[^\"]*\"|\\\\.|\\[[^\\]]*]", "").toLowerCase(Locale.ROOT);
            return bare.matches(".*[ydhs].*");
        }
        return format >= 14 && format <= 22
                || format >= 27 && format <= 36
                || format >= 45 && format <= 47
                || format >= 50 && format <= 58;
    }

    boolean draws(String style) {
        Integer number = XlsxSource.number(style);
        return number != null && number < dated.size() && dated.get(number);
    }

    /** A day such as 2026-03-26, with the time where it has one; the number itself where no calendar has it. */
    String text(BigDecimal number) {
        if (number.signum() < 0 || number.compareTo(LAST) >= 0) {
            return number.toPlainString();
        }
        long seconds = Math.round(number.multiply(SECONDS).doubleValue());
        LocalDateTime time = epoch.atStartOfDay().plusSeconds(seconds);
        return seconds % SECONDS.longValue() == 0 ? time.toLocalDate().toString() : TIME.format(time);
    }
}
