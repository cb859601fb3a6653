package org.tongxin.app.plans;

import java.util.List;
import org.tongxin.app.tasks.TaskField;

/**
 * One prepared task of a playbook.
 *
 * @param code its place in the playbook, such as {@code A5}
 * @param level who answers it: {@code DISTRICT}, {@code STREET}, {@code COMMUNITY}, or {@code UNIT} (asked by the street)
 * @param post the post that answers, in Chinese
 * @param dueHours hours after activation; a suggested value
 * @param basis kinds of basis: {@code LAW}, {@code PLAN}, {@code ORGANISATION}, {@code POSTING}, {@code VOLUNTARY},
 *     {@code CONTRACT}, {@code SELF_GOVERNANCE}
 * @param basisText the articles or agreements, in Chinese
 * @param source {@code STUDY} where the study describes it, {@code OURS} where the product adds it
 * @param staffing true when it calls for people at posts
 * @param minutes estimated minutes to answer
 */
public record PlanItem(
        String code,
        String level,
        String post,
        String title,
        String titleEn,
        int dueHours,
        List<String> basis,
        String basisText,
        String source,
        boolean staffing,
        int minutes,
        List<TaskField> fields) {}
