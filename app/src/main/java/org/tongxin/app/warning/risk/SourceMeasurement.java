package org.tongxin.app.warning.risk;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tongxin.app.warning.indicators.IndicatorFigure;
import org.tongxin.app.warning.indicators.IndicatorSource;

/** The coping gap: what the modules above know of a street at this moment. */
@Component
class SourceMeasurement implements Measurement {

    private final List<IndicatorSource> sources;

    SourceMeasurement(List<IndicatorSource> sources) {
        this.sources = sources;
    }

    @Override
    public void add(LocalDate day, Map<String, Measures> byStreet) {
        for (IndicatorSource source : sources) {
            Map<String, IndicatorFigure> figures = source.byStreet();
            byStreet.forEach((path, measures) -> {
                IndicatorFigure figure = figures.get(path);
                if (figure != null) {
                    measures.known(source.indicator(), figure.value(), figure.sentence());
                }
            });
        }
    }
}
