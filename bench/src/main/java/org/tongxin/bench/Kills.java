package org.tongxin.bench;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Kills the program or its database at random moments while several people write needs down, and starts it again. Whoever got no
 * answer sends the same form again until there is one. In the end every need that was answered is there once, each with a
 * number of its own; nothing is there that nobody sent; every need has one entry in the audit; the audit's chain is sound.
 * Arguments: kills (default 50), people at once (default 4), seed (default 1).
 */
public final class Kills {

    private static final String MARK = "断电试验";

    private final Product product;
    private final Map<String, String> answered = new ConcurrentHashMap<>();
    private final Set<String> sent = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean ends = new AtomicBoolean();
    private final AtomicLong repeats = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();

    private Kills(Product product) {
        this.product = product;
    }

    public static void main(String[] arguments) throws Exception {
        int kills = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 50;
        int people = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 4;
        long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : 1;
        try (Product product =
                Product.start("--tongxin.replay.seconds-per-day=0", "--tongxin.replay.last-day=2022-03-10")) {
            product.await("/api/desk/summary", "\"FINISHED\"");
            new Kills(product)
                    .run(
                            kills,
                            people,
                            RandomGeneratorFactory.of("L64X128MixRandom").create(seed));
        }
    }

    private void run(int kills, int people, RandomGenerator random) throws Exception {
        Thread[] writers = new Thread[people];
        for (int person = 0; person < people; person++) {
            writers[person] = Thread.startVirtualThread(this::write);
        }
        int ofDatabase = 0;
        long begun = System.nanoTime();
        for (int kill = 1; kill <= kills; kill++) {
            LockSupport.parkNanos(Duration.ofMillis(300 + random.nextInt(3_000)).toNanos());
            boolean database = random.nextBoolean();
            if (database) {
                ofDatabase++;
                product.killDatabase();
                LockSupport.parkNanos(Duration.ofMillis(random.nextInt(1_000)).toNanos());
            }
            product.kill();
            product.again();
            product.await("/actuator/health", "UP");
            System.out.printf(Locale.ROOT, "kill %d of %d: %d needs answered%n", kill, kills, answered.size());
        }
        LockSupport.parkNanos(Duration.ofSeconds(2).toNanos());
        ends.set(true);
        for (Thread writer : writers) {
            writer.join();
        }
        System.out.printf(
                Locale.ROOT,
                "%d kills (%d of the database first) in %.0f s, %d needs, %d forms sent again, %d refused%n",
                kills,
                ofDatabase,
                (System.nanoTime() - begun) / 1e9,
                answered.size(),
                repeats.get(),
                refused.get());
        check();
    }

    /** Writes needs down until the end; each form goes out again until it is answered. */
    private void write() {
        Product.Browser browser = null;
        while (!ends.get()) {
            String key = UUID.randomUUID().toString();
            sent.add(key);
            boolean done = false;
            while (!done) {
                try {
                    if (browser == null) {
                        browser = product.enter("wangmin");
                    }
                    done = ask(browser, key);
                } catch (IOException interruptedByKill) {
                    browser = null;
                    repeats.incrementAndGet();
                    LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
    }

    private boolean ask(Product.Browser browser, String key) throws IOException, InterruptedException {
        HttpResponse<String> answer = browser.post(
                "/supplies/needs",
                "/supplies/needs",
                Map.of(
                        "key", key,
                        "item", "MASK",
                        "quantity", "10",
                        "area", "310115105",
                        "priority", "ORDINARY",
                        "until", "2022-03-20",
                        "people", "5",
                        "why", MARK + key));
        if (answer.statusCode() >= 500 || answer.statusCode() == 403) {
            throw new IOException("answered " + answer.statusCode());
        }
        String onward = answer.headers().firstValue("location").orElse("");
        if (onward.contains("/supplies/needs/")) {
            answered.put(key, onward.substring(onward.lastIndexOf('/') + 1));
        } else if (onward.contains("/login")) {
            throw new IOException("The session ended.");
        } else {
            refused.incrementAndGet();
        }
        return true;
    }

    private void check() throws Exception {
        try (Connection database = product.database();
                Statement statement = database.createStatement()) {
            Set<String> kept = new HashSet<>();
            Set<String> numbers = new HashSet<>();
            int rows = 0;
            try (ResultSet needs =
                    statement.executeQuery("select id, number, why from supply_need where why like '" + MARK + "%'")) {
                while (needs.next()) {
                    rows++;
                    kept.add(needs.getString("id"));
                    numbers.add(needs.getString("number"));
                    require(sent.contains(needs.getString("why").substring(MARK.length())), "A need that nobody sent.");
                }
            }
            require(kept.containsAll(answered.values()), "A need that was answered is lost.");
            require(rows == answered.size() && numbers.size() == rows, "A need is there twice: " + rows + ".");
            long audited = number(
                    statement,
                    "select count(*) from audit_entry where action = 'supply.asked'"
                            + " and subject in (select number from supply_need where why like '" + MARK + "%')");
            require(audited == rows, "The audit knows " + audited + " of " + rows + " needs.");
        }
        System.out.println("Nothing is lost, nothing is there twice, and the audit knows each.");
    }

    private static long number(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }
}
