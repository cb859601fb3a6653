package org.tongxin.core.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers the terms met, in the order in which they were met first: topics of the dictionary, and grams. */
final class Vocabulary {

    private final Map<Long, Integer> numberByGram = new HashMap<>();
    private final Map<String, Integer> numberByTopic = new HashMap<>();
    private final List<String> labels = new ArrayList<>();
    private final List<Boolean> topics = new ArrayList<>();

    int ofGram(long gram) {
        Integer known = numberByGram.get(gram);
        if (known != null) {
            return known;
        }
        numberByGram.put(gram, labels.size());
        labels.add(Grams.text(gram));
        topics.add(false);
        return labels.size() - 1;
    }

    int ofTopic(String topic) {
        return numberByTopic.computeIfAbsent(topic, name -> {
            labels.add(name);
            topics.add(true);
            return labels.size() - 1;
        });
    }

    String label(int term) {
        return labels.get(term);
    }

    boolean topic(int term) {
        return topics.get(term);
    }
}
