package org.tongxin.core.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The three districts of the study at a fiftieth, held to what is published about them. */
class SynthesiserTest {

    private static final double SCALE = 0.02;
    private static final long SEED = 20_221_127;

    private static Synthesis made(String district, double scale, long seed) {
        return Synthesiser.synthesise(
                ShippedDistricts.TABLES.district(district), SynthesisSettings.STANDARD, scale, seed);
    }

    private static Synthesis made(String district) {
        return made(district, SCALE, SEED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"310115", "440306", "420111"})
    void everybodyLivesInOneCommunityOfOneStreet(String district) {
        Synthesis synthesis = made(district);
        DistrictTotals totals = synthesis.totals();
        Places places = synthesis.population().places();
        assertThat(places.people()).isEqualTo((int) Math.round(totals.residents() * SCALE));
        assertThat(places.streets()).isEqualTo(totals.streets().size());
        assertThat(places.communities()).isEqualTo(totals.communities());
        for (int street = 0; street < places.streets(); street++) {
            assertThat(places.firstCommunity(street + 1) - places.firstCommunity(street))
                    .isEqualTo(totals.streets().get(street).communities().size());
        }
        Settlement settlement = Settlement.of(totals, SynthesisSettings.STANDARD, places.people(), SEED);
        for (int community = 0; community < places.communities(); community++) {
            assertThat(places.communityStart(community)).isEqualTo(settlement.communityStart()[community]);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"310115", "440306", "420111"})
    void agesAndSexesAreThoseOfTheCensus(String district) {
        Synthesis synthesis = made(district);
        SynthesisSummary summary = SynthesisSummary.of(synthesis);
        assertThat(summary.maleShare()).isCloseTo(synthesis.totals().maleShare(), within(0.005));
        List<AgeBand> wanted = synthesis.totals().bands();
        for (int band = 0; band < wanted.size(); band++) {
            assertThat(summary.bands().get(band).share())
                    .as("share from age %d", wanted.get(band).fromAge())
                    .isCloseTo(wanted.get(band).share(), within(0.005));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"310115", "440306", "420111"})
    void familiesHaveTheMeanSizeOfTheCensus(String district) {
        Synthesis synthesis = made(district);
        double wanted = synthesis.totals().meanFamilySize();
        assertThat(synthesis.plan().meanFamilySize()).isCloseTo(wanted, within(0.01 * wanted));
        double inRooms = (double) synthesis.plan().peopleInRooms()
                / synthesis.population().size();
        assertThat(inRooms).isCloseTo(synthesis.totals().collective().share(), within(0.001));
    }

    @ParameterizedTest
    @ValueSource(strings = {"310115", "440306", "420111"})
    void contactsHaveThePublishedMeanAndAgePattern(String district) {
        List<SettingContacts> contacts = SynthesisSummary.of(made(district)).contacts();
        assertThat(contacts).extracting(SettingContacts::setting).containsExactly(Setting.values());
        for (SettingContacts each : contacts) {
            assertThat(each.mean()).as("%s", each.setting()).isCloseTo(each.target(), within(0.1 * each.target()));
        }
        assertThat(contacts.get(0).ageDeviation()).as("household").isLessThan(0.2);
        assertThat(contacts.get(0).matrixCorrelation()).as("household").isGreaterThan(0.7);
        assertThat(contacts.get(1).ageCorrelation()).as("school").isGreaterThan(0.95);
        assertThat(contacts.get(1).matrixCorrelation()).as("school").isGreaterThan(0.8);
        assertThat(contacts.get(2).ageCorrelation()).as("work").isGreaterThan(0.98);
        assertThat(contacts.get(2).matrixCorrelation()).as("work").isGreaterThan(0.95);
        assertThat(contacts.get(3).matrixCorrelation()).as("community").isGreaterThan(0.9);
    }

    /** Beside the means published for the ages of 2010: Pudong has grown older since, and its old people work less. */
    @ParameterizedTest
    @ValueSource(strings = {"310115", "440306", "420111"})
    void contactsAreNearThePublishedMeansWhereAgesHaveNotShifted(String district) {
        for (SettingContacts each : SynthesisSummary.of(made(district)).contacts()) {
            boolean older = district.equals("310115") && each.setting() == Setting.WORK;
            double published = each.targetAtPyramid();
            assertThat(each.mean())
                    .as("%s", each.setting())
                    .isCloseTo(published, within((older ? 0.12 : 0.1) * published));
        }
    }

    @Test
    void publishedMeansAreThoseOfTheMatrices() {
        List<SettingContacts> contacts = SynthesisSummary.of(made("310115")).contacts();
        double[] published = {3.78, 1.35, 3.83, 2.79};
        for (int i = 0; i < published.length; i++) {
            assertThat(contacts.get(i).targetAtPyramid()).isCloseTo(published[i], within(0.005));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"310115", "440306", "420111"})
    void everyMinorLivesWithSomebodyOldEnoughToBeAParent(String district) {
        Synthesis synthesis = made(district);
        assertThat(synthesis.plan().misfits()).isZero();
        Population population = synthesis.population();
        int minors = 0;
        for (int person = 0; person < population.size(); person++) {
            if (population.age(person) < Ages.ADULT) {
                minors++;
                assertThat(hasParent(population, person))
                        .as("person %d of seed %d", person, SEED)
                        .isTrue();
            }
        }
        assertThat(minors).isGreaterThan(population.size() / 20);
    }

    @Test
    void whoIsPlacedLastIsNotWorseOff() {
        Population population = made("440306", 0.1, SEED).population();
        int tenth = population.size() / 10;
        double all = meanAge(population, 0, population.size());
        for (int part = 0; part < 10; part++) {
            assertThat(meanAge(population, part * tenth, (part + 1) * tenth))
                    .as("tenth %d of all people, seed %d", part, SEED)
                    .isCloseTo(all, within(1.0));
        }
    }

    private static double meanAge(Population population, int from, int to) {
        double years = 0;
        for (int person = from; person < to; person++) {
            years += population.age(person);
        }
        return years / (to - from);
    }

    private static boolean hasParent(Population population, int child) {
        int start = population.homeStart(child);
        for (int other = start; other < start + population.homeSize(child); other++) {
            int gap = population.age(other) - population.age(child);
            if (gap >= Ages.LEAST_GAP && gap <= Ages.MOST_GAP) {
                return true;
            }
        }
        return false;
    }

    @Test
    void pupilsOfAClassLiveInOneStreetAndAreOfAboutOneAge() {
        Population population = made("440306", 0.05, SEED).population();
        Groups groups = population.groups();
        int apart = 0;
        int schools = 0;
        for (int group = 0; group < groups.classes(); group++) {
            if (population.age(groups.member(groups.start(group))) <= 11) {
                schools++;
                apart += years(population, group) > 2 ? 1 : 0;
                int street = street(population, groups.member(groups.start(group)));
                for (int place = groups.start(group); place < groups.start(group + 1); place++) {
                    assertThat(street(population, groups.member(place))).isEqualTo(street);
                }
            }
        }
        assertThat(schools).isGreaterThan(100);
        assertThat(apart).as("classes of more than three years").isLessThan(schools / 10);
    }

    /** Between the oldest and the youngest pupil; teachers left out. */
    private static int years(Population population, int group) {
        Groups groups = population.groups();
        int youngest = Population.MAX_AGE;
        int oldest = 0;
        for (int place = groups.start(group); place < groups.start(group + 1); place++) {
            int age = population.age(groups.member(place));
            if (age < Ages.ADULT) {
                youngest = Math.min(youngest, age);
                oldest = Math.max(oldest, age);
            }
        }
        return oldest - youngest;
    }

    private static int street(Population population, int person) {
        return population.places().streetOf(population.community(person));
    }

    @Test
    void workplacesAreHeavyTailedAndStandWhereTheSettingsSay() {
        Population population = made("440306", 0.05, SEED).population();
        Groups groups = population.groups();
        int outside = 0;
        int inCommunity = 0;
        int workers = 0;
        for (int group = groups.classes(); group < groups.count(); group++) {
            int at = groups.communityOfUnit(groups.unit(group));
            for (int place = groups.start(group); place < groups.start(group + 1); place++) {
                workers++;
                outside += at == -1 ? 1 : 0;
                inCommunity += at == population.community(groups.member(place)) ? 1 : 0;
            }
        }
        assertThat((double) outside / workers).isCloseTo(0.15, within(0.01));
        assertThat((double) inCommunity / workers)
                .as("own community, chosen or by chance")
                .isBetween(0.1, 0.16);
        List<Integer> units = SynthesisSummary.of(made("440306", 0.05, SEED)).unitsBySize();
        assertThat(units.get(0)).isGreaterThan(5 * units.get(1));
        assertThat(units.get(3) + units.get(4)).as("of 250 and more").isPositive();
    }

    @Test
    void sameSeedGivesTheSamePeopleAndAnotherSeedOthers() {
        Population first = made("420111").population();
        assertThat(bytes(made("420111").population())).isEqualTo(bytes(first));
        assertThat(bytes(made("420111", SCALE, SEED + 1).population())).isNotEqualTo(bytes(first));
    }

    /** Everything that a population tells about everybody, and the members of all groups in order. */
    private static List<Integer> bytes(Population population) {
        List<Integer> bytes = new ArrayList<>();
        for (int person = 0; person < population.size(); person++) {
            bytes.add(population.age(person));
            bytes.add(population.sex(person).ordinal());
            bytes.add(population.homeStart(person));
            bytes.add(population.homeSize(person));
            bytes.add(population.community(person));
            bytes.add(population.places().compoundOf(person));
            bytes.add(population.group(person));
        }
        for (int place = 0; place < population.groups().members(); place++) {
            bytes.add(population.groups().member(place));
        }
        return bytes;
    }

    @Test
    void aDistrictOfAFewPeopleACommunityStillHasExactTotals() {
        Synthesis synthesis = made("310115", 0.001, SEED);
        assertThat(synthesis.population().size()).isEqualTo(5_682);
        assertThat(synthesis.population().places().communities()).isEqualTo(1_360);
    }

    @Test
    void aScaleAtWhichCommunitiesWouldBeEmptyIsRefused() {
        assertThatThrownBy(() -> made("310115", 0.0002, SEED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("1136 people", "1360 communities", "2.4E-4");
        assertThatThrownBy(() -> made("310115", 0.00025, SEED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Choose a larger scale");
    }

    @Test
    void impossibleScalesAreRefused() {
        for (double scale : new double[] {0, -1, 1.5, Double.NaN}) {
            assertThatThrownBy(() -> made("310115", scale, SEED))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContainingAll("scale", String.valueOf(scale));
        }
    }

    @Test
    void parametersChangeWhatTheyName() {
        SynthesisSettings settings =
                SynthesisSettings.STANDARD.with(Parameter.TEAM_SIZE, 5).with(Parameter.ROOM_SIZE, 8);
        Synthesis synthesis = Synthesiser.synthesise(ShippedDistricts.TABLES.district("440306"), settings, SCALE, SEED);
        assertThat(SynthesisSummary.of(synthesis).teamsBySize()).hasSize(8);
        assertThat(synthesis.plan().rooms()).isLessThan(made("440306").plan().rooms() * 6 / 10);
        assertThat(synthesis.figures())
                .contains(new Figure("team_size", "people of a team", 5, "people", "set by the user"));
        assertThat(synthesis.figures())
                .hasSize(
                        Parameter.values().length + synthesis.totals().figures().size());
    }

    @Test
    void ageLimitsThatLeaveNobodyStillGiveEverybodyAHome() {
        SynthesisSettings settings = SynthesisSettings.STANDARD
                .with(Parameter.SETTLED_AGE, 100)
                .with(Parameter.WITH_PARENT_AGE, 20)
                .with(Parameter.CARE_AGE, 120);
        Synthesis synthesis = Synthesiser.synthesise(ShippedDistricts.TABLES.district("420111"), settings, SCALE, SEED);
        assertThat(synthesis.population().size()).isEqualTo(34_576);
        assertThat(synthesis.plan().misfits()).isPositive();
    }

    @Test
    void impossibleParametersAreRefused() {
        assertThatThrownBy(() -> SynthesisSettings.STANDARD.with(Parameter.TEAM_SIZE, 1))
                .hasMessageContainingAll("TEAM_SIZE", "1.0", "2.0..500.0");
        assertThatThrownBy(() -> SynthesisSettings.STANDARD.with(Parameter.WORK_OUTSIDE, 0.9))
                .hasMessageContainingAll("WORK_OUTSIDE", "1.2");
    }
}
