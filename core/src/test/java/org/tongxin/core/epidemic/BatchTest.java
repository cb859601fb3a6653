package org.tongxin.core.epidemic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongxin.core.population.Population;
import org.tongxin.core.random.KeyedRandom;

/** What is worked out for many people at once is what the plain methods say of each. */
class BatchTest {

    private static final int PEOPLE = 12_000;
    private static final int NEIGHBOURS = 4;

    private final Population population = TestModels.homes(PEOPLE / 3, 3, 5, 4);
    private final Model model = TestModels.of(population, TestModels.grave(), TestModels.everywhere(), 1, 10);
    private final Prepared prepared = Prepared.of(model);
    private final Encounters encounters =
            new Encounters(population, model.contacts(), prepared.matchings(), prepared.streetOfCommunity(), 0);
    private final Batch batch = new Batch(population, encounters);

    @Test
    void peopleStandInTheBatchAsInThePopulation() {
        readSome();

        for (int j = 0; j < batch.count; j++) {
            int person = batch.person[j];
            int group = population.group(person);
            assertThat(batch.band[j]).isEqualTo(AgeDecade.of(population.age(person)));
            assertThat(batch.community[j]).isEqualTo(population.community(person));
            assertThat(batch.homeStart[j]).isEqualTo(population.homeStart(person));
            assertThat(batch.inHome[j]).isEqualTo(population.homeSize(person) - 1);
            assertThat(batch.inGroup[j])
                    .isEqualTo(group < 0 ? 0 : population.groups().size(group) - 1);
            if (group >= 0) {
                assertThat(batch.firstMember[j]).isEqualTo(population.groups().start(group));
                assertThat(batch.layerOfGroup[j]).isEqualTo(encounters.layerOfGroup(group));
            }
        }
    }

    @Test
    void coursesOfABatchAreThoseOfEachPatient() {
        Measure.Protection protection = new Measure.Protection(0.4, 0.7);
        Immunity immunity = new Immunity(TestModels.share(0.5), protection);
        Patient patient = new Patient(population, prepared.course(), new Vaccinations(immunity, List.of()));
        Patients patients = new Patients(prepared.course(), patient);
        Chance chance = new Chance(3);
        readSome();

        patients.read(chance, batch, 5);

        for (int j = 0; j < batch.count; j++) {
            patient.read(chance, batch.person[j], 5, batch.band[j]);
            assertThat(patients.key[j]).isEqualTo(patient.key);
            assertThat(patients.begins[j]).isEqualTo(patient.begins);
            assertThat(patients.ends[j]).isEqualTo(patient.ends);
            assertThat(patients.symptomatic[j]).isEqualTo(patient.symptomatic ? 1 : 0);
            assertThat(patients.infectiousness[j]).isEqualTo(patient.infectiousness);
            assertThat(patients.severeOn[j]).isEqualTo(patient.severeOn);
            if (patient.symptomatic) {
                assertThat(patients.onset[j]).isEqualTo(patient.onset);
            }
        }
        assertThat(Arrays.stream(patients.severeOn, 0, batch.count).filter(day -> day >= 0))
                .as("severe courses were among them")
                .isNotEmpty();
    }

    @Test
    void hitsMeetWhomEncountersName() {
        readSome();
        Meetings meetings = new Meetings(encounters);
        encounters.start(17);
        Arrays.fill(batch.firstDay, 9);

        // The second time more than there was room for.
        for (int count : new int[] {3 * Batch.SIZE, 9 * Batch.SIZE}) {
            Hits hits = hits(count, NEIGHBOURS);
            meetings.amongNeighbours(batch, hits);
            for (int h = 0; h < count; h++) {
                assertThat(hits.target[h]).isEqualTo(encounters.neighbour(person(hits, h), hits.number[h]));
            }

            int strangers = encounters.strangers();
            hits = hits(count, 5 * strangers);
            meetings.amongStrangers(batch, hits);
            for (int h = 0; h < count; h++) {
                int day = 9 + hits.number[h] / strangers;
                assertThat(hits.target[h])
                        .isEqualTo(encounters.stranger(person(hits, h), hits.number[h] % strangers, day));
            }
        }
    }

    private Hits hits(int count, int numbers) {
        Hits hits = new Hits();
        hits.reserve(count);
        hits.count = count;
        Arrays.setAll(hits.person, h -> h % batch.count);
        Arrays.setAll(hits.number, h -> h % numbers);
        return hits;
    }

    private int person(Hits hits, int h) {
        return batch.person[hits.person[h]];
    }

    private void readSome() {
        int[] people = new int[Batch.SIZE];
        Arrays.setAll(people, i -> (int) (KeyedRandom.mix(i) >>> 40) % PEOPLE);
        batch.read(people, 0, people.length);
    }
}
