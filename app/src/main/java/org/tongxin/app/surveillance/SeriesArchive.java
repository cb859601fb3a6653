package org.tongxin.app.surveillance;

import org.tongxin.core.stream.StreamSeries;

/**
 * Takes in what a point counted before this system began: the counts are stored and assessed, day by day with no more than
 * was known before, so that the point is calibrated from the first day on. Past days raise no signal and announce nothing.
 */
public interface SeriesArchive {

    /**
     * @param point a registered point without any count in these days
     * @param counts daily, every day at or before yesterday; missing days stay missing
     */
    void load(MonitoringPoint point, StreamSeries counts);
}
