package com.luckyfunatic.storage.scylla;

import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;

/**
 * Reads rows of a player, latest first, across days.
 *
 * <p>A player's time never runs backwards, so the order of sequences is the order of days, and days
 * are read one after the other. For players with little on each they are asked for several at a
 * time: one, then two, four, up to {@link #TOGETHER_MAX}. Thread-safe.
 */
final class AuditReader {
    private static final int TOGETHER_MAX = 16;

    /** How many requests' time a reading may take as a whole. */
    private static final int REQUESTS_MAX = 3;

    private final Requests requests;
    private final AuditTables tables;
    private final PlayerDays days;
    private final Duration requestTimeout;

    AuditReader(Requests requests, AuditTables tables, PlayerDays days, Duration requestTimeout) {
        this.requests = requests;
        this.tables = tables;
        this.days = days;
        this.requestTimeout = requestTimeout;
    }

    /** The query for at most so many rows of a day before a position. */
    @FunctionalInterface
    private interface DayQuery {
        BoundStatement of(LocalDate day, AuditPosition before, int limit);
    }

    /**
     * Returns {@code wanted} changes or more with a sequence below {@code before}, fewer if there
     * are not so many. Where two claim one sequence, that of the later epoch is the history.
     */
    List<AuditEntry> changes(PlayerId player, long before, int wanted) {
        List<LocalDate> candidates =
                entries(player, AuditTable.STATE_CHANGE, Days.FIRST, Days.LAST).stream()
                        .filter(entry -> PlayerDays.firstSequence(entry) < before)
                        .map(PlayerDays::day)
                        .toList();
        DayTable<AuditEntry> table = tables.changes();
        return read(
                player,
                table,
                candidates,
                AuditPosition.before(before),
                (day, position, limit) -> table.before(player, day, position, limit),
                AuditReader::addLatestEpoch,
                wanted);
    }

    private static void addLatestEpoch(List<AuditEntry> found, AuditEntry change) {
        if (found.isEmpty() || found.getLast().sequence() != change.sequence()) {
            found.add(change);
        } else if (found.getLast().epoch() < change.epoch()) {
            found.set(found.size() - 1, change);
        }
    }

    /**
     * Returns {@code wanted} rows or more before {@code before} that happened from one moment on
     * and before another, fewer if there are not so many.
     */
    <T extends AuditRow> List<T> between(
            DayTable<T> table,
            PlayerId player,
            long fromMillis,
            long toMillis,
            AuditPosition before,
            int wanted) {
        long from = Days.clamp(fromMillis);
        long to = Days.clamp(toMillis);
        if (from >= to) {
            return List.of();
        }
        List<LocalDate> candidates =
                entries(player, table.table(), Days.of(from), Days.of(to - 1)).stream()
                        .filter(entry -> PlayerDays.firstSequence(entry) <= before.sequence())
                        .map(PlayerDays::day)
                        .toList();
        return read(
                player,
                table,
                candidates,
                before,
                (day, position, limit) -> table.between(player, day, position, from, to, limit),
                List::add,
                wanted);
    }

    /** Returns the days on which {@code table} has rows of the player, latest first. */
    List<LocalDate> days(PlayerId player, AuditTable table) {
        return entries(player, table, Days.FIRST, Days.LAST).stream().map(PlayerDays::day).toList();
    }

    /** Returns how many rows {@code table} has on a player's day. */
    long count(DayTable<?> table, PlayerId player, LocalDate day) {
        return await(requests.rows(table.count(player, day))).getFirst().getLong(0);
    }

    private List<Row> entries(PlayerId player, AuditTable table, LocalDate from, LocalDate to) {
        return await(requests.rows(days.select(player, table, from, to)));
    }

    private <T extends AuditRow> List<T> read(
            PlayerId player,
            DayTable<T> table,
            List<LocalDate> candidates,
            AuditPosition start,
            DayQuery query,
            BiConsumer<List<T>, T> adding,
            int wanted) {
        long deadline = System.nanoTime() + REQUESTS_MAX * requestTimeout.toNanos();
        List<T> found = new ArrayList<>();
        AuditPosition position = start;
        int read = 0;
        int together = 1;
        while (read < candidates.size() && found.size() < wanted) {
            requireBefore(deadline);
            int limit = wanted - found.size();
            AuditPosition before = position;
            List<CompletionStage<List<Row>>> answers =
                    candidates.subList(read, Math.min(read + together, candidates.size())).stream()
                            .map(day -> requests.rows(query.of(day, before, limit)))
                            .toList();
            for (CompletionStage<List<Row>> answer : answers) {
                List<Row> rows = await(answer);
                for (Row row : rows) {
                    T item = table.read(player, row);
                    adding.accept(found, item);
                    position = item.position();
                }
                if (rows.size() == limit) {
                    // The day may go on.
                    break;
                }
                read++;
            }
            together = Math.min(2 * together, TOGETHER_MAX);
        }
        return found;
    }

    private void requireBefore(long deadline) {
        if (System.nanoTime() - deadline > 0) {
            throw new StorageUnavailableException(
                    "the audit database takes longer than %d requests may".formatted(REQUESTS_MAX));
        }
    }

    private <T> T await(CompletionStage<T> request) {
        return DriverErrors.await(request, requestTimeout);
    }
}
