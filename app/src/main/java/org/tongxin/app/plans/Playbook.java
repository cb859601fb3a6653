package org.tongxin.app.plans;

import java.util.List;

/**
 * A prepared plan for one response mode.
 *
 * @param version version of the text
 * @param items common items (K) first, then the mode's own
 */
public record Playbook(ResponseMode mode, String version, String title, String titleEn, List<PlanItem> items) {}
