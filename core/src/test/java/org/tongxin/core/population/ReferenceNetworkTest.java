package org.tongxin.core.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** The check values are those that the recipe was published with. */
class ReferenceNetworkTest {

    private static final int PEOPLE = 100_000;

    private final ReferenceNetwork network = ReferenceNetwork.drawn(PEOPLE);
    private final Population population = network.population();
    private final Groups groups = population.groups();
    private long pairs;
    private long checksum;

    @Test
    void householdsAreThoseOfTheRecipe() {
        countHouseholds();
        assertThat(homes()).isEqualTo(35_821);
        assertThat(pairs).isEqualTo(123_217);
    }

    @Test
    void classesAndTeamsAreThoseOfTheRecipe() {
        assertThat(groups.start(groups.classes())).as("pupils").isEqualTo(20_001);
        assertThat(groups.members() - groups.start(groups.classes()))
                .as("workers")
                .isEqualTo(50_051);
        assertThat(PEOPLE - groups.members()).as("others").isEqualTo(29_948);
        countGroups(0, groups.classes());
        assertThat(pairs).as("links at school").isEqualTo(190_000);
        countGroups(groups.classes(), groups.count());
        assertThat(pairs).as("with links at work").isEqualTo(190_000 + 225_225);
    }

    @Test
    void checksumOverAllLinksIsThatOfTheRecipe() {
        countHouseholds();
        countGroups(0, groups.count());
        countCommunity();
        assertThat(pairs).isEqualTo(938_442);
        assertThat(checksum).isEqualTo(468_588_767_483L);
    }

    @Test
    void groupsHoldThePeopleOfTheirPlaces() {
        for (int group = 0; group < groups.count(); group++) {
            int[] members = new int[groups.size(group)];
            int[] drawn = new int[members.length];
            for (int i = 0; i < members.length; i++) {
                members[i] = groups.member(groups.start(group) + i);
                drawn[i] = network.inShuffledOrder(groups.start(group) + i);
            }
            assertThat(members).isSorted().containsExactlyInAnyOrder(drawn);
        }
    }

    @Test
    void everyLinkIsToldAtBothEnds() {
        Links links = population.links();
        assertThat(links.count()).isEqualTo(400_000);
        long ends = 0;
        for (int person = 0; person < PEOPLE; person++) {
            for (int i = 0; i < links.degree(person); i++) {
                ends += links.other(person, i);
            }
        }
        long drawn = 0;
        for (int link = 0; link < network.links(); link++) {
            drawn += network.first(link) + network.second(link);
        }
        assertThat(ends).isEqualTo(drawn);
    }

    @Test
    void sameRecipeAnswersForOtherSizes() {
        assertThat(ReferenceNetwork.of(2).links().count()).isEqualTo(8);
        assertThat(ReferenceNetwork.of(7).size()).isEqualTo(7);
    }

    @Test
    void aPersonAloneHasNobodyToMeet() {
        assertThatThrownBy(() -> ReferenceNetwork.of(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The network LN-1 needs 2..134217728 people, not 1.");
    }

    private int homes() {
        int homes = 0;
        for (int person = 0; person < PEOPLE; person += population.homeSize(person)) {
            homes++;
        }
        return homes;
    }

    private void countHouseholds() {
        for (int first = 0; first < PEOPLE; first++) {
            int end = population.homeStart(first) + population.homeSize(first);
            for (int second = first + 1; second < end; second++) {
                count(first, second);
            }
        }
    }

    private void countGroups(int from, int to) {
        for (int group = from; group < to; group++) {
            for (int first = groups.start(group); first < groups.start(group + 1); first++) {
                for (int second = first + 1; second < groups.start(group + 1); second++) {
                    count(network.inShuffledOrder(first), network.inShuffledOrder(second));
                }
            }
        }
    }

    private void countCommunity() {
        for (int link = 0; link < network.links(); link++) {
            count(network.first(link), network.second(link));
        }
    }

    private void count(int first, int second) {
        pairs++;
        checksum += 3L * first + 7L * second;
    }
}
