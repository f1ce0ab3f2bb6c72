package com.luckyfunatic.storage.verify;

import com.luckyfunatic.engine.Durability;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.PlayerStore;
import com.luckyfunatic.engine.storage.StateChange;
import com.luckyfunatic.storage.verify.KeptChange.Kept;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The latest changes of each player, of any storage: what can be checked all the time, while the
 * game is played. Snapshots and the counts of the audit are no part of it. Thread-safe.
 */
public final class LatestBooks implements Books {
    private final PlayerStore players;
    private final int changes;

    /**
     * Reads {@code players}.
     *
     * @param changes how many of the latest changes of each, at least 1
     */
    public LatestBooks(PlayerStore players, int changes) {
        if (changes < 1) {
            throw new IllegalArgumentException("at least one change, not " + changes);
        }
        this.players = players;
        this.changes = changes;
    }

    /** Nobody is listed: whoever checks says whom. */
    @Override
    public long players() {
        return 0;
    }

    @Override
    public void forEach(Consumer<PlayerBook> consumer) {
        // Nobody is listed.
    }

    @Override
    public PlayerBook of(PlayerId player) {
        return new Latest(player);
    }

    private final class Latest implements PlayerBook {
        private final PlayerId player;

        Latest(PlayerId player) {
            this.player = player;
        }

        @Override
        public PlayerId player() {
            return player;
        }

        @Override
        public @Nullable PlayerState state() {
            return players.find(player).orElse(null);
        }

        @Override
        public @Nullable PlayerState snapshot() {
            return null;
        }

        @Override
        public void changes(Consumer<KeptChange> consumer) {
            latest().forEach(each -> consumer.accept(new KeptChange(each, Kept.AT_REST)));
        }

        private List<StateChange> latest() {
            List<StateChange> latest = new ArrayList<>(changes);
            long before = Long.MAX_VALUE;
            Page<StateChange> page;
            do {
                int limit = Math.min(Page.LIMIT_MAX, changes - latest.size());
                page = players.history(player, before, limit);
                for (StateChange each : page.items()) {
                    latest.add(each);
                    before = each.sequence();
                }
            } while (page.hasMore() && latest.size() < changes);
            return latest;
        }

        /**
         * Earlier ones are not looked at, and need not be kept: what is missing between those that
         * are, or after them, is found all the same.
         */
        @Override
        public boolean mayLack(long sequence) {
            return true;
        }

        @Override
        public List<HardOperation> operations() {
            List<HardOperation> found = new ArrayList<>();
            for (StateChange each : latest()) {
                OperationId id = each.operationId();
                if (id != null
                        && each.durability() == Durability.HARD
                        && players.isKnown(player, id)) {
                    found.add(new HardOperation(id, null, each.sequence()));
                }
            }
            return found;
        }

        @Override
        public @Nullable OperationId operationOf(StateChange hard) {
            return hard.operationId();
        }

        @Override
        public Optional<List<CarriedOut>> carriedOut() {
            return Optional.empty();
        }

        @Override
        public Optional<Map<LocalDate, Long>> auditedByDay() {
            return Optional.empty();
        }

        @Override
        public OptionalLong rows() {
            return OptionalLong.empty();
        }
    }
}
