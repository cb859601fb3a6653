package org.tongxin.app.platform.start;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.tongxin.app.platform.Refusal;

/** Words a mode that there is not; leaves what else cannot be bound to Spring Boot's own. */
@Order(0)
final class UnknownModeAnalyzer extends AbstractFailureAnalyzer<BindException> {

    private final Environment environment;
    private final StartSentences sentences;

    UnknownModeAnalyzer(Environment environment) {
        this.environment = environment;
        this.sentences = new StartSentences(environment);
    }

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable root, BindException cause) {
        return cause.getName().toString().equals(ModeName.MODE)
                ? sentences.analysis(Refusal.of("P-030", environment.getProperty(ModeName.MODE, "")), cause)
                : null;
    }
}
