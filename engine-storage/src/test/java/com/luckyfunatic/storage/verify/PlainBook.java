package com.luckyfunatic.storage.verify;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.storage.StateChange;
import com.luckyfunatic.storage.verify.KeptChange.Kept;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A book of lists that a test may spoil. */
final class PlainBook implements PlayerBook, Books {
    final PlayerId player;
    final List<StateChange> changes;
    final List<StateChange> underWay = new ArrayList<>();
    final List<StateChange> archived = new ArrayList<>();
    final List<HardOperation> operations = new ArrayList<>();
    final List<CarriedOut> carriedOut = new ArrayList<>();
    final Map<LocalDate, Long> audited = new TreeMap<>();
    OptionalLong rows = OptionalLong.empty();
    @Nullable PlayerState state;
    @Nullable PlayerState snapshot;
    long mayLackBelow;

    /** Is told before each reading, the first time with 1. */
    Consumer<Integer> reading = _ -> {};

    private int readings;

    /** A sound book of {@code changes}, which lead to {@code state}. */
    PlainBook(PlayerState state, List<StateChange> changes) {
        this.state = state;
        snapshot = state;
        player = state.id();
        this.changes = new ArrayList<>(changes);
        for (StateChange change : changes) {
            audited.merge(dayOf(change), 1L, Long::sum);
            OperationId id = change.operationId();
            if (id != null) {
                operations.add(new HardOperation(id, change.id(), change.sequence()));
            }
        }
    }

    static LocalDate dayOf(StateChange change) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(change.atMillis()), ZoneOffset.UTC);
    }

    @Override
    public PlayerId player() {
        return player;
    }

    @Override
    public @Nullable PlayerState state() {
        reading.accept(++readings);
        return state;
    }

    @Override
    public @Nullable PlayerState snapshot() {
        return snapshot;
    }

    @Override
    public void changes(Consumer<KeptChange> consumer) {
        List<KeptChange> all = new ArrayList<>();
        changes.forEach(each -> all.add(new KeptChange(each, Kept.AT_REST)));
        underWay.forEach(each -> all.add(new KeptChange(each, Kept.UNDER_WAY)));
        archived.forEach(each -> all.add(new KeptChange(each, Kept.ARCHIVED)));
        all.sort(
                Comparator.comparingLong((KeptChange kept) -> kept.change().sequence())
                        .thenComparingLong(kept -> kept.change().id())
                        .reversed());
        all.forEach(consumer);
    }

    @Override
    public boolean mayLack(long sequence) {
        return sequence < mayLackBelow;
    }

    @Override
    public List<HardOperation> operations() {
        return List.copyOf(operations);
    }

    @Override
    public @Nullable OperationId operationOf(StateChange hard) {
        return hard.operationId();
    }

    @Override
    public Optional<List<CarriedOut>> carriedOut() {
        return Optional.of(List.copyOf(carriedOut));
    }

    @Override
    public Optional<Map<LocalDate, Long>> auditedByDay() {
        return Optional.of(audited);
    }

    @Override
    public OptionalLong rows() {
        return rows;
    }

    @Override
    public long players() {
        return 1;
    }

    @Override
    public void forEach(Consumer<PlayerBook> consumer) {
        consumer.accept(this);
    }

    @Override
    public PlayerBook of(PlayerId wanted) {
        return this;
    }
}
