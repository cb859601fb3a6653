package org.tongxin.core.population;

import java.util.EnumMap;
import java.util.Map;

/**
 * Published contacts by setting and age: {@code value(setting, i, j)} is the share of the contacts of one person of age group
 * i that fall on age group j, so that a row adds up to the share of group i that takes part in the setting at all. Groups are
 * {@value #GROUP_YEARS} years wide, the last, {@value #GROUPS} - 1, is open.
 *
 * <p>Immutable; safe for use by several threads.
 */
public final class ContactMatrices {

    /** Number of age groups. */
    public static final int GROUPS = 18;

    /** Width of an age group, years. */
    public static final int GROUP_YEARS = 5;

    private final EnumMap<Setting, double[]> values;

    private ContactMatrices(EnumMap<Setting, double[]> values) {
        this.values = values;
    }

    /**
     * The matrices of all four settings, each {@value #GROUPS} x {@value #GROUPS}, by group of the person, then of the contact.
     *
     * @throws IllegalArgumentException when a setting is missing, a matrix has another shape, or a value is negative or no number
     */
    public static ContactMatrices of(Map<Setting, double[][]> matrices) {
        EnumMap<Setting, double[]> values = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            double[][] matrix = matrices.get(setting);
            if (matrix == null || matrix.length != GROUPS) {
                throw new IllegalArgumentException("The contacts of the setting " + setting + " must have " + GROUPS
                        + " rows, but " + (matrix == null ? "are missing" : "have " + matrix.length) + ".");
            }
            values.put(setting, flat(setting, matrix));
        }
        return new ContactMatrices(values);
    }

    private static double[] flat(Setting setting, double[][] matrix) {
        double[] flat = new double[GROUPS * GROUPS];
        for (int row = 0; row < GROUPS; row++) {
            if (matrix[row].length != GROUPS) {
                throw new IllegalArgumentException("Row " + row + " of the contacts of the setting " + setting + " has "
                        + matrix[row].length + " values instead of " + GROUPS + ".");
            }
            for (int column = 0; column < GROUPS; column++) {
                flat[row * GROUPS + column] = requireValue(setting, row, matrix[row][column]);
            }
        }
        return flat;
    }

    private static double requireValue(Setting setting, int row, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(
                    "A value (" + value + ") in row " + row + " of the setting " + setting + " must lie in 0..1.");
        }
        return value;
    }

    /** The age group of a person. */
    public static int group(int years) {
        return Math.min(years / GROUP_YEARS, GROUPS - 1);
    }

    /** Share of the contacts of a person of a group that fall on people of another group. */
    public double value(Setting setting, int group, int contactGroup) {
        return requirePresent(setting)[group * GROUPS + contactGroup];
    }

    /** Share of an age group that takes part in a setting: the sum of its row, at most 1. */
    public double participation(Setting setting, int group) {
        double sum = 0;
        for (int contactGroup = 0; contactGroup < GROUPS; contactGroup++) {
            sum += value(setting, group, contactGroup);
        }
        return Math.min(sum, 1);
    }

    /** Contacts per day of a person of an age group. */
    public double contactsPerDay(Setting setting, int group) {
        return setting.contactsPerDay() * participation(setting, group);
    }

    private double[] requirePresent(Setting setting) {
        double[] present = values.get(setting);
        if (present == null) {
            throw new IllegalStateException("The setting " + setting + " was checked to be present.");
        }
        return present;
    }
}
