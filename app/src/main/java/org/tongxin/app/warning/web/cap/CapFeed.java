package org.tongxin.app.warning.web.cap;

import java.io.StringWriter;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** An Atom feed (RFC 4287) whose entries point to messages. For one feed and one thread. */
final class CapFeed {

    private static final String ATOM = "http://www.w3.org/2005/Atom";

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;
    private final String web;

    private CapFeed(String web) throws XMLStreamException {
        this.xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
        this.web = web;
    }

    /**
     * The feed as XML.
     *
     * @param web address of this installation
     * @param title of the feed
     * @param author who sends the messages
     * @param messages newest first
     * @param now when there are none
     */
    static String write(String web, String title, String author, List<CapMessage> messages, Instant now) {
        try {
            CapFeed feed = new CapFeed(web);
            feed.writeAll(title, author, messages, now);
            return feed.text.toString();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("A feed in memory could not be written.", impossible);
        }
    }

    private void writeAll(String title, String author, List<CapMessage> messages, Instant now)
            throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.setDefaultNamespace(ATOM);
        xml.writeStartElement(ATOM, "feed");
        xml.writeDefaultNamespace(ATOM);
        write("id", web + CapController.FEED);
        write("title", title);
        write(
                "updated",
                DateTimeFormatter.ISO_INSTANT.format(
                        messages.isEmpty() ? now : messages.getFirst().sent()));
        xml.writeStartElement(ATOM, "author");
        write("name", author);
        xml.writeEndElement();
        link("self", "application/atom+xml", web + CapController.FEED);
        for (CapMessage message : messages) {
            entry(message);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.close();
    }

    private void entry(CapMessage message) throws XMLStreamException {
        String address = web + CapController.address(message.identifier());
        xml.writeStartElement(ATOM, "entry");
        write("id", address);
        write("title", message.title());
        write("updated", DateTimeFormatter.ISO_INSTANT.format(message.sent()));
        link("alternate", CapController.CAP, address);
        write("summary", message.alert().children("info").getFirst().textOf("description"));
        xml.writeEndElement();
    }

    private void write(String name, String value) throws XMLStreamException {
        xml.writeStartElement(ATOM, name);
        xml.writeCharacters(XmlText.allowed(value));
        xml.writeEndElement();
    }

    private void link(String relation, String type, String address) throws XMLStreamException {
        xml.writeEmptyElement(ATOM, "link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("type", type);
        xml.writeAttribute("href", address);
    }
}
