package com.luckyfunatic.storage.memory;

import com.luckyfunatic.engine.platform.OutgoingTransfer;
import com.luckyfunatic.engine.platform.TransferId;
import com.luckyfunatic.engine.platform.TransferStep;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.TransferOutbox;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All rows in one map, under one lock; lists look at each of them. Thread-safe. */
final class MemoryTransferOutbox implements TransferOutbox {
    private static final Comparator<Position> EARLIEST =
            Comparator.comparingLong(Position::atMillis).thenComparing(Position::transfer);

    private static final Comparator<OutgoingTransfer> LONGEST_DUE =
            Comparator.comparingLong(OutgoingTransfer::dueAtMillis)
                    .thenComparing(row -> row.transfer().id());

    private final Map<TransferId, OutgoingTransfer> rows = new HashMap<>();
    private final OpenState open;

    MemoryTransferOutbox(OpenState open) {
        this.open = open;
    }

    @Override
    public synchronized void add(OutgoingTransfer row) {
        open.require();
        rows.putIfAbsent(row.transfer().id(), row);
    }

    @Override
    public synchronized Optional<OutgoingTransfer> find(TransferId transfer) {
        open.require();
        return Optional.ofNullable(rows.get(transfer));
    }

    @Override
    public synchronized boolean replace(OutgoingTransfer seen, OutgoingTransfer next) {
        open.require();
        OutgoingTransfer now = rows.get(seen.transfer().id());
        if (now == null || now.fence() != seen.fence()) {
            return now != null && now.fence() == next.fence();
        }
        rows.put(next.transfer().id(), next);
        return true;
    }

    @Override
    public synchronized List<OutgoingTransfer> due(long nowMillis, int limit) {
        open.require();
        Page.requireLimit(limit);
        return rows.values().stream()
                .filter(row -> row.dueAtMillis() <= nowMillis)
                .sorted(LONGEST_DUE)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized Page<OutgoingTransfer> ofPlayer(
            PlayerId player, @Nullable Position after, int limit) {
        return page(
                row -> row.transfer().player().equals(player), EARLIEST.reversed(), after, limit);
    }

    @Override
    public synchronized Page<OutgoingTransfer> at(
            TransferStep step, @Nullable Position after, int limit) {
        return page(row -> row.step() == step, EARLIEST, after, limit);
    }

    private Page<OutgoingTransfer> page(
            Predicate<OutgoingTransfer> wanted,
            Comparator<Position> order,
            @Nullable Position after,
            int limit) {
        open.require();
        Page.requireLimit(limit);
        Stream<OutgoingTransfer> found =
                rows.values().stream()
                        .filter(wanted)
                        .filter(row -> after == null || order.compare(Position.of(row), after) > 0)
                        .sorted(Comparator.comparing(Position::of, order));
        return Page.ofOneMore(found.limit(limit + 1L).toList(), limit);
    }
}
