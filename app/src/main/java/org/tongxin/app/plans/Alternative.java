package org.tongxin.app.plans;

/**
 * A milder way that was weighed before a measure was decided (Emergency Response Law, article 10).
 *
 * @param way what could be done instead
 * @param whyNotEnough why it does not suffice
 */
public record Alternative(String way, String whyNotEnough) {

    boolean complete() {
        return !way.isBlank() && !whyNotEnough.isBlank();
    }

    boolean empty() {
        return way.isBlank() && whyNotEnough.isBlank();
    }
}
