package org.tongxin.app.warning.web.cap;

import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** An Atom feed (RFC 4287) whose entries point to messages and say their CAP status as a category. For one feed and one thread. */
final class CapFeed {

    private static final String ATOM = "http://www.w3.org/2005/Atom";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;
    private final String web;
    private final ZoneId zone;

    private CapFeed(String web, ZoneId zone) throws XMLStreamException {
        this.zone = zone;
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
     * @param now when there are none; its zone is the district's, in which all times are told, as in the messages
     */
    static String write(String web, String title, String author, List<CapMessage> messages, ZonedDateTime now) {
        try {
            CapFeed feed = new CapFeed(web, now.getZone());
            feed.writeAll(title, author, messages, now.toInstant());
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
        write("updated", time(messages.isEmpty() ? now : messages.getFirst().sent()));
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
        write("updated", time(message.sent()));
        xml.writeEmptyElement(ATOM, "category");
        xml.writeAttribute("scheme", CapElement.NAMESPACE + ":status");
        xml.writeAttribute("term", message.alert().textOf("status"));
        link("alternate", CapController.CAP, address);
        write("summary", message.alert().children("info").getFirst().textOf("description"));
        xml.writeEndElement();
    }

    private String time(Instant instant) {
        return TIME.format(instant.atZone(zone));
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
