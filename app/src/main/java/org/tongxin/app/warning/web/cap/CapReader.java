package org.tongxin.app.warning.web.cap;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads a message without believing it: no document type, no entity but the five of XML, no outside address, no more bytes,
 * elements and depth than a notice needs. Stateless; safe for use by several threads.
 */
final class CapReader {

    /** Largest message, in bytes: one megabyte. */
    static final int MAX_BYTES = 1 << 20;

    private static final int MAX_DEPTH = 8;
    private static final int MAX_ELEMENTS = 20_000;
    private static final String SIGNATURE = "http://www.w3.org/2000/09/xmldsig#";

    /** What was read: a message, or why not; a message that breaks rules has both. */
    record Read(CapElement root, List<CapProblem> problems) {

        boolean isConformant() {
            return problems.isEmpty();
        }

        private static Read nothing(int line, String rule, String value) {
            return new Read(CapElement.of("", ""), List.of(new CapProblem(line, "", rule, value)));
        }
    }

    private final XMLStreamReader xml;
    private int elements;

    private CapReader(XMLStreamReader xml) {
        this.xml = xml;
    }

    /** Reads a message and checks it against the grammar and the rules beyond it. */
    static Read read(byte[] message) {
        if (message.length > MAX_BYTES) {
            return Read.nothing(1, "tooLarge", Integer.toString(message.length));
        }
        try {
            XMLStreamReader xml = factory().createXMLStreamReader(new ByteArrayInputStream(message));
            CapReader reader = new CapReader(xml);
            CapElement root = reader.root();
            List<CapProblem> problems = new ArrayList<>(CapGrammar.problems(root));
            problems.addAll(CapRules.problems(root));
            return new Read(root, List.copyOf(problems));
        } catch (Unreadable fault) {
            return Read.nothing(fault.line, fault.rule, fault.value);
        } catch (XMLStreamException broken) {
            int line = broken.getLocation() == null
                    ? 1
                    : Math.max(1, broken.getLocation().getLineNumber());
            return Read.nothing(line, "notXml", "");
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("No outside address is read.");
        });
        return factory;
    }

    private CapElement root() throws XMLStreamException {
        while (xml.next() != XMLStreamConstants.START_ELEMENT) {
            if (xml.getEventType() == XMLStreamConstants.DTD) {
                throw fault("documentType", "");
            }
        }
        CapElement root = element(1);
        while (xml.hasNext()) {
            xml.next();
        }
        return root;
    }

    private CapElement element(int depth) throws XMLStreamException {
        int line = xml.getLocation().getLineNumber();
        String name = xml.getLocalName();
        require(depth <= MAX_DEPTH && ++elements <= MAX_ELEMENTS, "tooMany", name);
        require(
                CapElement.NAMESPACE.equals(xml.getNamespaceURI()),
                "namespace",
                Objects.requireNonNullElse(xml.getNamespaceURI(), ""));
        StringBuilder text = new StringBuilder();
        List<CapElement> children = new ArrayList<>();
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            switch (xml.getEventType()) {
                case XMLStreamConstants.START_ELEMENT -> child(depth, children);
                case XMLStreamConstants.ENTITY_REFERENCE -> throw fault("entity", xml.getLocalName());
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(xml.getText());
                default -> {}
            }
        }
        return new CapElement(name, children.isEmpty() ? text.toString().strip() : "", children, line);
    }

    /** A signature may end a message; it is passed over and not verified. */
    private void child(int depth, List<CapElement> children) throws XMLStreamException {
        if (depth == 1 && SIGNATURE.equals(xml.getNamespaceURI())) {
            pass();
        } else {
            children.add(element(depth + 1));
        }
    }

    private void pass() throws XMLStreamException {
        for (int open = 1; open > 0; ) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                open++;
                require(++elements <= MAX_ELEMENTS, "tooMany", xml.getLocalName());
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                open--;
            }
        }
    }

    private void require(boolean isKept, String rule, String value) {
        if (!isKept) {
            throw fault(rule, value);
        }
    }

    private Unreadable fault(String rule, String value) {
        return new Unreadable(xml.getLocation().getLineNumber(), rule, value);
    }

    /** Ends the reading of a message that is not looked at further. */
    private static final class Unreadable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final int line;
        private final String rule;
        private final String value;

        Unreadable(int line, String rule, String value) {
            super(rule, null, false, false);
            this.line = line;
            this.rule = rule;
            this.value = value;
        }
    }
}
