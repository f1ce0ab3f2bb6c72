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
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Holds the rows of one slice against what manifests list there: first it is told all that is
 * expected, then all that is stored. Pure; not thread-safe, used once.
 *
 * <p>The first sealed manifest that lists a change is right about it for ever: of another, which
 * lists it as something else, that is told.
 */
final class SliceComparison {
    /** More would say no more, and might be all rows there are. */
    private static final int TOLD_MAX = 1_000;

    private final LocalDate begun;
    private final LocalDate today;
    private final Map<Place, Expected> expected = new LinkedHashMap<>();
    private final Map<PlayerDay, Sealed> sealed = new LinkedHashMap<>();
    private final List<AuditDifference> differences = new ArrayList<>();
    private final List<Stored> unknown = new ArrayList<>();
    private long untold;

    SliceComparison(AuditScope scope) {
        begun = Days.of(scope.begunAtMillis());
        today = Days.of(scope.nowMillis());
    }

    /**
     * What came of it.
     *
     * @param differences what is wrong for sure
     * @param unknown rows that no manifest lists
     * @param untold how many more there are of both
     */
    record Result(
            AuditComparison comparison,
            List<AuditDifference> differences,
            List<Stored> unknown,
            long untold) {}

    /** The rows of one change in one table; a change may have several events, one row each. */
    private record Place(AuditTable table, long player, LocalDate day, long sequence) {}

    /** The sealed sequences of a player's day in one table. */
    private static final class Sealed {
        private long first = Long.MAX_VALUE;
        private long last = Long.MIN_VALUE;
        private boolean mayBeGone;
    }

    /** What is to be at a place. */
    private static final class Expected {
        private final long batch;
        private final boolean isSealed;
        private final boolean mayBeGone;
        private long[] marks = {};
        private boolean[] seen = {};
        private int strange;
        private long otherwise;

        Expected(long batch, boolean isSealed, boolean mayBeGone) {
            this.batch = batch;
            this.isSealed = isSealed;
            this.mayBeGone = mayBeGone;
        }

        int find(long mark) {
            int i = 0;
            while (i < marks.length && marks[i] != mark) {
                i++;
            }
            return i < marks.length ? i : -1;
        }

        void add(long mark) {
            marks = Arrays.copyOf(marks, marks.length + 1);
            marks[marks.length - 1] = mark;
            seen = new boolean[marks.length];
        }

        int missing() {
            int missing = 0;
            for (boolean each : seen) {
                missing += each ? 0 : 1;
            }
            return missing;
        }
    }

    /** Adds what a manifest lists; the sealed ones come first, in the order of their batches. */
    void expect(Listed listed) {
        Manifest.Line line = listed.line();
        boolean mayBeGone = today.toEpochDay() - line.day().toEpochDay() >= listed.liveDays();
        Expected each =
                expected.computeIfAbsent(
                        new Place(line.table(), line.player().value(), line.day(), line.sequence()),
                        _ -> new Expected(listed.batch(), listed.isSealed(), mayBeGone));
        if (each.find(line.mark()) < 0) {
            if (each.batch == listed.batch()) {
                each.add(line.mark());
            } else if (each.isSealed) {
                each.otherwise = listed.batch();
            } else {
                each.add(line.mark());
            }
        }
        if (listed.isSealed()) {
            Sealed day =
                    sealed.computeIfAbsent(
                            new PlayerDay(line.player(), line.table(), line.day()),
                            _ -> new Sealed());
            day.first = Math.min(day.first, line.sequence());
            day.last = Math.max(day.last, line.sequence());
            day.mayBeGone |= mayBeGone;
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

    /** Returns every partition that has sealed rows none of which may be gone. */
    List<PlayerDay> sealedDays() {
        return sealed.entrySet().stream()
                .filter(each -> !each.getValue().mayBeGone)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Takes a row that is stored. */
    void meet(Stored row) {
        Expected each =
                expected.get(new Place(row.table(), row.player(), row.day(), row.sequence()));
        if (each == null) {
            meetUnlisted(row);
            return;
        }
        int mark = each.find(row.mark());
        if (mark < 0) {
            each.strange++;
        } else {
            each.seen[mark] = true;
        }
    }

    /** Before there were manifests, on the day of the first, rows came that none lists. */
    private void meetUnlisted(Stored row) {
        if (!row.day().isAfter(begun) && !isAmongSealed(row)) {
            return;
        }
        if (unknown.size() < TOLD_MAX) {
            unknown.add(row);
        } else {
            untold++;
        }
    }

    private boolean isAmongSealed(Stored row) {
        if (row.player() <= 0) {
            return true;
        }
        // Whatever a change tells of items and boosters came with it, so its table is asked.
        Sealed changes =
                sealed.get(
                        new PlayerDay(
                                new PlayerId(row.player()), AuditTable.STATE_CHANGE, row.day()));
        return changes != null && row.sequence() >= changes.first && row.sequence() <= changes.last;
    }

    /** Takes what the index says is the lowest sequence of a day, or that it has no such day. */
    void meetFirst(PlayerDay day, OptionalLong first) {
        Sealed there = sealed.get(day);
        if (there != null && (first.isEmpty() || first.getAsLong() > there.first)) {
            tell(
                    new AuditDifference(
                            Kind.MISSING,
                            day.day(),
                            null,
                            "%s of player %s on that day is hidden: its entry in player_day %s"
                                    .formatted(
                                            day.table().cql(),
                                            day.player(),
                                            first.isEmpty() ? "is missing" : "begins too late")));
        }
    }

    private void tell(AuditDifference difference) {
        if (differences.size() < TOLD_MAX) {
            differences.add(difference);
        } else {
            untold++;
        }
    }

    /** Returns what came of it, when all that is stored has been met. */
    Result finish() {
        long rows = 0;
        long gone = 0;
        for (Map.Entry<Place, Expected> each : expected.entrySet()) {
            Expected there = each.getValue();
            if (there.isSealed) {
                int missing = there.missing();
                rows += there.marks.length - missing;
                if (missing > 0 && there.strange == 0 && there.mayBeGone) {
                    gone += missing;
                } else if (missing > 0 || there.strange > 0) {
                    tell(difference(each.getKey(), there, missing));
                }
                if (there.otherwise > 0) {
                    tell(
                            difference(
                                    Kind.EDITED,
                                    each.getKey(),
                                    there.otherwise,
                                    "is listed as something else than by batch " + there.batch));
                }
            }
        }
        return new Result(
                new AuditComparison(rows, gone, 0),
                List.copyOf(differences),
                List.copyOf(unknown),
                untold);
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

    /** Returns that {@code row} was put where it is. */
    static AuditDifference inserted(Stored row) {
        return new AuditDifference(
                Kind.INSERTED,
                row.day(),
                null,
                name(row.table(), row.player(), row.sequence()) + " is of no batch");
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
