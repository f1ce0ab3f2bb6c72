package com.luckyfunatic.admin.adjust;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.luckyfunatic.admin.ExitCodes;
import com.luckyfunatic.admin.server.Confirmation;
import com.luckyfunatic.admin.server.RefusedException;
import com.luckyfunatic.admin.server.ServerDialog;
import com.luckyfunatic.admin.server.SupportClient;
import com.luckyfunatic.admin.server.Talk;
import com.luckyfunatic.operations.adjust.Adjustment;
import com.luckyfunatic.operations.adjust.AdjustmentFile;
import com.luckyfunatic.operations.adjust.AdjustmentManifest;
import com.luckyfunatic.operations.adjust.AdjustmentPart;
import com.luckyfunatic.operations.adjust.AdjustmentResults;
import com.luckyfunatic.operations.adjust.AdjustmentResults.Result;
import com.luckyfunatic.operations.adjust.AdjustmentRun;
import com.luckyfunatic.operations.adjust.RowProblem;
import com.luckyfunatic.operations.adjust.SecondPerson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * A file of adjustments that a server carries out, part by part. It is read and understood here,
 * and nothing of it is sent if a row is bad. Not thread-safe.
 */
final class AdjustmentAtServer implements Talk {
    private static final String PATH = "adjustments/";

    /** More than that nobody reads; what is behind them is not looked at. */
    private static final int PROBLEMS_MAX = 100;

    private final AdjustOrder order;
    private final AdjustReport report;
    private final Confirmation confirmation;
    private boolean isApplying;

    AdjustmentAtServer(AdjustOrder order, AdjustReport report, Confirmation confirmation) {
        this.order = order;
        this.report = report;
        this.confirmation = confirmation;
    }

    /**
     * The file, cut for a server.
     *
     * @param manifest what every request carries
     */
    private record Cut(AdjustmentFile file, List<AdjustmentPart> parts, ArrayNode manifest) {
        static Cut of(AdjustmentFile file, AdjustmentManifest manifest) {
            ArrayNode parts = JsonNodeFactory.instance.arrayNode();
            for (AdjustmentManifest.Part part : manifest.parts()) {
                ObjectNode moves =
                        parts.addObject().put("sha256", part.sha256()).putObject("moves");
                part.totals()
                        .byKind()
                        .forEach((kind, sum) ->
                                moves.put(kind.name().toLowerCase(Locale.ROOT), sum));
            }
            return new Cut(file, AdjustmentPart.cut(file.rows()), parts);
        }

        /** Returns the beginning of a request about the whole file. */
        ObjectNode request() {
            return JsonNodeFactory.instance.objectNode().set("manifest", manifest);
        }

        /** Returns the beginning of a request about a part, the first being 1. */
        ObjectNode request(int part) {
            return request().put("part", part).put("rows", parts.get(part - 1).text());
        }
    }

    @Override
    public int hold(SupportClient client, ServerDialog dialog) throws IOException {
        AdjustmentFile read = AdjustmentFile.read(order.file());
        if (!read.problems().isEmpty()) {
            return report.refuse(read, read.problems());
        }
        AdjustmentManifest manifest = AdjustmentManifest.of(read.rows());
        if (manifest.parts().size() > AdjustmentManifest.PARTS_MAX) {
            return report.refuse(tooLarge(read, manifest));
        }
        Cut cut = Cut.of(read, manifest);
        return switch (order.aim()) {
            case CHECK -> check(client, cut);
            case APPROVE -> approve(client, cut);
            case APPLY -> apply(client, cut, manifest);
        };
    }

    private static String tooLarge(AdjustmentFile read, AdjustmentManifest manifest) {
        return "The file has "
                + read.rows().size()
                + " rows, which are "
                + manifest.parts().size()
                + " requests. A server takes files of at most "
                + AdjustmentManifest.PARTS_MAX
                + " requests, which are "
                + AdjustmentManifest.PARTS_MAX * AdjustmentPart.ROWS_MAX
                + " rows, or fewer if they are long. Larger ones take --direct.";
    }

    /**
     * What a server has found.
     *
     * @param beyond of what one person may not move that much alone
     */
    private record Checked(List<RowProblem> problems, List<String> beyond) {}

    private Checked checked(SupportClient client, Cut cut) throws IOException {
        return report.told("rows checked", cut.file(), line -> checked(client, cut, line));
    }

    private static Checked checked(SupportClient client, Cut cut, IntConsumer progress)
            throws IOException {
        List<RowProblem> problems = new ArrayList<>();
        List<String> beyond = List.of();
        int rows = 0;
        for (int i = 1; i <= cut.parts().size(); i++) {
            AdjustmentPart part = cut.parts().get(i - 1);
            JsonNode data = client.postPatiently(PATH + "check", cut.request(i));
            for (JsonNode each : data.path("problems")) {
                problems.add(part.inFile(problem(each)));
            }
            beyond = data.path("beyond").valueStream().map(JsonNode::asText).toList();
            rows += part.rows().size();
            progress.accept(rows);
            if (problems.size() >= PROBLEMS_MAX && i < cut.parts().size()) {
                problems.add(new RowProblem(0, "", "rows behind these were not looked at"));
                break;
            }
        }
        return new Checked(problems, beyond);
    }

    private static RowProblem problem(JsonNode problem) {
        return new RowProblem(
                problem.path("row").asInt(),
                problem.path("column").asText(),
                problem.path("reason").asText());
    }

    private int check(SupportClient client, Cut cut) throws IOException {
        Checked checked = checked(client, cut);
        if (!checked.problems().isEmpty()) {
            return report.refuse(cut.file(), checked.problems());
        }
        int code = report.inOrder(cut.file());
        if (!checked.beyond().isEmpty()) {
            report.complain(another(checked));
        }
        return code;
    }

    private static String another(Checked checked) {
        return SecondPerson.why(checked.beyond()) + " " + AdjustView.ANOTHER_APPROVES;
    }

    private int approve(SupportClient client, Cut cut) throws IOException {
        Checked checked = checked(client, cut);
        if (!checked.problems().isEmpty()) {
            return report.refuse(cut.file(), checked.problems());
        }
        JsonNode data =
                client.postPatiently(PATH + "approve", cut.request().put("reason", order.reason()));
        return report.approved(cut.file(), data.path("approvedBy").asText());
    }

    private int apply(SupportClient client, Cut cut, AdjustmentManifest manifest)
            throws IOException {
        Path target = order.results(cut.file());
        // What was begun was in order; players may have changed by it.
        if (!AdjustmentResults.isBegun(target)) {
            Checked checked = checked(client, cut);
            if (!checked.problems().isEmpty()) {
                return report.refuse(cut.file(), checked.problems());
            }
            if (!checked.beyond().isEmpty() && order.approver() == null) {
                return report.refuse(another(checked));
            }
        }
        report.complain(
                cut.file().rows().size() + " rows, which move " + manifest.totals().words());
        if (!confirmation.isGiven(report.spec())) {
            report.complain("Nothing has changed.");
            return ExitCodes.PROBLEMS;
        }
        isApplying = true;
        try (AdjustmentResults written = AdjustmentResults.open(target, cut.file().mark())) {
            AdjustmentRun.Tally tally =
                    report.told(
                            "rows done", cut.file(), line -> applied(client, cut, written, line));
            return report.done(cut.file(), tally, target);
        }
    }

    private AdjustmentRun.Tally applied(
            SupportClient client, Cut cut, AdjustmentResults written, IntConsumer progress)
            throws IOException {
        Map<Result, Integer> counts = new EnumMap<>(Result.class);
        int rows = 0;
        for (int i = 1; i <= cut.parts().size(); i++) {
            List<Adjustment> part = cut.parts().get(i - 1).rows();
            try {
                results(client, cut, i, written)
                        .forEach(each -> counts.merge(each, 1, Integer::sum));
            } catch (IOException | RefusedException e) {
                report.complain(rows + " of " + cut.file().rows().size() + " rows are done.");
                throw e;
            }
            rows += part.size();
            progress.accept(rows);
        }
        return AdjustmentRun.Tally.of(counts);
    }

    /** Returns what became of each row of a part, some time before or now. */
    private List<Result> results(
            SupportClient client, Cut cut, int number, AdjustmentResults written)
            throws IOException {
        List<Adjustment> rows = cut.parts().get(number - 1).rows();
        List<Result> known = new ArrayList<>();
        for (Adjustment row : rows) {
            Result result = written.known(row);
            if (result != null) {
                known.add(result);
            }
        }
        if (known.size() == rows.size()) {
            return known;
        }
        ObjectNode request = cut.request(number).put("reason", order.reason());
        if (order.approver() != null) {
            request.put("approvedBy", order.approver());
        }
        JsonNode answered = client.postPatiently(PATH + "apply", request).path("results");
        // All of them are understood before one is written.
        List<Result> told = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            told.add(result(rows.get(i), answered.path(i)));
        }
        List<Result> results = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Result before = written.known(rows.get(i));
            if (before == null) {
                written.add(rows.get(i), told.get(i), answered.path(i).path("detail").asText());
            }
            results.add(before == null ? told.get(i) : before);
        }
        return results;
    }

    private static Result result(Adjustment row, JsonNode told) throws IOException {
        Result result = Result.of(told.path("result").asText());
        if (result == null || !told.path("operationId").asText().equals(row.name())) {
            throw new IOException("it has not told what became of row " + row.row());
        }
        return result;
    }

    @Override
    public String whenAway() {
        return isApplying
                ? "More of them may be. The same command goes on, and each row is done once."
                : "Nothing was done. Give the same command again.";
    }
}
