package org.tongxin.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tongxin.core.population.AgeBand;
import org.tongxin.core.population.ContactMatrices;
import org.tongxin.core.population.DistrictTotals;
import org.tongxin.core.population.Figure;
import org.tongxin.core.population.Places;
import org.tongxin.core.population.StreetWeights;
import org.tongxin.core.population.Synthesis;
import org.tongxin.core.population.SynthesisSummary;
import tools.jackson.databind.json.JsonMapper;

/** What a synthetic population adds up to, as files; no row is about one person or one home. */
final class SynthesisFiles {

    private final Synthesis synthesis;
    private final SynthesisSummary summary;

    private SynthesisFiles(Synthesis synthesis, SynthesisSummary summary) {
        this.synthesis = synthesis;
        this.summary = summary;
    }

    static OutputFiles of(Path folder, Synthesis synthesis) {
        SynthesisFiles files = new SynthesisFiles(synthesis, SynthesisSummary.of(synthesis));
        return new OutputFiles()
                .text(folder.resolve("summary.json"), files.summary())
                .table(folder.resolve("areas.csv"), files.areas())
                .table(folder.resolve("margins.csv"), files.margins())
                .table(folder.resolve("homes.csv"), files.homes())
                .table(folder.resolve("groups.csv"), files.groups())
                .table(folder.resolve("contacts.csv"), files.contacts())
                .table(folder.resolve("contacts-by-age.csv"), files.contactsByAge())
                .table(folder.resolve("assumptions.csv"), files.figures());
    }

    private String summary() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("district", synthesis.totals().code());
        fields.put("name", synthesis.totals().name());
        fields.put("seed", synthesis.seed());
        fields.put("scale", synthesis.scale());
        fields.put("people", synthesis.population().size());
        fields.put("streets", synthesis.population().places().streets());
        fields.put("communities", synthesis.population().places().communities());
        fields.put("compounds", synthesis.population().places().compounds());
        fields.put("families", synthesis.plan().families());
        fields.put("rooms", synthesis.plan().rooms());
        fields.put("peopleInRooms", synthesis.plan().peopleInRooms());
        fields.put("misfits", synthesis.plan().misfits());
        fields.put("classes", synthesis.population().groups().classes());
        fields.put(
                "teams",
                synthesis.population().groups().count()
                        - synthesis.population().groups().classes());
        fields.put("contactsPerDay", synthesis.rates());
        return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(fields) + "\n";
    }

    private List<List<String>> areas() {
        List<List<String>> rows = table("code", "name", "level", "people");
        Places places = synthesis.population().places();
        DistrictTotals totals = synthesis.totals();
        rows.add(area(totals.code(), totals.name(), "district", places.people()));
        for (int street = 0; street < places.streets(); street++) {
            StreetWeights weights = totals.streets().get(street);
            int people = places.streetStart(street + 1) - places.streetStart(street);
            rows.add(area(weights.code(), weights.name(), "street", people));
            int first = places.firstCommunity(street);
            for (int i = 0; i < weights.communities().size(); i++) {
                rows.add(area(
                        weights.communities().get(i).code(),
                        weights.communities().get(i).name(),
                        "community",
                        places.communitySize(first + i)));
            }
        }
        return rows;
    }

    private static List<String> area(String code, String name, String level, int people) {
        return List.of(code, name, level, Integer.toString(people));
    }

    private List<List<String>> margins() {
        List<List<String>> rows = table("measure", "value", "target");
        DistrictTotals totals = synthesis.totals();
        double people = synthesis.population().size();
        rows.add(margin("residents", people, totals.residents() * synthesis.scale()));
        rows.add(margin("male_share", summary.maleShare(), totals.maleShare()));
        for (int band = 0; band < totals.bands().size(); band++) {
            AgeBand wanted = totals.bands().get(band);
            rows.add(margin(
                    "age_share_from_" + wanted.fromAge(),
                    summary.bands().get(band).share(),
                    wanted.share()));
        }
        rows.add(margin(
                "collective_share",
                synthesis.plan().peopleInRooms() / people,
                totals.collective().share()));
        rows.add(margin("mean_family_size", synthesis.plan().meanFamilySize(), totals.meanFamilySize()));
        return rows;
    }

    private static List<String> margin(String measure, double value, double target) {
        return List.of(measure, Numbers.count(value), Numbers.count(target));
    }

    private List<List<String>> homes() {
        List<List<String>> rows = table("size", "families");
        List<Integer> bySize = synthesis.plan().familiesBySize();
        for (int i = 0; i < bySize.size(); i++) {
            rows.add(List.of(Integer.toString(i + 1), bySize.get(i).toString()));
        }
        return rows;
    }

    private List<List<String>> groups() {
        List<List<String>> rows = table("kind", "size_up_to", "groups");
        addSizes(rows, "class", summary.classesBySize());
        addSizes(rows, "team", summary.teamsBySize());
        for (int i = 0; i < summary.unitsBySize().size(); i++) {
            int most = SynthesisSummary.UNIT_SIZES.get(i);
            rows.add(List.of(
                    "school or workplace",
                    most == Integer.MAX_VALUE ? "" : Integer.toString(most),
                    summary.unitsBySize().get(i).toString()));
        }
        return rows;
    }

    private static void addSizes(List<List<String>> rows, String kind, List<Integer> bySize) {
        for (int size = 1; size < bySize.size(); size++) {
            if (bySize.get(size) > 0) {
                rows.add(List.of(kind, Integer.toString(size), bySize.get(size).toString()));
            }
        }
    }

    private List<List<String>> contacts() {
        List<List<String>> rows = table(
                "setting",
                "per_member",
                "mean",
                "target",
                "target_at_pyramid",
                "age_deviation",
                "age_correlation",
                "matrix_correlation");
        summary.contacts()
                .forEach(each -> rows.add(List.of(
                        each.setting().name().toLowerCase(Locale.ROOT),
                        Numbers.text(each.contactsPerMember()),
                        Numbers.text(each.mean()),
                        Numbers.text(each.target()),
                        Numbers.text(each.targetAtPyramid()),
                        Numbers.text(each.ageDeviation()),
                        Numbers.text(each.ageCorrelation()),
                        Numbers.text(each.matrixCorrelation()))));
        return rows;
    }

    private List<List<String>> contactsByAge() {
        List<List<String>> rows = table("setting", "age_from", "mean", "target");
        summary.contacts().forEach(each -> {
            for (int group = 0; group < each.byAge().size(); group++) {
                rows.add(List.of(
                        each.setting().name().toLowerCase(Locale.ROOT),
                        Integer.toString(group * ContactMatrices.GROUP_YEARS),
                        Numbers.text(each.byAge().get(group)),
                        Numbers.text(each.targetByAge().get(group))));
            }
        });
        return rows;
    }

    private List<List<String>> figures() {
        List<List<String>> rows = table("name", "meaning", "value", "unit", "source");
        rows.add(List.of(
                "scale", "people for each resident", Numbers.text(synthesis.scale()), "share", "set by the user"));
        rows.add(List.of("seed", "same seed, same people", Long.toString(synthesis.seed()), "", "set by the user"));
        for (Figure each : synthesis.figures()) {
            rows.add(List.of(each.name(), each.meaning(), Numbers.count(each.value()), each.unit(), each.source()));
        }
        return rows;
    }

    private static List<List<String>> table(String... head) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(head));
        return rows;
    }
}
