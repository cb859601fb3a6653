package org.tongxin.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tongxin.core.epidemic.Arrival;
import org.tongxin.core.epidemic.Contacts;
import org.tongxin.core.epidemic.Disease;
import org.tongxin.core.epidemic.FirstGeneration;
import org.tongxin.core.epidemic.Immunity;
import org.tongxin.core.epidemic.Layer;
import org.tongxin.core.epidemic.Measure;
import org.tongxin.core.epidemic.Model;
import org.tongxin.core.epidemic.Response;
import org.tongxin.core.population.DistrictTotals;
import org.tongxin.core.population.Population;
import org.tongxin.core.population.ReferenceNetwork;
import org.tongxin.core.population.Synthesis;
import org.tongxin.core.population.SynthesisSettings;
import org.tongxin.core.population.Synthesiser;

/**
 * A model of an epidemic as JSON; see the guide of the command line for its form.
 *
 * @param name of the case, for the summary
 * @param situations one model, or one for each present drawn from what reports allow
 * @param synthesis what the population rests on; empty for the reference network
 */
record ModelFile(String name, List<Model> situations, Optional<Synthesis> synthesis) {

    /** First cases tried when transmission is set by the first generation: its error is about 1.3 %. */
    private static final int FIRST_CASES = 16_000;

    static ModelFile read(Path file) {
        return read(file, DistrictFiles.standardFolder());
    }

    /** @param districts folder with the tables of districts */
    static ModelFile read(Path file, Path districts) {
        JsonValue root = JsonValue.read(file)
                .only(
                        "name",
                        "about",
                        "population",
                        "disease",
                        "contacts",
                        "immunity",
                        "arrivals",
                        "fittedState",
                        "rules",
                        "capacity",
                        "workload",
                        "remainingContacts",
                        "deathsWithoutBed",
                        "days");
        Optional<Synthesis> synthesis = synthesis(root.get("population"), districts);
        Population population = synthesis.map(Synthesis::population).orElseGet(() -> network(root.get("population")));
        return new ModelFile(name(root, file), situations(root, population, synthesis), synthesis);
    }

    private static String name(JsonValue root, Path file) {
        return root.has("name") ? root.get("name").text() : String.valueOf(file.getFileName());
    }

    private static List<Model> situations(JsonValue root, Population population, Optional<Synthesis> synthesis) {
        boolean fitted = root.has("fittedState");
        if (fitted && (root.has("contacts") || root.has("arrivals"))) {
            throw root.refused("a fitted state brings its own contacts and arrivals. Take those two fields out.");
        }
        Disease disease = DiseaseJson.disease(root.get("disease"));
        Immunity immunity = root.has("immunity") ? immunity(root.get("immunity")) : Immunity.NONE;
        List<Arrival> arrivals = fitted ? List.of() : arrivals(root.get("arrivals"));
        Response response = ResponseJson.response(root);
        int days = root.get("days").whole();
        Contacts none = Contacts.ofLinks(0, 0, 0, 0);
        Model without = root.make(() -> new Model(population, disease, none, immunity, arrivals, response, days));
        return fitted
                ? fittedState(root.get("fittedState"), without, synthesis)
                : List.of(root.make(() -> without.withContacts(contacts(root.get("contacts"), without, synthesis))));
    }

    private static List<Model> fittedState(JsonValue value, Model without, Optional<Synthesis> synthesis) {
        if (synthesis.isEmpty()) {
            throw value.refused("only the people of a district have a state that can be fitted. Name a district.");
        }
        return FittedStateJson.situations(value, without, synthesis.get());
    }

    private static Optional<Synthesis> synthesis(JsonValue value, Path districts) {
        if (value.has("recipe")) {
            return Optional.empty();
        }
        value.only("district", "scale", "seed");
        String district = value.get("district").text();
        long seed = value.has("seed") ? value.get("seed").whole() : 1;
        double scale = value.number("scale", 1);
        DistrictTotals totals = value.make(() -> DistrictFiles.read(districts, district));
        MemoryNeed.requirePeople(value, Math.round(totals.residents() * scale), MemoryNeed.BYTES_OF_A_RESIDENT);
        return Optional.of(value.make(() -> Synthesiser.synthesise(totals, SynthesisSettings.STANDARD, scale, seed)));
    }

    private static Population network(JsonValue value) {
        value.only("recipe", "people");
        if (!value.get("recipe").text().equals("LN-1")) {
            throw value.get("recipe").wrong("must be LN-1; for people of a district name the district instead");
        }
        int people = value.get("people").whole();
        MemoryNeed.requirePeople(value, people, MemoryNeed.BYTES_OF_A_PERSON_LINKED);
        return value.make(() -> ReferenceNetwork.of(people));
    }

    private static Contacts contacts(JsonValue value, Model without, Optional<Synthesis> synthesis) {
        if (value.has("transmission")) {
            return ofLayers(value);
        }
        value.only("perContact", "firstGeneration");
        if (value.has("perContact") && value.has("firstGeneration")) {
            throw value.refused("perContact and firstGeneration both set how easily it passes. Keep one of them.");
        }
        if (synthesis.isEmpty()) {
            throw value.refused("the reference network has no rates of contact; give the transmission by layer.");
        }
        if (value.has("perContact")) {
            return value.make(() ->
                    Contacts.of(synthesis.get().rates(), value.get("perContact").number()));
        }
        double wanted = value.get("firstGeneration").number();
        return value.make(() -> Contacts.of(
                synthesis.get().rates(),
                FirstGeneration.perContact(without, synthesis.get().rates(), wanted, FIRST_CASES, 1)));
    }

    private static Contacts ofLayers(JsonValue value) {
        value.only("transmission", "neighbours", "strangers", "withinCommunity", "withinStreet");
        var transmission = MeasureJson.byLayer(value.get("transmission"), JsonValue::number);
        boolean strangers = value.has("strangers");
        if (!strangers) {
            transmission.putIfAbsent(Layer.RANDOM, 0.0);
        }
        return value.make(() -> new Contacts(
                transmission,
                value.whole("neighbours", 0),
                value.whole("strangers", 0),
                value.number("withinCommunity", strangers ? 0.5 : 1),
                value.number("withinStreet", strangers ? 0.75 : 1)));
    }

    private static Immunity immunity(JsonValue value) {
        value.only("coverage", "againstInfection", "againstSevere");
        return value.make(() -> new Immunity(
                value.get("coverage").numbers(),
                new Measure.Protection(
                        value.get("againstInfection").number(),
                        value.get("againstSevere").number())));
    }

    private static List<Arrival> arrivals(JsonValue list) {
        List<Arrival> arrivals = list.items().stream().map(ModelFile::arrival).toList();
        if (arrivals.isEmpty()) {
            throw list.refused("nobody arrives infected, so that nothing would happen. Name an arrival.");
        }
        return arrivals;
    }

    private static Arrival arrival(JsonValue value) {
        value.only("day", "people", "community");
        return value.make(() -> new Arrival(
                value.get("day").whole(),
                value.whole("community", Arrival.ANYWHERE),
                value.get("people").whole()));
    }
}
