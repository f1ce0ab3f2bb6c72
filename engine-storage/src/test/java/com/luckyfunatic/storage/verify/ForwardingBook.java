package com.luckyfunatic.storage.verify;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.storage.StateChange;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A book that is another, for a test to spoil one page of. */
class ForwardingBook implements PlayerBook {
    private final PlayerBook book;

    ForwardingBook(PlayerBook book) {
        this.book = book;
    }

    @Override
    public PlayerId player() {
        return book.player();
    }

    @Override
    public @Nullable PlayerState state() {
        return book.state();
    }

    @Override
    public @Nullable PlayerState snapshot() {
        return book.snapshot();
    }

    @Override
    public void changes(Consumer<KeptChange> consumer) {
        book.changes(consumer);
    }

    @Override
    public boolean mayLack(long sequence) {
        return book.mayLack(sequence);
    }

    @Override
    public List<HardOperation> operations() {
        return book.operations();
    }

    @Override
    public @Nullable OperationId operationOf(StateChange hard) {
        return book.operationOf(hard);
    }

    @Override
    public Optional<List<CarriedOut>> carriedOut() {
        return book.carriedOut();
    }

    @Override
    public Optional<Map<LocalDate, Long>> auditedByDay() {
        return book.auditedByDay();
    }

    @Override
    public OptionalLong rows() {
        return book.rows();
    }
}
