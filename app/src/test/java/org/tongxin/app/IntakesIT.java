package org.tongxin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongxin.app.identity.Actor;
import org.tongxin.app.resources.Needs;
import org.tongxin.app.resources.Storehouse;
import org.tongxin.app.supervision.RiskFactor;
import org.tongxin.app.supervision.RiskFactors;
import org.tongxin.app.support.PostgresTest;
import org.tongxin.app.support.TestDistrict;

/** Two hundred who write something down at the same moment get two hundred numbers. */
@SpringBootTest(properties = "tongxin.mode=operation")
@PostgresTest(ownDatabase = true)
@Import({TestDistrict.class, Storehouse.class})
class IntakesIT {

    private static final int AT_ONCE = 200;

    @Autowired
    TestDistrict district;

    @Autowired
    Storehouse house;

    @Autowired
    Needs needs;

    @Autowired
    RiskFactors factors;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void open() {
        house.open();
    }

    @AfterEach
    void close() {
        district.settle();
        district.close();
    }

    @Test
    void twoHundredNeedsAtOnceHaveTwoHundredNumbers() throws Exception {
        Actor street = district.actor("street");

        List<String> numbers = atOnce(number -> needs.ask(
                        street, "intake-" + number, house.request(TestDistrict.STREET, Storehouse.MASK, 1 + number))
                .orThrow()
                .number());

        assertThat(numbers).doesNotHaveDuplicates().hasSize(AT_ONCE);
        assertThat(jdbc.sql("select count(*) from supply_need")
                        .query(Long.class)
                        .single())
                .isEqualTo(AT_ONCE);
    }

    @Test
    void twoHundredRiskFactorsAtOnceHaveTwoHundredNumbers() throws Exception {
        Actor street = district.actor("street");

        List<String> numbers = atOnce(number -> factors.report(
                        street,
                        new RiskFactors.NewFactor(
                                TestDistrict.STREET,
                                RiskFactor.Kind.values()[0],
                                "楼道堆物" + number,
                                RiskFactor.Affected.values()[0],
                                TestDistrict.TODAY.plusDays(3)))
                .orThrow()
                .number());

        assertThat(numbers).doesNotHaveDuplicates().hasSize(AT_ONCE);
    }

    private interface Intake {
        String of(int number);
    }

    private static List<String> atOnce(Intake intake) throws Exception {
        List<Callable<String>> all = new ArrayList<>();
        for (int number = 0; number < AT_ONCE; number++) {
            int own = number;
            all.add(() -> intake.of(own));
        }
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<String> numbers = new ArrayList<>();
            for (Future<String> each : people.invokeAll(all)) {
                numbers.add(each.get());
            }
            return numbers;
        }
    }
}
