package com.luckyfunatic.engine.testkit;

import com.luckyfunatic.engine.platform.OutgoingTransfer;
import com.luckyfunatic.engine.platform.TransferId;
import com.luckyfunatic.engine.platform.TransferStep;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.TransferOutbox;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Outboxes that do one thing wrong. */
final class OutboxFaults {
    private OutboxFaults() {}

    abstract static class Broken extends BrokenStorage implements TransferOutbox {
        Broken(PlainStorage right) {
            super(right);
        }

        final TransferOutbox outbox() {
            return right.transferOutbox();
        }

        @Override
        public final TransferOutbox transferOutbox() {
            return this;
        }

        @Override
        public void add(OutgoingTransfer row) {
            outbox().add(row);
        }

        @Override
        public final Optional<OutgoingTransfer> find(TransferId transfer) {
            return outbox().find(transfer);
        }

        @Override
        public boolean replace(OutgoingTransfer seen, OutgoingTransfer next) {
            return outbox().replace(seen, next);
        }

        @Override
        public List<OutgoingTransfer> due(long nowMillis, int limit) {
            return outbox().due(nowMillis, limit);
        }

        @Override
        public Page<OutgoingTransfer> ofPlayer(
                PlayerId player, @Nullable Position after, int limit) {
            return outbox().ofPlayer(player, after, limit);
        }

        @Override
        public Page<OutgoingTransfer> at(TransferStep step, @Nullable Position after, int limit) {
            return outbox().at(step, after, limit);
        }
    }

    /** Puts back to the beginning what comes again. */
    static final class AddsAgain extends Broken {
        AddsAgain(PlainStorage right) {
            super(right);
        }

        @Override
        public void add(OutgoingTransfer row) {
            outbox().add(row);
            outbox().replace(find(row.transfer().id()).orElseThrow(), row);
        }
    }

    /** Looks at no fence. */
    static final class ReplacesBlindly extends Broken {
        ReplacesBlindly(PlainStorage right) {
            super(right);
        }

        @Override
        public boolean replace(OutgoingTransfer seen, OutgoingTransfer next) {
            return find(seen.transfer().id()).map(now -> outbox().replace(now, next)).orElse(false);
        }
    }

    /** Looks first and replaces then: of two at once, both do. */
    static final class LooksFirst extends Broken {
        LooksFirst(PlainStorage right) {
            super(right);
        }

        @Override
        public boolean replace(OutgoingTransfer seen, OutgoingTransfer next) {
            boolean unchanged =
                    find(seen.transfer().id())
                            .filter(now -> now.fence() == seen.fence())
                            .isPresent();
            meetAnother();
            return outbox().replace(seen, next) || unchanged;
        }
    }

    /** Does not know its own change again. */
    static final class ForgetsItsChange extends Broken {
        ForgetsItsChange(PlainStorage right) {
            super(right);
        }

        @Override
        public boolean replace(OutgoingTransfer seen, OutgoingTransfer next) {
            boolean unchanged =
                    find(seen.transfer().id())
                            .filter(now -> now.fence() == seen.fence())
                            .isPresent();
            return outbox().replace(seen, next) && unchanged;
        }
    }

    /** Gives what is due a little early. */
    static final class Early extends Broken {
        Early(PlainStorage right) {
            super(right);
        }

        @Override
        public List<OutgoingTransfer> due(long nowMillis, int limit) {
            return outbox().due(nowMillis + 1, limit);
        }
    }

    /** Gives everybody's transfers to everybody. */
    static final class MixesPlayers extends Broken {
        MixesPlayers(PlainStorage right) {
            super(right);
        }

        @Override
        public Page<OutgoingTransfer> ofPlayer(
                PlayerId player, @Nullable Position after, int limit) {
            Page<OutgoingTransfer> own = outbox().ofPlayer(player, after, limit);
            return own.items().isEmpty() ? outbox().at(TransferStep.PENDING, after, limit) : own;
        }
    }

    /** Begins each page where the one before began. */
    static final class NoCursor extends Broken {
        NoCursor(PlainStorage right) {
            super(right);
        }

        @Override
        public Page<OutgoingTransfer> at(TransferStep step, @Nullable Position after, int limit) {
            return outbox().at(step, null, limit);
        }
    }
}
