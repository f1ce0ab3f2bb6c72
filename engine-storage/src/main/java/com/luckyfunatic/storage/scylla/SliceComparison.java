package com.luckyfunatic.storage.scylla;

import com.luckyfunatic.engine.audit.AuditComparison;
import com.luckyfunatic.engine.audit.AuditDifference;
import com.luckyfunatic.engine.audit.AuditDifference.Kind;
import com.luckyfunatic.engine.audit.AuditScope;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.storage.scylla.ListedRows.Listed;
import com.luckyfunatic.storage.scylla.StoredRows.Stored;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Holds the rows of one slice against what manifests list there: first it is told all that is
 * expected, then all that is stored. Pure; not thread-safe, used once.
 */
final class SliceComparison {
    private final AuditScope scope;
    private final LocalDate begun;
    private final LocalDate today;
    private final Map<Place, Expected> expected = new LinkedHashMap<>();
    private final Map<PlayersDay, Sealed> sealed = new LinkedHashMap<>();
    private final List<AuditDifference> differences = new ArrayList<>();
    private final List<Stored> unknown = new ArrayList<>();

    SliceComparison(AuditScope scope) {
        this.scope = scope;
        begun = Days.of(scope.begunAtMillis());
        today = Days.of(scope.nowMillis());
    }

    /**
     * What came of it.
     *
     * @param differences what is wrong for sure
     * @param unknown rows that no manifest lists and that are too old to be on their way
     */
    record Result(
            AuditComparison comparison, List<AuditDifference> differences, List<Stored> unknown) {}

    /** The rows of one change in one table; a change may have several events, one row each. */
    private record Place(AuditTable table, long player, LocalDate day, long sequence) {}

    private record PlayersDay(long player, LocalDate day) {}

    /** The sealed sequences of a player's day. */
    private static final class Sealed {
        private long first = Long.MAX_VALUE;
        private long last = Long.MIN_VALUE;
    }

    /** What is to be at a place. A change may be listed twice: its batches may overlap. */
    private static final class Expected {
        private final Set<Long> marks = new HashSet<>();
        private final Set<Long> seen = new HashSet<>();
        private long batch;
        private boolean isSealed;
        private boolean mayBeGone;
        private int strange;
    }

    /** Adds what a manifest lists. */
    void expect(Listed listed) {
        Manifest.Line line = listed.line();
        Expected each =
                expected.computeIfAbsent(
                        new Place(line.table(), line.player().value(), line.day(), line.sequence()),
                        _ -> new Expected());
        each.marks.add(line.mark());
        each.batch = listed.batch();
        each.mayBeGone |= today.toEpochDay() - line.day().toEpochDay() >= listed.liveDays();
        if (listed.batch() <= scope.to()) {
            each.isSealed = true;
            Sealed day =
                    sealed.computeIfAbsent(
                            new PlayersDay(line.player().value(), line.day()), _ -> new Sealed());
            day.first = Math.min(day.first, line.sequence());
            day.last = Math.max(day.last, line.sequence());
        }
    }

    /** Returns every partition that something is expected in or may wrongly be. */
    List<PlayerDay> days() {
        Set<PlayerDay> days = new LinkedHashSet<>();
        for (Place place : expected.keySet()) {
            for (AuditTable table : AuditTable.values()) {
                days.add(new PlayerDay(new PlayerId(place.player()), table, place.day()));
            }
        }
        return List.copyOf(days);
    }

    /** Takes a row that is stored. */
    void meet(Stored row) {
        Expected each =
                expected.get(new Place(row.table(), row.player(), row.day(), row.sequence()));
        if (each == null) {
            meetUnlisted(row);
        } else if (each.marks.contains(row.mark())) {
            each.seen.add(row.mark());
        } else {
            each.strange++;
        }
    }

    private void meetUnlisted(Stored row) {
        Sealed day = sealed.get(new PlayersDay(row.player(), row.day()));
        boolean isNewDay = row.day().isAfter(begun);
        if (day != null
                && row.sequence() <= day.last
                && (isNewDay || row.sequence() >= day.first)) {
            differences.add(inserted(row));
        } else if (isNewDay && row.day().isBefore(today.minusDays(1))) {
            unknown.add(row);
        }
    }

    /** Returns what came of it, when all that is stored has been met. */
    Result finish() {
        long rows = 0;
        long gone = 0;
        for (Map.Entry<Place, Expected> each : expected.entrySet()) {
            Expected there = each.getValue();
            if (there.isSealed) {
                int missing = there.marks.size() - there.seen.size();
                rows += there.seen.size();
                if (missing > 0 && there.strange == 0 && there.mayBeGone) {
                    gone += missing;
                } else if (missing > 0 || there.strange > 0) {
                    differences.add(difference(each.getKey(), there, missing));
                }
            }
        }
        return new Result(
                new AuditComparison(rows, gone, 0), List.copyOf(differences), List.copyOf(unknown));
    }

    private static AuditDifference difference(Place place, Expected there, int missing) {
        if (there.strange == 0) {
            return difference(Kind.MISSING, place, there.batch, "is missing");
        }
        return missing > 0
                ? difference(Kind.EDITED, place, there.batch, "is not as it was sealed")
                : difference(
                        Kind.INSERTED,
                        place,
                        there.batch,
                        "has a row more than when it was sealed");
    }

    private static AuditDifference difference(Kind kind, Place place, long batch, String what) {
        return new AuditDifference(
                kind,
                place.day(),
                batch,
                name(place.table(), place.player(), place.sequence()) + " " + what);
    }

    /** Returns that {@code row} was not there when its day was sealed. */
    static AuditDifference inserted(Stored row) {
        return new AuditDifference(
                Kind.INSERTED,
                row.day(),
                null,
                name(row.table(), row.player(), row.sequence())
                        + " was not there when its day was sealed");
    }

    /** Returns the row that a line tells of. */
    static Stored stored(Manifest.Line line) {
        return new Stored(
                line.table(), line.player().value(), line.day(), line.sequence(), line.mark());
    }

    private static String name(AuditTable table, long player, long sequence) {
        return "%s %d of player %d".formatted(table.cql(), sequence, player);
    }
}
