package org.tongxin.e2e;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the one {@link Stage}: opened before the first class that asks for it, closed after the last. */
final class OnStage implements BeforeAllCallback, ParameterResolver {

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        Optional<Path> chromium = Stage.findChromium();
        assumeTrue(
                chromium.isPresent(), "No Chromium was found; install the package chromium to run the browser tests.");
        if (store(context).get(Stage.class) == null) {
            store(context).put(Stage.class, Stage.open(chromium.orElseThrow()));
        }
    }

    private static Store store(ExtensionContext context) {
        return context.getRoot().getStore(Namespace.create(OnStage.class));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Stage.class;
    }

    @Override
    public Stage resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return store(context).get(Stage.class, Stage.class);
    }
}
