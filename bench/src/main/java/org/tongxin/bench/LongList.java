package org.tongxin.bench;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * A list of people as long as a district's longest: sent, checked, taken, and sent a second time. What is printed is the seconds
 * until the page says so. Argument: rows (default 100,000). The heap is what the machine gives; to try a smaller one, set
 * {@code JAVA_TOOL_OPTIONS=-Xmx512m}.
 */
public final class LongList {

    /** The link that each page of an import has. */
    private static final String ALL_FILES = "/imports\"";

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private LongList() {}

    public static void main(String[] arguments) throws Exception {
        int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        try (Product product =
                Product.start("--tongxin.replay.seconds-per-day=0", "--tongxin.replay.last-day=2022-03-10")) {
            product.await("/api/desk/summary", "\"FINISHED\"");
            byte[] list = list(communities(product), rows);
            Product.Browser officer = product.enter("chenli");
            System.out.printf(Locale.ROOT, "%,d rows, %,d KB%n", rows, list.length / 1024);

            String page = timed("sent and read once", () -> send(officer, list));
            timed("checked", () -> await(officer, page, "/application\""));
            timed("taken", () -> {
                officer.post(page, page + "/application", Map.of());
                return await(officer, page, ALL_FILES, "/cancellation\"");
            });
            System.out.printf(Locale.ROOT, "%,d people registered from it%n", registered(product));
            timed("the same again", () -> {
                String again = send(officer, list);
                await(officer, again, ALL_FILES, "http-equiv=\"refresh\"");
                return again;
            });
        }
    }

    private interface Step {
        String run() throws Exception;
    }

    private static String timed(String what, Step step) throws Exception {
        long begun = System.nanoTime();
        String result = step.run();
        System.out.printf(Locale.ROOT, "%-20s %7.1f s%n", what, (System.nanoTime() - begun) / 1e9);
        return result;
    }

    private static List<String> communities(Product product) throws Exception {
        List<String> paths = new ArrayList<>();
        try (Connection database = product.database();
                Statement statement = database.createStatement();
                ResultSet found = statement.executeQuery(
                        "select path from area where level = 'COMMUNITY' and tasked order by path")) {
            while (found.next()) {
                paths.add(found.getString(1));
            }
        }
        return paths;
    }

    private static long registered(Product product) throws Exception {
        try (Connection database = product.database();
                Statement statement = database.createStatement();
                ResultSet found = statement.executeQuery("select count(*) from person where name like '名单人员%'")) {
            found.next();
            return found.getLong(1);
        }
    }

    private static byte[] list(List<String> communities, int rows) {
        StringBuilder text = new StringBuilder("编号,姓名,居民区代码,特长,已培训,已投保\n");
        for (int row = 0; row < rows; row++) {
            text.append("L%06d,名单人员%d,%s,%s,是,否\n"
                    .formatted(row, row, communities.get(row % communities.size()), row % 10 == 0 ? "护理" : ""));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String send(Product.Browser officer, byte[] list) throws Exception {
        HttpResponse<String> answer = officer.send("/imports", "/imports", Map.of("kind", "people"), "list.csv", list);
        return answer.headers()
                .firstValue("Location")
                .filter(address -> address.contains("/imports/"))
                .map(address -> address.substring(address.indexOf("/imports/")))
                .orElseThrow(() -> new IllegalStateException("The list was not accepted: " + answer.body()));
    }

    private static String await(Product.Browser officer, String page, String text) throws Exception {
        return await(officer, page, text, "http-equiv=\"refresh\"");
    }

    /** Waits until a page holds a text and no longer another. */
    private static String await(Product.Browser officer, String page, String text, String without) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        String body = officer.get(page).body();
        while (!body.contains(text) || body.contains(without)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("The list did not get there:\n" + body);
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            body = officer.get(page).body();
        }
        return page;
    }
}
