package com.luckyfunatic.server.metrics;

import com.luckyfunatic.server.metrics.PromQl.LabelMatch;
import com.luckyfunatic.server.metrics.PromQl.Query;
import com.luckyfunatic.server.metrics.PromQl.Selector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Compares what a query names with what there is. A wrong name is no error to Prometheus. */
final class QueryCheck {
    private static final Pattern ALTERNATIVES = Pattern.compile("[\\w-]+(?:\\|[\\w-]+)+");
    private static final Pattern COUNTER = Pattern.compile(".*_(total|count|sum|bucket)");

    /** {@code {{ $labels.name }}} of an alert, {@code {{name}}} of a legend. */
    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\{\\{\\s*(?:\\$labels\\.)?(\\w+)\\s*}}");

    private final KnownMetrics known;

    QueryCheck(KnownMetrics known) {
        this.known = known;
    }

    /**
     * What is wrong with a query.
     *
     * @param texts are shown with its result, and may name labels of that
     */
    List<String> problems(String expression, String... texts) {
        Query query;
        try {
            query = PromQl.read(expression);
        } catch (IllegalArgumentException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
        List<String> problems = new ArrayList<>();
        query.selectors().forEach(each -> problems.addAll(problems(each)));
        if (problems.isEmpty()) {
            Collection<String> labels = labels(query);
            Arrays.stream(texts)
                    .flatMap(text -> PLACEHOLDER.matcher(text).results())
                    .map(found -> found.group(1))
                    .filter(label -> !labels.contains(label))
                    .forEach(label -> problems.add("the result has no label " + label));
        }
        return List.copyOf(problems);
    }

    private Collection<String> labels(Query query) {
        Collection<String> labels = query.labels();
        return labels != null
                ? labels
                : query.selectors().isEmpty()
                        ? Set.of()
                        : known.labels(query.selectors().getFirst().metric());
    }

    private List<String> problems(Selector selector) {
        String metric = selector.metric();
        if (!known.has(metric)) {
            return List.of("nobody tells " + metric);
        }
        List<String> problems = new ArrayList<>();
        if (COUNTER.matcher(metric).matches() != selector.rated()) {
            problems.add(metric + " is a counter or is not, and is treated the other way");
        }
        Set<String> labels = known.labels(metric);
        for (String label : selector.groupedBy()) {
            if (!labels.contains(label)) {
                problems.add(metric + " has no label " + label + " to group by");
            }
        }
        for (LabelMatch match : selector.matches()) {
            if (!labels.contains(match.label())) {
                problems.add(metric + " has no label " + match.label());
            } else if (!couldMatch(match)) {
                problems.add(match.label() + " is never " + match.value());
            }
        }
        return List.copyOf(problems);
    }

    /** Variables of a dashboard match whatever they hold. */
    private boolean couldMatch(LabelMatch match) {
        Set<String> values = known.values(match.label());
        String wanted = match.value();
        if (values.isEmpty() || wanted.startsWith("$")) {
            return true;
        }
        if (!match.operator().endsWith("~")) {
            return values.contains(wanted);
        }
        if (ALTERNATIVES.matcher(wanted).matches()) {
            return values.containsAll(List.of(wanted.split("\\|", -1)));
        }
        return values.stream().anyMatch(Pattern.compile(wanted).asMatchPredicate());
    }
}
