package org.tongxin.app.warning.indicators;

import java.util.Map;

/**
 * Measures one indicator of the risk index for every street. A street of which nothing is known is left out, never given
 * as zero. Figures are of areas; no implementation may give one of a person.
 */
public interface IndicatorSource {

    /** Name of the indicator, as the configuration of the index writes it. */
    String indicator();

    /** Figures of this moment, by path of the street. */
    Map<String, IndicatorFigure> byStreet();
}
