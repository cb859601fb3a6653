package org.tongxin.app;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/** The walls between the capabilities, as each {@code package-info} declares them. */
class ModularityTest {

    private final ApplicationModules modules = ApplicationModules.of(Tongxin.class);

    @Test
    void modulesCallOnlyWhomTheySayTheyCall() {
        modules.verify();
    }

    /** Diagrams and a sheet for each module, in {@code target/spring-modulith-docs}. */
    @Test
    void modulesAreDocumentedFromTheCode() {
        new Documenter(modules).writeDocumentation();
    }
}
