package com.luckyfunatic.operations.adjust;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a file of adjustments consists of: its parts by their hashes, and what each of them moves.
 * It stands for exactly these rows in exactly this order, whichever way they go. Immutable.
 *
 * @param parts at least one, in the order of the file
 */
public record AdjustmentManifest(List<Part> parts) {
    /** The most parts of a file that goes by way of a server. */
    public static final int PARTS_MAX = 200;

    /** What tells these hashes apart from any others of the same lines. */
    private static final String FORM = "adjustments 1\n";

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    /** Copies the list and checks that there is a part. */
    public AdjustmentManifest {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("a manifest has at least one part");
        }
    }

    /**
     * A part of the file.
     *
     * @param sha256 that of its text: 64 hexadecimal digits
     * @param totals what its rows move
     */
    public record Part(String sha256, AdjustmentTotals totals) {
        /** Checks the hash. */
        public Part {
            if (!isHash(sha256)) {
                throw new IllegalArgumentException("a hash has 64 hexadecimal digits");
            }
        }

        private static Part of(AdjustmentPart part) {
            return new Part(
                    Sha256.hex(part.text().getBytes(StandardCharsets.UTF_8)),
                    AdjustmentTotals.of(part.rows()));
        }

        private String line() {
            StringBuilder line = new StringBuilder(sha256);
            totals.byKind()
                    .forEach((kind, sum) -> line.append(' ').append(kind).append(' ').append(sum));
            return line.append('\n').toString();
        }
    }

    /** Returns whether {@code text} is what a hash is written as. */
    public static boolean isHash(String text) {
        return HASH.matcher(text).matches();
    }

    /** Returns that of {@code rows}, of which there is at least one. */
    public static AdjustmentManifest of(List<Adjustment> rows) {
        List<Part> parts = new ArrayList<>();
        AdjustmentPart.cut(rows, part -> parts.add(Part.of(part)));
        return new AdjustmentManifest(parts);
    }

    /** Returns what it is approved and counted under: 64 hexadecimal digits. */
    public String hash() {
        StringBuilder text = new StringBuilder(FORM);
        parts.forEach(part -> text.append(part.line()));
        return Sha256.hex(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Returns what all parts move together. */
    public AdjustmentTotals totals() {
        return parts.stream()
                .map(Part::totals)
                .reduce(new AdjustmentTotals(Map.of()), AdjustmentTotals::plus);
    }

    /**
     * Returns why {@code read} is not the part with this index, in words; empty when it is. Only
     * then it moves what the manifest says.
     */
    public Optional<String> mismatch(int index, AdjustmentFile read) {
        Part part = parts.get(index);
        if (!part.sha256().equals(read.hash())) {
            return Optional.of("the rows are not those whose hash the manifest has");
        }
        AdjustmentTotals moved = AdjustmentTotals.of(read.rows());
        return moved.equals(part.totals())
                ? Optional.empty()
                : Optional.of(
                        "the rows move "
                                + moved.words()
                                + ", the manifest says "
                                + part.totals().words());
    }
}
