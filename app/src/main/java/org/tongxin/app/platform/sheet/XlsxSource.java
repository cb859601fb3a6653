package org.tongxin.app.platform.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads the first sheet of an XLSX file (ECMA-376 part 1, section 18): first what cells refer to, then the cells. Nothing in it is followed outside the file and nothing is worked out.
 */
final class XlsxSource {

    private static final String WORKBOOK = "xl/workbook.xml";
    private static final String RELATIONS = "xl/_rels/workbook.xml.rels";
    private static final XMLInputFactory XML = factory();

    private final byte[] file;
    private final SheetLimits limits;
    private final RowGate gate;
    private final List<String> shared = new ArrayList<>();
    private final XlsxDates dates = new XlsxDates();
    private final Map<String, String> targets = new HashMap<>();
    private String first = "";

    XlsxSource(byte[] file, SheetLimits limits, RowGate gate) {
        this.file = file;
        this.limits = limits;
        this.gate = gate;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        return factory;
    }

    void read() throws IOException {
        Inflated parts = new Inflated(file, limits);
        each(parts, WORKBOOK, this::workbook);
        each(parts, RELATIONS, this::relation);
        each(parts, "xl/sharedStrings.xml", new SharedTexts(shared, limits));
        each(parts, "xl/styles.xml", dates);
        String sheet = sheet();
        if (!each(parts, sheet, new XlsxRows(shared, dates, limits, gate))) {
            throw new BadSheet("B-002");
        }
    }

    /** Takes one thing after the other from a part. */
    interface Sink {
        void take(int event, XMLStreamReader xml) throws XMLStreamException;
    }

    /** Goes through a part; false where the file has none of this name. */
    private static boolean each(Inflated parts, String name, Sink sink) throws IOException {
        try (InputStream part = parts.open(name)) {
            if (part == null) {
                return false;
            }
            each(name, XML.createXMLStreamReader(part), sink);
            return true;
        } catch (XMLStreamException broken) {
            throw new BadSheet("B-002");
        }
    }

    private static void each(String name, XMLStreamReader xml, Sink sink) throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new BadSheet("B-011", name);
            }
            sink.take(event, xml);
        }
    }

    private void workbook(int event, XMLStreamReader xml) {
        if (event != XMLStreamConstants.START_ELEMENT) {
            return;
        }
        if (xml.getLocalName().equals("sheet") && first.isEmpty()) {
            first = attribute(xml, "id");
        } else if (xml.getLocalName().equals("workbookPr")) {
            dates.from1904(attribute(xml, "date1904"));
        }
    }

    private void relation(int event, XMLStreamReader xml) {
        if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("Relationship")) {
            targets.put(attribute(xml, "Id"), attribute(xml, "Target"));
        }
    }

    private String sheet() {
        String target = targets.get(first);
        if (target == null) {
            throw new BadSheet("B-002");
        }
        return target.startsWith("/") ? target.substring(1) : "xl/" + target;
    }

    /** Its value whatever its namespace; empty when there is none. */
    static String attribute(XMLStreamReader xml, String name) {
        for (int place = 0; place < xml.getAttributeCount(); place++) {
            if (xml.getAttributeLocalName(place).equals(name)) {
                return xml.getAttributeValue(place);
            }
        }
        return "";
    }

    /** A whole number from 0 up in a text; null where there is none. */
    static @Nullable Integer number(String text) {
        return text.matches("\\d{1,9}") ? Integer.valueOf(text) : null;
    }
}
