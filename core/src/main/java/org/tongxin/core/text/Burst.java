package org.tongxin.core.text;

import java.time.LocalDate;
import java.util.List;

/**
 * More households of a place use a term than could be expected.
 *
 * @param day the day
 * @param place code of the place: community, street or district
 * @param label the topic's name, or the longest phrase that the households share
 * @param known whether the label is a topic of the dictionary
 * @param households distinct households
 * @param grids distinct grids they live in
 * @param messages messages, duplicates included: how urgent it is to them
 * @param expected expected households
 * @param p probability of so many
 * @param q share of false ones at which it would be named among all terms of the day
 * @param terms other terms that the same households use
 * @param examples positions of three requests in the list that was given, each of another household
 */
public record Burst(
        LocalDate day,
        String place,
        String label,
        boolean known,
        int households,
        int grids,
        int messages,
        double expected,
        double p,
        double q,
        List<String> terms,
        List<Integer> examples) {}
