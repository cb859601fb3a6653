package org.tongxin.core.text;

import java.util.Arrays;

/**
 * Which requests of one day use which term, sorted by term, so that the users of a term are one run of the array.
 *
 * @param postings term in the upper, position of the request in the whole list in the lower 32 bits; rising
 */
record DayTerms(long[] postings) {

    static DayTerms of(long[] unsorted) {
        Arrays.sort(unsorted);
        int kept = 0;
        for (int i = 0; i < unsorted.length; i++) {
            if (i == 0 || unsorted[i] != unsorted[i - 1]) {
                unsorted[kept++] = unsorted[i];
            }
        }
        return new DayTerms(Arrays.copyOf(unsorted, kept));
    }

    static long posting(int term, int request) {
        return (long) term << 32 | request;
    }

    static int term(long posting) {
        return (int) (posting >>> 32);
    }

    static int request(long posting) {
        return (int) posting;
    }

    /** End of the run of a term that begins at a place. */
    int end(int from) {
        int to = from;
        while (to < postings.length && term(postings[to]) == term(postings[from])) {
            to++;
        }
        return to;
    }

    /** First place of a term; the end is the first place of the next one. */
    int from(int term) {
        int at = Arrays.binarySearch(postings, (long) term << 32);
        return at < 0 ? -at - 1 : at;
    }
}
