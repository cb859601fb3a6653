package org.tongxin.app.platform.sheet;

import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;

/** Collects the texts that cells share; how they are written in Chinese or drawn makes no difference. */
final class SharedTexts implements XlsxSource.Sink {

    private final List<String> shared;
    private final SheetLimits limits;
    private final StringBuilder text = new StringBuilder();
    private boolean inText;
    private int phonetic;

    SharedTexts(List<String> shared, SheetLimits limits) {
        this.shared = shared;
        this.limits = limits;
    }

    @Override
    public void take(int event, XMLStreamReader xml) {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> begin(xml.getLocalName());
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> add(xml);
            case XMLStreamConstants.END_ELEMENT -> end(xml.getLocalName());
            default -> {
                // comments say nothing
            }
        }
    }

    private void begin(String name) {
        inText = name.equals("t") && phonetic == 0;
        phonetic += name.equals("rPh") ? 1 : 0;
    }

    /** One character beyond the limit is enough to refuse the cell that names the text. */
    private void add(XMLStreamReader xml) {
        int room = limits.characters() + 1 - text.length();
        if (inText && room > 0) {
            text.append(xml.getTextCharacters(), xml.getTextStart(), Math.min(room, xml.getTextLength()));
        }
    }

    private void end(String name) {
        inText = false;
        phonetic -= name.equals("rPh") ? 1 : 0;
        if (name.equals("si")) {
            shared.add(text.toString());
            text.setLength(0);
        }
    }
}
