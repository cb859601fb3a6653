package org.tongxin.core.forecast;

import java.util.List;
import java.util.function.IntConsumer;

/** Goes through a series as it became known, and forecasts the next seven days on each day asked for. */
final class Replay {

    private final ReportedSeries series;
    private final DistrictFilter filter;

    Replay(ReportedSeries series, ForecastSettings settings, long seed) {
        this.series = series;
        filter = DistrictFilter.of(settings, series.residents(), seed);
    }

    void run(int from, int to, int announced, Intervention intervention, IntConsumer eachDay) {
        for (int day = from; day <= to; day++) {
            if (series.reported(day)) {
                filter.assimilate(day, series.countOfDay().get(day));
            } else {
                filter.passWithoutReport(day);
            }
            if (day == announced) {
                filter.announce(intervention);
            }
            eachDay.accept(day);
        }
    }

    Posterior posterior() {
        return filter.posterior();
    }

    /** Forecasts the seven days after an origin, and adds what came of it to each score. */
    void score(int origin, List<ForecastScore> scores) {
        Forecast forecast = filter.posterior().forecast(7, origin);
        Band sum = forecast.reportSum(series::reported);
        double actual = series.sum(origin + 1, origin + 7);
        scores.forEach(score -> score.add(sum, actual, series.sum(origin - 6, origin)));
    }
}
