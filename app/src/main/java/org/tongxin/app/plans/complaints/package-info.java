/**
 * Complaints about public measures: filed without an account, read and answered by the body that decided the measure.
 *
 * <p>What always holds: who carries a measure out sees neither complaint nor complainant, so nothing of a complaint is
 * announced as an event; a measure goes on while a complaint is looked at; of the code with which an answer is read only a
 * hash is kept; the contact stands apart, for one purpose, until a day; no network address is stored.
 */
@NamedInterface("complaints")
@NullMarked
package org.tongxin.app.plans.complaints;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
