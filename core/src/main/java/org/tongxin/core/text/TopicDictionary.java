package org.tongxin.core.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Names the topics of a text by the terms that stand in it, all at once in one pass (Aho, Corasick, Communications of the
 * ACM 18 (1975) 333-340). Which terms mean which topic is data that the district edits. Immutable after it is built; safe
 * for use by several threads.
 */
public final class TopicDictionary {

    private static final class Node {
        private final Map<Character, Node> next = new HashMap<>();
        private final List<String> topics = new ArrayList<>();
        private @Nullable Node fallback;
    }

    private final Node root = new Node();

    /**
     * @param termsByTopic terms in the form that {@link Normaliser} gives; a term may stand under several topics
     * @throws IllegalArgumentException when a term is shorter than two characters: it would be found everywhere
     */
    public TopicDictionary(Map<String, List<String>> termsByTopic) {
        termsByTopic.forEach((topic, terms) -> terms.forEach(term -> add(topic, term)));
        link();
    }

    private void add(String topic, String term) {
        if (term.length() < 2) {
            throw new IllegalArgumentException(
                    "The term (" + term + ") of topic " + topic + " must have at least two characters.");
        }
        Node node = root;
        for (char character : term.toCharArray()) {
            node = node.next.computeIfAbsent(character, key -> new Node());
        }
        node.topics.add(topic);
    }

    /** Breadth first, so that every fallback is complete when it is needed. */
    private void link() {
        Deque<Node> waiting = new ArrayDeque<>();
        for (Node child : root.next.values()) {
            child.fallback = root;
            waiting.add(child);
        }
        while (!waiting.isEmpty()) {
            Node node = waiting.remove();
            node.next.forEach((character, child) -> {
                Node fallback = step(node.fallback, character);
                child.fallback = fallback;
                child.topics.addAll(fallback.topics);
                waiting.add(child);
            });
        }
    }

    private Node step(@Nullable Node from, char character) {
        @Nullable Node node = from;
        while (node != null) {
            Node next = node.next.get(character);
            if (next != null) {
                return next;
            }
            node = node.fallback;
        }
        return root;
    }

    /** Every topic that a normalised text touches, in alphabetical order. */
    public SortedSet<String> topics(String normalised) {
        SortedSet<String> found = new TreeSet<>();
        Node node = root;
        for (int at = 0; at < normalised.length(); at++) {
            node = step(node, normalised.charAt(at));
            found.addAll(node.topics);
        }
        return found;
    }
}
