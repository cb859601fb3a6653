/**
 * The field side of dispatch: the page of a person without an account, presence at a post, hours and certificates,
 * calendars, and urgent calls to everyone near.
 *
 * <p>What always holds: nobody is ordered and a refusal leaves no mark; a code is worth something only to the person on
 * the post, and a try by anyone else stores nothing; nobody's position is stored, nor who passed a post; that a post
 * stands vacant is computed when it is looked at and never kept; a dangerous duty is confirmed only by those who are
 * trained, insured and have read its risks.
 */
@NamedInterface("duty")
@NullMarked
package org.tongxin.app.dispatch.duty;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
