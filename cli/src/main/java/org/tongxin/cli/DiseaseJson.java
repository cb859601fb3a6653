package org.tongxin.cli;

import org.tongxin.core.epidemic.Disease;
import org.tongxin.core.epidemic.Diseases;
import org.tongxin.core.epidemic.Period;

/** A disease in a model file: a preset by its name, or two periods. */
final class DiseaseJson {

    private DiseaseJson() {}

    static Disease disease(JsonValue value) {
        if (value.has("preset")) {
            value.only("preset");
            JsonValue preset = value.get("preset");
            return switch (preset.text()) {
                case "covid-2020" -> Diseases.covid2020();
                case "omicron-2022" -> Diseases.omicron2022();
                default -> throw preset.wrong("must be covid-2020 or omicron-2022");
            };
        }
        value.only("latent", "infectious");
        Period latent = period(value.get("latent"));
        Period infectious = period(value.get("infectious"));
        return value.make(() -> Disease.simple(String.valueOf(value.file().getFileName()), latent, infectious));
    }

    static Period period(JsonValue value) {
        if (value.has("geometric")) {
            value.only("geometric");
            return value.make(() -> Period.geometric(value.get("geometric").number()));
        }
        if (value.has("fixed")) {
            value.only("fixed");
            return value.make(() -> Period.fixed(value.get("fixed").whole()));
        }
        value.only("logNormal", "gamma");
        String kind = value.has("gamma") ? "gamma" : "logNormal";
        JsonValue moments = value.get(kind).only("mean", "sd");
        double mean = moments.get("mean").number();
        double sd = moments.get("sd").number();
        return moments.make(() -> kind.equals("gamma") ? Period.gamma(mean, sd, 1) : Period.logNormal(mean, sd, 1));
    }
}
