package org.tongxin.app.warning.web.cap;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a message as XML. Stateless; safe for use by several threads. */
final class CapWriter {

    private CapWriter() {}

    /** The message, in UTF-8 as its first line says. */
    static String write(CapElement alert) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.setDefaultNamespace(CapElement.NAMESPACE);
            write(alert, xml, true);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("A message in memory could not be written.", impossible);
        }
        return text.toString();
    }

    private static void write(CapElement element, XMLStreamWriter xml, boolean isRoot) throws XMLStreamException {
        xml.writeStartElement(CapElement.NAMESPACE, element.name());
        if (isRoot) {
            xml.writeDefaultNamespace(CapElement.NAMESPACE);
        }
        xml.writeCharacters(XmlText.allowed(element.text()));
        for (CapElement child : element.children()) {
            write(child, xml, false);
        }
        xml.writeEndElement();
    }
}
