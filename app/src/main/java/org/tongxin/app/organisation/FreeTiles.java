package org.tongxin.app.organisation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Gives streets without a tile the free ones, row by row from the top left, so that no street is missing from a drawing. */
final class FreeTiles {

    private static final int COLUMNS = 7;

    private FreeTiles() {}

    /** @param streets those without a tile have a negative row */
    static List<StreetTile> given(List<StreetTile> streets) {
        Set<Integer> taken = new HashSet<>();
        streets.stream().filter(FreeTiles::isPlaced).forEach(street -> taken.add(number(street)));
        return streets.stream()
                .map(street -> isPlaced(street) ? street : at(street, free(taken)))
                .toList();
    }

    private static boolean isPlaced(StreetTile street) {
        return street.row() >= 0;
    }

    private static int number(StreetTile street) {
        return street.row() * COLUMNS + street.column();
    }

    private static int free(Set<Integer> taken) {
        int number = 0;
        while (!taken.add(number)) {
            number++;
        }
        return number;
    }

    private static StreetTile at(StreetTile street, int number) {
        return new StreetTile(
                street.path(), street.name(), street.nameEn(), number / COLUMNS, number % COLUMNS, street.outline());
    }
}
