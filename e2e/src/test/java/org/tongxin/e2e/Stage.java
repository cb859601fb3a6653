package org.tongxin.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The product, its replay finished, and a browser. */
final class Stage implements AutoCloseable {

    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Path folder;
    private final Product product;
    private final Playwright playwright;
    private final Browser browser;

    private Stage(Path folder, Product product, Playwright playwright, Browser browser) {
        this.folder = folder;
        this.product = product;
        this.playwright = playwright;
        this.browser = browser;
    }

    static Optional<Path> findChromium() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Stage open(Path chromium) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("tongxin-e2e");
        Product product = Product.finished(folder);
        Playwright playwright = Playwright.create();
        BrowserType.LaunchOptions options = new BrowserType.LaunchOptions();
        return new Stage(
                folder,
                product,
                playwright,
                playwright.chromium().launch(options.setExecutablePath(chromium).setArgs(ARGUMENTS)));
    }

    String url(String path) {
        return product.url(path);
    }

    Visit visit(int width, int height) {
        return new Visit(this, context(new Browser.NewContextOptions().setViewportSize(width, height)));
    }

    BrowserContext context(Browser.NewContextOptions options) {
        return browser.newContext(options);
    }

    @Override
    public void close() throws Exception {
        playwright.close();
        product.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
