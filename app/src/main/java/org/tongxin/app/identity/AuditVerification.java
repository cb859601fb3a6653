package org.tongxin.app.identity;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/**
 * Verifies the audit from the command line and ends: {@code --tongxin.audit.verify=true}. Says what it found on standard
 * output; the exit code is 0 when all is well, 2 when something does not fit.
 */
@Component
@ConditionalOnProperty("tongxin.audit.verify")
class AuditVerification implements ApplicationRunner {

    private static final int SOUND = 0;
    private static final int UNSOUND = 2;

    private final AuditChain chain;
    private final ApplicationContext context;

    AuditVerification(AuditChain chain, ApplicationContext context) {
        this.chain = chain;
        this.context = context;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        AuditChain.Report report = chain.verify();
        System.out.println(words(report));
        ExitCodeGenerator code = () -> report.isSound() ? SOUND : UNSOUND;
        System.exit(SpringApplication.exit(context, code));
    }

    /** The result in plain words, a line for each fault. */
    static String words(AuditChain.Report report) {
        StringBuilder words =
                new StringBuilder("Audit: %d entries sealed, %d waiting, %d kept heads compared, %d faults."
                        .formatted(
                                report.sealed(),
                                report.waiting(),
                                report.heads(),
                                report.faults().size()));
        for (AuditChain.Fault fault : report.faults()) {
            String what = switch (fault.kind()) {
                case "CHANGED" -> "the entry or its seal was changed";
                case "MISSING" -> "the entry was removed";
                default -> "the head kept in the data folder says otherwise";
            };
            words.append(System.lineSeparator())
                    .append("Entry ")
                    .append(fault.number())
                    .append(": ")
                    .append(what)
                    .append('.');
        }
        return words.toString();
    }
}
