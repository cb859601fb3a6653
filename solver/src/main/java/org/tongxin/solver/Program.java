package org.tongxin.solver;

import java.util.Arrays;

/**
 * A linear program to be minimised: variables from 0 to a limit, some of them whole numbers, and rows between two limits. It holds
 * only what it is told; solvers read it. For one thread only.
 */
final class Program {

    private double[] most = new double[64];
    private double[] cost = new double[64];
    private boolean[] whole = new boolean[64];
    private int variables;

    private double[] rowLeast = new double[64];
    private double[] rowMost = new double[64];
    private int rows;

    private int[] entryRow = new int[256];
    private int[] entryVariable = new int[256];
    private double[] entryFactor = new double[256];
    private int entries;

    private double offset;

    /** Adds a variable from 0 to a limit, and gives its number. */
    int variable(double limit, boolean isWhole, double price) {
        if (variables == most.length) {
            most = Arrays.copyOf(most, 2 * variables);
            cost = Arrays.copyOf(cost, 2 * variables);
            whole = Arrays.copyOf(whole, 2 * variables);
        }
        most[variables] = limit;
        cost[variables] = price;
        whole[variables] = isWhole;
        return variables++;
    }

    /** Adds a row without variables, and gives its number. */
    int row(double least, double limit) {
        if (rows == rowLeast.length) {
            rowLeast = Arrays.copyOf(rowLeast, 2 * rows);
            rowMost = Arrays.copyOf(rowMost, 2 * rows);
        }
        rowLeast[rows] = least;
        rowMost[rows] = limit;
        return rows++;
    }

    /** Puts a variable into a row, once for each pair. */
    void put(int row, int variable, double factor) {
        if (entries == entryRow.length) {
            entryRow = Arrays.copyOf(entryRow, 2 * entries);
            entryVariable = Arrays.copyOf(entryVariable, 2 * entries);
            entryFactor = Arrays.copyOf(entryFactor, 2 * entries);
        }
        entryRow[entries] = row;
        entryVariable[entries] = variable;
        entryFactor[entries++] = factor;
    }

    /** Adds a number to the objective. */
    void offset(double constant) {
        offset = constant;
    }

    int variables() {
        return variables;
    }

    int rows() {
        return rows;
    }

    int entries() {
        return entries;
    }

    double offset() {
        return offset;
    }

    double most(int variable) {
        return most[variable];
    }

    double cost(int variable) {
        return cost[variable];
    }

    boolean isWhole(int variable) {
        return whole[variable];
    }

    double rowLeast(int row) {
        return rowLeast[row];
    }

    double rowMost(int row) {
        return rowMost[row];
    }

    int entryRow(int entry) {
        return entryRow[entry];
    }

    int entryVariable(int entry) {
        return entryVariable[entry];
    }

    double entryFactor(int entry) {
        return entryFactor[entry];
    }
}
