package org.tongxin.core.text;

import java.util.Arrays;

/**
 * How many distinct households of each place used each term on one day.
 *
 * @param keys term in the upper, place in the lower 32 bits; rising
 * @param households as keys
 */
record DayCounts(long[] keys, int[] households) {

    static final DayCounts NONE = new DayCounts(new long[0], new int[0]);

    static DayCounts of(DayTerms terms, RequestIndex index) {
        long[] postings = terms.postings();
        long[] keys = new long[postings.length * 3];
        int[] households = new int[keys.length];
        int kept = 0;
        int from = 0;
        while (from < postings.length) {
            int to = terms.end(from);
            long[] users = users(postings, from, to, index);
            int term = DayTerms.term(postings[from]);
            for (int i = 0; i < users.length; i++) {
                long key = (long) term << 32 | users[i] >>> 32;
                if (kept == 0 || keys[kept - 1] != key) {
                    keys[kept++] = key;
                }
                households[kept - 1] += i == 0 || users[i] != users[i - 1] ? 1 : 0;
            }
            from = to;
        }
        return new DayCounts(Arrays.copyOf(keys, kept), Arrays.copyOf(households, kept));
    }

    /** Place in the upper, household in the lower 32 bits; rising, a household once for each of its messages. */
    private static long[] users(long[] postings, int from, int to, RequestIndex index) {
        int length = 0;
        for (int i = from; i < to; i++) {
            length += index.places(DayTerms.request(postings[i])).length;
        }
        long[] users = new long[length];
        int at = 0;
        for (int i = from; i < to; i++) {
            int request = DayTerms.request(postings[i]);
            for (int place : index.places(request)) {
                users[at++] = (long) place << 32 | index.household(request);
            }
        }
        Arrays.sort(users);
        return users;
    }

    int of(int term, int place) {
        int at = Arrays.binarySearch(keys, (long) term << 32 | place);
        return at < 0 ? 0 : households[at];
    }
}
