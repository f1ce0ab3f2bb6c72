package com.luckyfunatic.engine.tournament;

import com.luckyfunatic.engine.hold.HoldSweeper;
import com.luckyfunatic.engine.hold.Holds;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.storage.Tournaments;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is held of tournaments' seats. */
public record SeatHolds(Tournaments tournaments) implements Holds<TournamentEntry> {
    /** Returns what settles entries in {@code storage} that were interrupted. */
    public static HoldSweeper<TournamentEntry> sweeper(GameStorage storage, InstantSource clock) {
        return new HoldSweeper<>(
                storage.players(),
                new SeatHolds(storage.tournaments()),
                clock,
                "tournament-sweeper");
    }

    /** An entry that was given back afterwards, because the tournament was cancelled, was paid. */
    @Override
    public boolean settle(TournamentEntry hold, boolean isPaid) {
        return isPaid
                ? tournaments
                        .confirm(hold.player(), hold.operationId())
                        .filter(EntryStep::isPaid)
                        .isPresent()
                : tournaments
                        .release(hold.player(), hold.operationId())
                        .filter(step -> step == EntryStep.RELEASED)
                        .isPresent();
    }

    @Override
    public List<TournamentEntry> overdue(
            long untilMillis, @Nullable TournamentEntry after, int limit) {
        return tournaments.held(untilMillis, after, limit);
    }
}
