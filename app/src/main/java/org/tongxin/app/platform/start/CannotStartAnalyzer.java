package org.tongxin.app.platform.start;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.tongxin.app.platform.CannotStart;

/** Words a {@link CannotStart} for whoever starts the application. */
@Order(0)
final class CannotStartAnalyzer extends AbstractFailureAnalyzer<CannotStart> {

    private final StartSentences sentences;

    CannotStartAnalyzer(Environment environment) {
        this.sentences = new StartSentences(environment);
    }

    @Override
    protected FailureAnalysis analyze(Throwable root, CannotStart cause) {
        return sentences.analysis(cause.refusal(), cause);
    }
}
