package org.tongxin.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tongxin.core.search.Candidates;
import org.tongxin.core.search.Ranking;
import org.tongxin.core.search.Search;
import org.tongxin.core.search.SearchSettings;
import org.tongxin.core.search.Situations;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Chooses among policies with a stated probability of being right. */
@Command(
        name = "search",
        description = "Chooses the best of several policies, with a stated probability of being right.",
        mixinStandardHelpOptions = true,
        versionProvider = Tongxin.Version.class,
        sortOptions = false)
final class SearchCommand implements Callable<Integer> {

    private static final SearchSettings SUGGESTED = SearchSettings.suggested(1);

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--model", required = true, description = "people, disease, contacts and means as JSON")
    private Path model = Path.of("");

    @Option(names = "--policies", required = true, description = "policies with their legal basis, and what counts")
    private Path policies = Path.of("");

    @Option(
            names = {"--most", "--replicates"},
            description = "most runs of a policy in the selection, which ends undecided then; default 2000")
    private int most = SUGGESTED.mostRuns();

    @Option(names = "--seed", description = "same seed, same ranking; default 1")
    private long seed = 1;

    @Option(names = "--threads", description = "runs at the same time; default one for each processor")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--output", required = true, description = "folder for the tables of the result")
    private Path output = Path.of("");

    @Override
    public Integer call() {
        requireNumbers();
        OutputFiles.requireFolder(output);
        long start = System.nanoTime();
        ModelFile modelFile = ModelFile.read(model);
        PoliciesFile asked = PoliciesFile.read(policies, modelFile);
        Candidates candidates = admitted(asked);
        Situations situations = situations(modelFile);
        MemoryNeed.require(
                model,
                situations.models().getFirst(),
                threads + situations.models().size(),
                threads);
        Ranking ranking = new Search(situations, candidates, asked.criterion(), asked.costs(), settings(asked))
                .run(seed, new StageWatch(err()));
        double wallSeconds = (System.nanoTime() - start) / 1e9;
        new SearchFiles(output, modelFile.name(), asked, ranking).all().write();
        out().println(JsonMapper.builder().build().writeValueAsString(line(ranking, wallSeconds)));
        return 0;
    }

    private void requireNumbers() {
        int least = SUGGESTED.batch() * SUGGESTED.firstStage();
        if (most < least || threads < 1) {
            throw new BadInput("The most runs (" + most + ") must be " + least + " or more, and the threads (" + threads
                    + ") 1 or more. Set --most and --threads.");
        }
    }

    private Candidates admitted(PoliciesFile asked) {
        Candidates candidates = Candidates.admit(asked.policies());
        candidates.refusals().forEach(each -> err().println("Refused: " + each.explanation()));
        if (candidates.policies().size() < 2) {
            throw BadInput.in(
                    policies,
                    PoliciesFile.POLICIES + ": none may compete with doing nothing. The reasons stand above.");
        }
        return candidates;
    }

    /** The rules of a policy take the place of those of the model, which would else be thought to be in force. */
    private Situations situations(ModelFile file) {
        int rules = file.situations().getFirst().response().rules().size();
        if (rules > 0) {
            err().println("The rules of " + model + " (" + rules + ") are left out: each policy brings its own.");
        }
        return new Situations(file.situations());
    }

    private SearchSettings settings(PoliciesFile asked) {
        return new SearchSettings(
                asked.probability(),
                asked.indifference(),
                SUGGESTED.race(),
                SUGGESTED.batch(),
                SUGGESTED.firstStage(),
                most,
                SUGGESTED.frontRuns(),
                threads);
    }

    private Map<String, Object> line(Ranking ranking, double wallSeconds) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("best", ranking.chosen().policy().name());
        line.put("decided", ranking.promise().decided());
        line.put("probability", ranking.promise().confidence());
        line.put("policies", ranking.assessments().size());
        line.put("refused", ranking.refusals().size());
        line.put("runs", ranking.runs());
        line.put("wallSeconds", Math.round(wallSeconds * 1000) / 1000.0);
        line.put("threads", threads);
        line.put("seed", seed);
        return line;
    }

    private PrintWriter out() {
        return spec == null
                ? new PrintWriter(System.out, true)
                : spec.commandLine().getOut();
    }

    private PrintWriter err() {
        return spec == null
                ? new PrintWriter(System.err, true)
                : spec.commandLine().getErr();
    }
}
