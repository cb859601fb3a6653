package org.tongxin.core.search;

import org.jspecify.annotations.Nullable;
import org.tongxin.core.epidemic.Rule;

/**
 * A rule and what allows it.
 *
 * @param rule what is done, where and when
 * @param basis what allows it; none makes the policy no candidate
 */
public record PlannedRule(Rule rule, @Nullable LegalBasis basis) {}
