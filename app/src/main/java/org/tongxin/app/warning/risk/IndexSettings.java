package org.tongxin.app.warning.risk;

import org.tongxin.core.rating.IndexConfig;
import org.tongxin.core.rating.Thresholds;

/** What one version of the index consists of, as it is kept: indicators with weights and curves, floors, thresholds. */
public record IndexSettings(IndexConfig config, Thresholds thresholds) {}
