/**
 * The early-warning index of a street, 0 to 100, beside the official level and never in its place. Listens to {@code
 * StreamsAssessed}.
 *
 * <p>What always holds: only streets and the district are rated, never a community, a compound or a person; the parts
 * that are shown add up to the index exactly; what is unknown is left open and not counted as calm; a change of weights
 * is laid beside the old ones on past days before a named person adopts it; an override has a reason and an end.
 */
@NamedInterface("risk")
@NullMarked
package org.tongxin.app.warning.risk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
