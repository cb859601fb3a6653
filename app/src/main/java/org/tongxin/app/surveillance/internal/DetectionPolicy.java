package org.tongxin.app.surveillance.internal;

import org.springframework.stereotype.Component;
import org.tongxin.app.surveillance.MonitoringPoint;
import org.tongxin.core.stream.ChineseHolidays;
import org.tongxin.core.stream.DetectorSettings;
import org.tongxin.core.stream.StreamDetector;

/** The detector of a point: the default one at its default operating point, with the point's own fixed threshold. */
@Component
class DetectionPolicy {

    StreamDetector detector(MonitoringPoint point) {
        return new StreamDetector(
                ChineseHolidays.calendar(), DetectorSettings.DEFAULT.withFixedThreshold(point.fixedThreshold()));
    }
}
