package com.luckyfunatic.engine.testkit;

import com.luckyfunatic.engine.platform.OutgoingTransfer;
import com.luckyfunatic.engine.platform.TransferId;
import com.luckyfunatic.engine.platform.TransferStep;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.TransferOutbox;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The plainest outbox: lists are made by sorting everything. Thread-safe. */
public final class ModelOutbox implements TransferOutbox {
    private static final Comparator<Position> BY_TIME =
            Comparator.comparingLong(Position::atMillis).thenComparing(Position::transfer);

    private final TreeMap<TransferId, OutgoingTransfer> rows = new TreeMap<>();

    @Override
    public synchronized void add(OutgoingTransfer row) {
        rows.putIfAbsent(row.transfer().id(), row);
    }

    @Override
    public synchronized Optional<OutgoingTransfer> find(TransferId transfer) {
        return Optional.ofNullable(rows.get(transfer));
    }

    @Override
    public synchronized boolean replace(OutgoingTransfer seen, OutgoingTransfer next) {
        OutgoingTransfer now = rows.get(seen.transfer().id());
        if (now != null && now.fence() == seen.fence()) {
            rows.put(next.transfer().id(), next);
            return true;
        }
        return now != null && now.fence() == next.fence();
    }

    @Override
    public synchronized List<OutgoingTransfer> due(long nowMillis, int limit) {
        Page.requireLimit(limit);
        return rows.values().stream()
                .filter(row -> row.dueAtMillis() <= nowMillis)
                .sorted(Comparator.comparingLong(OutgoingTransfer::dueAtMillis))
                .limit(limit)
                .toList();
    }

    @Override
    public Page<OutgoingTransfer> ofPlayer(PlayerId player, @Nullable Position after, int limit) {
        return page(
                row -> row.transfer().player().equals(player), BY_TIME.reversed(), after, limit);
    }

    @Override
    public Page<OutgoingTransfer> at(TransferStep step, @Nullable Position after, int limit) {
        return page(row -> row.step() == step, BY_TIME, after, limit);
    }

    private synchronized Page<OutgoingTransfer> page(
            Predicate<OutgoingTransfer> wanted,
            Comparator<Position> order,
            @Nullable Position after,
            int limit) {
        Page.requireLimit(limit);
        List<OutgoingTransfer> sorted =
                rows.values().stream()
                        .filter(wanted)
                        .sorted(Comparator.comparing(Position::of, order))
                        .toList();
        int from = 0;
        while (after != null
                && from < sorted.size()
                && order.compare(Position.of(sorted.get(from)), after) <= 0) {
            from++;
        }
        return Page.ofOneMore(
                sorted.subList(from, Math.min(from + limit + 1, sorted.size())), limit);
    }
}
