package org.tongxin.bench;

import java.util.Locale;

/**
 * Whole-flow measures, each with the work it stands for: the first start (empty folder, until the health page answers), the
 * whole replay of 33 days without waiting between days, the second start. Everything on 127.0.0.1, bounded in time.
 */
public final class Bench {

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        long begun = System.nanoTime();
        try (Product product = Product.start("--tongxin.replay.seconds-per-day=0")) {
            product.await("/actuator/health", "UP");
            say("first start (unpack, initdb, migrate, serve)", begun);
            product.await("/api/desk/summary", "\"RUNNING\"");
            long replay = System.nanoTime();
            product.await("/api/desk/summary", "\"FINISHED\"");
            say("whole replay, 33 days, no waiting between days", replay);
            System.out.println(product.get("/api/desk/summary"));
            product.stop();
            begun = System.nanoTime();
            product.again();
            product.await("/actuator/health", "UP");
            say("second start", begun);
        }
    }

    private static void say(String what, long begun) {
        System.out.printf(Locale.ROOT, "%-55s %6.1f s%n", what, (System.nanoTime() - begun) / 1e9);
    }
}
