package org.tongxin.app.platform.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The basis of a task or a measure in English, where every word of it is known: kinds of basis and laws with their articles, such as
 * {@code 法定（公卫法46、47条；突发事件应对法11条）}. The words stand in {@code terms.properties}; a law's with "of the PRC" and in its
 * official English title where there is one.
 */
final class BasisText {

    /** {@code 《突发事件应对法》第25、64条}, with or without marks. */
    private static final Pattern ARTICLES = Pattern.compile("《?([^《》0-9\\s]+?)》?\\s*第?\\s*(\\d+(?:、\\d+)*)\\s*条");

    private static final Pattern NOTED = Pattern.compile("([^（）]+)（([^（）]+)）");

    private final Properties terms;

    BasisText(Properties terms) {
        this.terms = terms;
    }

    /** Empty where a word of it is not known: then a person wrote it, and half a translation would hide what it says. */
    Optional<String> english(String text) {
        return phrase(text).map(said -> Character.toUpperCase(said.charAt(0)) + said.substring(1));
    }

    private Optional<String> phrase(String text) {
        Matcher noted = NOTED.matcher(text);
        if (noted.matches()) {
            return kinds(noted.group(1)).flatMap(kinds -> laws(noted.group(2)).map(note -> kinds + " (" + note + ")"));
        }
        return laws(text).or(() -> kinds(text));
    }

    private Optional<String> kinds(String text) {
        List<String> said = new ArrayList<>();
        for (String kind : text.split("、")) {
            said.add(terms.getProperty(kind, ""));
        }
        return said.contains("") ? Optional.empty() : Optional.of(String.join(", ", said));
    }

    private Optional<String> laws(String text) {
        List<String> said = new ArrayList<>();
        for (String part : text.split("[；;]")) {
            Matcher cited = ARTICLES.matcher(part.strip());
            String law = cited.matches() ? cited.group(1) : part.strip();
            String name = terms.getProperty(law);
            if (name == null) {
                return Optional.empty();
            }
            said.add(cited.matches() ? name + articles(cited.group(2)) : name);
        }
        return Optional.of(String.join("; ", said));
    }

    private static String articles(String numbers) {
        return (numbers.contains("、") ? ", arts. " : ", art. ") + numbers.replace("、", ", ");
    }
}
