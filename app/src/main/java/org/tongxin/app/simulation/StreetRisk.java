package org.tongxin.app.simulation;

/** What a course lets expect in a street: the sum of its communities' infections within 7 and 14 days, scaled back. */
public record StreetRisk(String path, double infections7, double infections14) {}
