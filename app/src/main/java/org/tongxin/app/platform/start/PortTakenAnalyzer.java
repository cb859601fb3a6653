package org.tongxin.app.platform.start;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.tongxin.app.platform.Refusal;

/** Words a taken HTTP port; comes before Spring Boot's own. */
@Order(0)
final class PortTakenAnalyzer extends AbstractFailureAnalyzer<PortInUseException> {

    private final StartSentences sentences;

    PortTakenAnalyzer(Environment environment) {
        this.sentences = new StartSentences(environment);
    }

    @Override
    protected FailureAnalysis analyze(Throwable root, PortInUseException cause) {
        return sentences.analysis(Refusal.of("P-007", cause.getPort()), cause);
    }
}
