/**
 * Scan statistics: is there a place and a stretch of the last days in which more happened than chance explains, and how
 * often would chance alone show as much? All circles of neighbouring places and all windows that end on the last day are
 * tried, and the largest likelihood ratio is compared with the largest of many worlds without a cluster, so that the
 * many tries are paid for. {@link org.tongxin.core.scan.Scan} is the way in; {@link org.tongxin.core.scan.ScanModel}
 * says what "without a cluster" means. Places are anonymous points with an id; nothing here knows people.
 */
@NullMarked
package org.tongxin.core.scan;

import org.jspecify.annotations.NullMarked;
