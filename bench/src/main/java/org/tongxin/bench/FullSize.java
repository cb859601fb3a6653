package org.tongxin.bench;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Pages of a full district under load: 1,360 communities and villages, 50,000 people in the register, 20,000 tasks more, a year
 * of daily counts of every community and of the timeline. Each page is read by several at once, as the least privileged worker
 * (a community's), as the duty officer of the district, and by a resident without a login; what is printed is the time until
 * the whole page has arrived, in milliseconds. Arguments: readers at once (default one a processor), reads of each page (default 100).
 */
public final class FullSize {

    private static final List<String> WORKER = List.of(
            "/tasks",
            "/desk",
            "/areas",
            "/signals",
            "/warnings",
            "/plans",
            "/measures",
            "/dispatch",
            "/dispatch/rota",
            "/supplies",
            "/supplies/needs",
            "/supervision",
            "/risk-factors",
            "/review",
            "/exercises");
    private static final List<String> RESIDENT =
            List.of("/residents", "/residents/310115105", "/residents/measures", "/residents/donations");

    /** What fills the district, with the number of rows each statement is to write. */
    private static final List<String> FILL = List.of("""
            insert into person (id, name, kind, home_path, trained, insured)
            select gen_random_uuid(), '志愿者' || n, 'VOLUNTEER', c.path, true, true
            from generate_series(1, 50000) n
            join (select path, row_number() over (order by path) - 1 as k, count(*) over () as all_of_them
                  from area where level = 'COMMUNITY') c on c.k = n % c.all_of_them""", """
            insert into task_order (id, number, origin, template, title, title_en, basis, issuer, fields, minutes, staffing,
                                    goes_to, issued_at, due_at)
            select gen_random_uuid(), 'LOAD-' || n, 'load', 'L' || n, '核对第' || n || '项', 'Check item ' || n, '预案', '区指挥部',
                   '[{"key":"f1","label":"户数","labelEn":"households","unit":"户"}]', 2, false, 'COMMUNITY', now.at,
                   now.at + interval '1 day'
            from generate_series(1, 15) n, (select max(issued_at) as at from task_order) now""", """
            insert into task (id, order_id, level, area_path, state, issue_event, issued_at, due_at)
            select gen_random_uuid(), o.id, 'STREET', a.path, 'ISSUED', gen_random_uuid(), o.issued_at, o.due_at
            from task_order o, area a where o.origin = 'load' and a.level = 'STREET' and a.tasked""", """
            insert into task (id, order_id, parent_id, level, area_path, state, issue_event, issued_at, due_at)
            select gen_random_uuid(), o.id, t.id, 'COMMUNITY', a.path,
                   case when hashtext(a.path || o.number) % 3 = 0 then 'ISSUED' else 'ACKNOWLEDGED' end, gen_random_uuid(),
                   o.issued_at, o.due_at
            from task_order o join task t on t.order_id = o.id and t.level = 'STREET'
            join area a on a.level = 'COMMUNITY' and a.tasked and starts_with(a.path, t.area_path) where o.origin = 'load'""", """
            insert into monitoring_point (id, code, area_path, indicator, name, name_en, source, scenario, fixed_threshold)
            select gen_random_uuid(), 'LOAD-' || path, path, 'FEVER_VISITS', name, name_en, 'load', true, 1000000
            from area where level = 'COMMUNITY'""", """
            insert into count_report (id, point_id, event_day, revision, value, reported_at, due_at, reported_by, channel)
            select gen_random_uuid(), p.id, d::date, 1, abs(hashtext(p.code || d)) % 7, d + interval '1 day', d + interval '2 days',
                   'load', 'REST'
            from monitoring_point p, generate_series(date '2021-03-06', date '2022-03-05', interval '1 day') d
            where p.source = 'load'""", """
            insert into timeline_entry (event_id, occurred_at, kind, business_key, area_path, actor, summary, quantity)
            select gen_random_uuid(), r.reported_at, 'CountsReported', r.id::text, p.area_path, 'load',
                   '{"code": "planStoodDown", "arguments": ["-"]}', 1
            from count_report r join monitoring_point p on p.id = r.point_id where r.reported_by = 'load'""");

    private final Product product;
    private final int readers;
    private final int reads;

    private FullSize(Product product, int readers, int reads) {
        this.product = product;
        this.readers = readers;
        this.reads = reads;
    }

    public static void main(String[] arguments) throws Exception {
        int readers = arguments.length > 0
                ? Integer.parseInt(arguments[0])
                : Runtime.getRuntime().availableProcessors();
        int reads = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100;
        try (Product product =
                Product.start("--tongxin.replay.seconds-per-day=0", "--tongxin.replay.last-day=2022-03-24")) {
            product.await("/api/desk/summary", "\"FINISHED\"");
            FullSize size = new FullSize(product, readers, reads);
            size.fill();
            size.measure("community worker", "lina", WORKER);
            size.measure("duty officer", "chenli", WORKER);
            size.measure("resident", "", RESIDENT);
        }
    }

    private void fill() throws Exception {
        try (Connection database = product.database();
                Statement statement = database.createStatement()) {
            for (String sql : FILL) {
                statement.execute(sql);
            }
            statement.execute("vacuum analyze");
            for (String table : List.of("area", "person", "task", "count_report", "timeline_entry", "audit_entry")) {
                try (ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
                    rows.next();
                    System.out.printf(Locale.ROOT, "%-20s %,9d rows%n", table, rows.getLong(1));
                }
            }
        }
    }

    private void measure(String who, String login, List<String> pages) throws Exception {
        System.out.printf(Locale.ROOT, "%n%s, %d at once, %d reads of each page%n", who, readers, reads);
        System.out.printf(Locale.ROOT, "%-28s %6s %6s %6s %8s%n", "page", "p50", "p95", "max", "KB");
        List<Product.Browser> browsers = new ArrayList<>();
        for (int reader = 0; reader < readers; reader++) {
            browsers.add(login.isEmpty() ? product.new Browser() : product.enter(login));
        }
        long[] all = new long[pages.size() * reads];
        for (int page = 0; page < pages.size(); page++) {
            read(browsers, pages.get(page), reads / 5);
            Read read = read(browsers, pages.get(page), reads);
            print(pages.get(page), read.nanos(), read.bytes());
            System.arraycopy(read.nanos(), 0, all, page * reads, reads);
        }
        print("all pages", all, 0);
    }

    private record Read(long[] nanos, int bytes) {}

    private Read read(List<Product.Browser> browsers, String page, int times) throws Exception {
        long[] nanos = new long[times];
        int[] bytes = new int[1];
        try (ExecutorService people = Executors.newFixedThreadPool(browsers.size())) {
            List<Callable<Void>> turns = new ArrayList<>();
            for (int turn = 0; turn < times; turn++) {
                int own = turn;
                turns.add(() -> {
                    nanos[own] = once(browsers.get(own % browsers.size()), page, bytes);
                    return null;
                });
            }
            for (Future<Void> done : people.invokeAll(turns)) {
                done.get();
            }
        }
        return new Read(nanos, bytes[0]);
    }

    private static long once(Product.Browser browser, String page, int[] bytes)
            throws IOException, InterruptedException {
        long begun = System.nanoTime();
        HttpResponse<String> answer = browser.get(page);
        long taken = System.nanoTime() - begun;
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(page + " answered " + answer.statusCode() + ".");
        }
        bytes[0] = answer.body().length();
        return taken;
    }

    private static void print(String page, long[] nanos, int bytes) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        System.out.printf(
                Locale.ROOT,
                "%-28s %6.0f %6.0f %6.0f %8s%n",
                page,
                sorted[sorted.length / 2] / 1e6,
                sorted[(int) Math.ceil(0.95 * sorted.length) - 1] / 1e6,
                sorted[sorted.length - 1] / 1e6,
                bytes == 0 ? "" : Integer.toString(bytes / 1024));
    }
}
