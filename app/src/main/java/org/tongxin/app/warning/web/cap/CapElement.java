package org.tongxin.app.warning.web.cap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An element of a message, in the order in which it stands there.
 *
 * @param text of an element without children, stripped; empty otherwise
 * @param line on which it starts, 1 or more; 0 in a message made here
 */
record CapElement(String name, String text, List<CapElement> children, int line) {

    /** The namespace of version 1.2. */
    static final String NAMESPACE = "urn:oasis:names:tc:emergency:cap:1.2";

    CapElement {
        children = List.copyOf(children);
    }

    static CapElement of(String name, String text) {
        return new CapElement(name, text, List.of(), 0);
    }

    static CapElement of(String name, List<CapElement> children) {
        return new CapElement(name, "", children, 0);
    }

    /** The text of the first child of that name that has one. */
    Optional<String> find(String child) {
        return children(child).stream()
                .map(CapElement::text)
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    /** The text of the first child of that name; empty where there is none. */
    String textOf(String child) {
        return find(child).orElse("");
    }

    List<CapElement> children(String child) {
        return children.stream().filter(each -> each.name.equals(child)).toList();
    }

    /** This element and all below it, in document order. */
    List<CapElement> all() {
        List<CapElement> all = new ArrayList<>(List.of(this));
        children.forEach(child -> all.addAll(child.all()));
        return all;
    }
}
