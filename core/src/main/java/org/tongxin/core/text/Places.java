package org.tongxin.core.text;

import java.util.List;

/** The rings a grid lies in, by the national code: six digits of the district, nine of the street, twelve of the community. */
final class Places {

    private static final List<Integer> DIGITS = List.of(6, 9, 12);

    private Places() {}

    /** Codes of district, street and community, as far as the grid's code reaches. */
    static List<String> of(String grid) {
        return DIGITS.stream()
                .filter(digits -> digits <= grid.length())
                .map(digits -> grid.substring(0, digits))
                .toList();
    }
}
