package org.tongxin.core.epidemic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Models that make no sense are refused in words; runs can be stopped. */
class ModelTest {

    @Test
    void onePersonIsNoPopulation() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> TestModels.of(TestModels.loners(1), TestModels.grave(), TestModels.everywhere(), 1, 10))
                .withMessageContaining("one person only");
    }

    @Test
    void aMissingLayerIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Contacts(Map.of(Layer.HOUSEHOLD, 0.1), 0, 0, 1, 1))
                .withMessageContaining("SCHOOL has no transmission probability");
    }

    @Test
    void aNegativeRateIsNamedWithItsValue() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Contacts.ofLinks(0.1, -0.2, 0.1, 0.1))
                .withMessageContaining("-0.2")
                .withMessageContaining("SCHOOL");
    }

    @Test
    void aMeasureWithoutEndIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Rule(
                        "closed for ever",
                        new Measure.MovementLimit(0.5),
                        new Scope.District(),
                        new Trigger.OnDay(1),
                        new Trigger.CasesFallTo(0, 7),
                        Integer.MAX_VALUE))
                .withMessageContaining("closed for ever")
                .withMessageContaining("must have an end");
    }

    @Test
    void stagesOfADiseaseMustNest() {
        Disease fine = TestModels.grave();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Disease(
                        "wrong",
                        "test",
                        fine.latent(),
                        fine.toSymptoms(),
                        fine.asymptomaticRecovery(),
                        fine.mildRecovery(),
                        fine.toSevere(),
                        fine.severeRecovery(),
                        fine.toCritical(),
                        fine.criticalRecovery(),
                        fine.toDeath(),
                        fine.infectiousness(),
                        fine.susceptibility(),
                        TestModels.share(0.2),
                        TestModels.share(0.3),
                        TestModels.share(0),
                        TestModels.share(0)))
                .withMessageContaining("severe (0.3)");
    }

    @Test
    void aLatentPeriodOfNoDaysIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Disease.simple("fast", Period.fixed(0), Period.fixed(5)))
                .withMessageContaining("latent period");
    }

    @Test
    void arrivalsMustHaveAPlace() {
        Model model = TestModels.of(TestModels.homes(10, 4, 2, 1), TestModels.grave(), TestModels.everywhere(), 1, 10);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.withArrivals(List.of(new Arrival(0, 2, 1))))
                .withMessageContaining("community 2; there are 2");
    }

    @Test
    void aRunStopsWhenAsked() {
        Simulator simulator = Simulator.of(
                TestModels.of(TestModels.homes(750, 4, 6, 5), TestModels.grave(), TestModels.everywhere(), 20, 60));
        AtomicInteger asked = new AtomicInteger();
        assertThatThrownBy(() -> simulator.run(1, () -> asked.incrementAndGet() > 10))
                .isInstanceOf(CancellationException.class);
        assertThat(asked).hasValue(11);
        assertThat(simulator.run(1).daily(Series.INFECTED))
                .as("the next run is as if nothing had been")
                .containsExactly(Simulator.of(simulator.model()).run(1).daily(Series.INFECTED));
    }

    @Test
    void anEnsembleStopsWithAllItsThreads() {
        Simulator simulator = Simulator.of(
                TestModels.of(TestModels.homes(750, 4, 6, 5), TestModels.grave(), TestModels.everywhere(), 20, 60));
        AtomicInteger seen = new AtomicInteger();
        RunWatch watch = new RunWatch() {
            @Override
            public void ended(int number, Run run) {
                seen.incrementAndGet();
            }

            @Override
            public boolean isStopped() {
                return seen.get() >= 3;
            }
        };
        assertThatThrownBy(() -> new LocalExecutor(2).run(simulator, 1, 10_000, watch))
                .isInstanceOf(CancellationException.class);
        assertThat(seen.get()).isBetween(3, 5);
    }

    @Test
    void theFirstGenerationIsWhatWasWanted() {
        Model model =
                TestModels.of(TestModels.homes(750, 4, 6, 5), TestModels.grave(), TestModels.everywhere(), 20, 60);
        var rates = new org.tongxin.core.population.ContactRates(1, 1, 1, 3);
        double perContact = FirstGeneration.perContact(model, rates, 2, 3000, 1);
        assertThat(FirstGeneration.mean(model.withContacts(Contacts.of(rates, perContact)), 3000, 1))
                .isBetween(1.99, 2.01);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FirstGeneration.perContact(model, rates, 500, 100, 1))
                .withMessageContaining("too few contacts");
    }
}
