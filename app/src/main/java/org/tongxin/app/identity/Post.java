package org.tongxin.app.identity;

import java.time.Instant;

/**
 * A post that an account holds for a time. Nothing is open-ended: a post ends or is renewed.
 *
 * @param areaPath code path of the area whose subtree is its territory
 * @param title as shown on pages, such as the name of the office
 * @param since district time, inclusive
 * @param until district time, exclusive
 */
public record Post(Role role, String areaPath, String title, Instant since, Instant until) {}
