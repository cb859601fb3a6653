package org.tongxin.app.platform.sheet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;

/** Makes rows of the cells of a sheet. A cell without an address stands right of the one before it. */
final class XlsxRows implements XlsxSource.Sink {

    private static final int LONGEST_NUMBER = 40;

    private final List<String> shared;
    private final XlsxDates dates;
    private final SheetLimits limits;
    private final RowGate gate;
    private final List<String> row = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private long line;
    private int column;
    private String type = "";
    private String style = "";
    private boolean inValue;
    private int phonetic;

    XlsxRows(List<String> shared, XlsxDates dates, SheetLimits limits, RowGate gate) {
        this.shared = shared;
        this.dates = dates;
        this.limits = limits;
        this.gate = gate;
    }

    @Override
    public void take(int event, XMLStreamReader xml) {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> begin(xml);
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> add(xml);
            case XMLStreamConstants.END_ELEMENT -> end(xml.getLocalName());
            default -> {
                // comments say nothing
            }
        }
    }

    private void begin(XMLStreamReader xml) {
        switch (xml.getLocalName()) {
            case "row" ->
                beginRow(XlsxSource.number(XlsxSource.attribute(xml, "r")) instanceof Integer at ? at : line + 1);
            case "c" -> beginCell(xml);
            case "v" -> inValue = true;
            case "t" -> inValue = phonetic == 0;
            case "rPh" -> phonetic++;
            default -> inValue = false;
        }
    }

    private void beginRow(long at) {
        line = at;
        row.clear();
        column = -1;
    }

    private void beginCell(XMLStreamReader xml) {
        type = XlsxSource.attribute(xml, "t");
        style = XlsxSource.attribute(xml, "s");
        text.setLength(0);
        String address = XlsxSource.attribute(xml, "r");
        column = address.isEmpty() ? column + 1 : column(address);
        gate.requireColumns(line, column + 1);
    }

    /** From 0; letters count in base 26, A being 1. */
    private static int column(String address) {
        int number = 0;
        for (int place = 0; place < Math.min(address.length(), 4) && address.charAt(place) > '9'; place++) {
            number = number * 26 + (address.charAt(place) & 0x1F);
        }
        return Math.max(0, number - 1);
    }

    private void add(XMLStreamReader xml) {
        if (inValue) {
            gate.requireCharacters(line, column, text.length() + xml.getTextLength());
            text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
        }
    }

    private void end(String name) {
        inValue = false;
        switch (name) {
            case "c" -> put();
            case "row" -> gate.add(line, row);
            case "rPh" -> phonetic--;
            default -> {
                // what a cell is made of
            }
        }
    }

    private void put() {
        while (row.size() <= column) {
            row.add("");
        }
        row.set(column, value(text.toString()));
    }

    private String value(String raw) {
        return switch (type) {
            case "s" -> shared(raw);
            case "", "n" -> number(raw.strip());
            default -> raw;
        };
    }

    private String shared(String raw) {
        Integer place = XlsxSource.number(raw.strip());
        if (place == null || place >= shared.size()) {
            throw new BadSheet("B-002");
        }
        return shared.get(place);
    }

    /** 12 for 12.0 and 1.2E1; very long ones, which no list here has, stay as they are. */
    private String number(String raw) {
        if (raw.isEmpty() || raw.length() > LONGEST_NUMBER) {
            return raw;
        }
        try {
            BigDecimal number = new BigDecimal(raw);
            if (Math.abs((long) number.scale()) > limits.characters()) {
                return raw;
            }
            return dates.draws(style) ? dates.text(number) : plain(number);
        } catch (NumberFormatException other) {
            return raw;
        }
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
