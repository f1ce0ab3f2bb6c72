package com.luckyfunatic.server.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads PromQL: as much of it as our alert rules and dashboards use. Everything else it refuses, so
 * that nothing passes unread. There is no library for this in Java that is kept up.
 *
 * <p>Binary operators are read from left to right without precedence, which changes nothing about
 * what an expression names.
 */
final class PromQl {
    /** {@code label operator "value"} in a selector. */
    record LabelMatch(String label, String operator, String value) {}

    /**
     * A selected metric.
     *
     * @param matches what stands in its braces
     * @param groupedBy the labels that aggregations around it keep
     * @param rated whether it is treated as a counter
     * @param ranged whether it is a range of values that no function has taken yet
     */
    record Selector(
            String metric,
            List<LabelMatch> matches,
            List<String> groupedBy,
            boolean rated,
            boolean ranged) {
        private Selector keeping(List<String> labels) {
            List<String> all = new ArrayList<>(groupedBy);
            all.addAll(labels);
            return new Selector(metric, matches, all, rated, ranged);
        }

        private Selector taken(boolean asCounter) {
            return new Selector(metric, matches, groupedBy, rated || asCounter, false);
        }
    }

    /**
     * What an expression names.
     *
     * @param labels those that its result has; nothing when it has those of its first metric
     */
    record Query(List<Selector> selectors, @Nullable List<String> labels) {
        private Query with(Query right) {
            List<Selector> both = new ArrayList<>(selectors);
            both.addAll(right.selectors);
            return new Query(both, selectors.isEmpty() ? right.labels : labels);
        }
    }

    private static final Pattern TOKEN =
            Pattern.compile(
                    "\\s*(?:(?<string>\"(?:[^\"\\\\]|\\\\.)*\")"
                            + "|(?<number>\\d+(?:\\.\\d+)?(?:ms|[smhdwy])?)"
                            + "|(?<name>[A-Za-z_:][\\w:]*|\\$\\w+)"
                            + "|(?<sign>==|!=|=~|!~|>=|<=|[-+*/<>=(){}\\[\\],]))");
    private static final Set<String> AGGREGATIONS =
            Set.of("sum", "min", "max", "avg", "count", "topk");
    private static final Set<String> RATES = Set.of("rate", "increase");
    private static final Set<String> OVER_TIME =
            Set.of("changes", "avg_over_time", "max_over_time");
    private static final Set<String> FUNCTIONS = Set.of("histogram_quantile", "vector");
    private static final Set<String> OPERATORS =
            Set.of("==", "!=", ">", "<", ">=", "<=", "+", "-", "*", "/", "and", "or", "unless");

    private final String text;
    private final List<String> tokens = new ArrayList<>();
    private int next;

    private PromQl(String text) {
        this.text = text;
        Matcher matcher = TOKEN.matcher(text);
        int end = 0;
        while (end < text.stripTrailing().length()) {
            if (!matcher.find(end) || matcher.start() != end) {
                throw new IllegalArgumentException("not understood at " + end + ": " + text);
            }
            tokens.add(matcher.group().strip());
            end = matcher.end();
        }
    }

    /**
     * Reads {@code text}.
     *
     * @throws IllegalArgumentException when it is not PromQL, or uses what nobody here knows
     */
    static Query read(String text) {
        PromQl reader = new PromQl(text);
        Query query = reader.expression();
        if (reader.next < reader.tokens.size()) {
            throw reader.refusal("the end expected");
        }
        if (query.selectors.stream().anyMatch(Selector::ranged)) {
            throw reader.refusal("a range that no function takes");
        }
        return query;
    }

    private Query expression() {
        Query left = operand();
        while (OPERATORS.contains(peek())) {
            next++;
            left = left.with(operand());
        }
        return left;
    }

    private Query operand() {
        String token = take();
        if (token.equals("(")) {
            Query inner = expression();
            expect(")");
            return inner;
        }
        if (Character.isDigit(token.charAt(0))) {
            return new Query(List.of(), null);
        }
        if (!Character.isLetter(token.charAt(0))) {
            throw refusal("a value expected");
        }
        if (AGGREGATIONS.contains(token)) {
            return aggregation(token);
        }
        return peek().equals("(") ? call(token) : selector(token);
    }

    private Query aggregation(String name) {
        List<String> labels = List.of();
        if (peek().equals("by")) {
            next++;
            labels = labels();
        }
        Query inner = arguments();
        if (name.equals("topk")) {
            // It chooses among series, and each stays as it is.
            return inner;
        }
        List<String> kept = labels;
        return new Query(inner.selectors.stream().map(each -> each.keeping(kept)).toList(), kept);
    }

    private Query call(String function) {
        if (function.equals("time")) {
            expect("(");
            expect(")");
            return new Query(List.of(), null);
        }
        boolean rate = RATES.contains(function);
        boolean takesRange = rate || OVER_TIME.contains(function);
        if (!takesRange && !FUNCTIONS.contains(function)) {
            throw refusal("no function that is known here: " + function);
        }
        Query inner = arguments();
        if (takesRange && !inner.selectors.stream().allMatch(Selector::ranged)) {
            throw refusal(function + " takes a range");
        }
        if (!function.equals("histogram_quantile")) {
            return takesRange
                    ? new Query(
                            inner.selectors.stream().map(each -> each.taken(rate)).toList(),
                            inner.labels)
                    : inner;
        }
        List<String> labels = inner.labels;
        if (labels == null || !labels.contains("le")) {
            throw refusal("histogram_quantile needs what is grouped by le");
        }
        return new Query(
                inner.selectors, labels.stream().filter(label -> !label.equals("le")).toList());
    }

    private Query arguments() {
        expect("(");
        Query all = expression();
        while (peek().equals(",")) {
            next++;
            all = all.with(expression());
        }
        expect(")");
        return all;
    }

    private List<String> labels() {
        List<String> labels = new ArrayList<>();
        expect("(");
        do {
            labels.add(take());
        } while (take().equals(","));
        if (!tokens.get(next - 1).equals(")")) {
            throw refusal("labels expected");
        }
        return labels;
    }

    private Query selector(String metric) {
        List<LabelMatch> matches = new ArrayList<>();
        if (peek().equals("{")) {
            do {
                next++;
                matches.add(new LabelMatch(take(), operator(), string()));
            } while (peek().equals(","));
            expect("}");
        }
        boolean ranged = peek().equals("[");
        if (ranged) {
            next++;
            if (!take().matches("\\d+(ms|[smhdwy])|\\$__rate_interval")) {
                throw refusal("a time span expected");
            }
            expect("]");
        }
        return new Query(List.of(new Selector(metric, matches, List.of(), false, ranged)), null);
    }

    private String operator() {
        String token = take();
        if (!Set.of("=", "!=", "=~", "!~").contains(token)) {
            throw refusal("a comparison of a label expected");
        }
        return token;
    }

    private String string() {
        String token = take();
        if (!token.startsWith("\"")) {
            throw refusal("a string expected");
        }
        return token.substring(1, token.length() - 1);
    }

    private String peek() {
        return next < tokens.size() ? tokens.get(next) : "";
    }

    private String take() {
        if (next == tokens.size()) {
            throw refusal("more expected");
        }
        return tokens.get(next++);
    }

    private void expect(String token) {
        if (!take().equals(token)) {
            throw refusal(token + " expected");
        }
    }

    private IllegalArgumentException refusal(String why) {
        return new IllegalArgumentException(why + " at word " + next + " of " + text);
    }
}
