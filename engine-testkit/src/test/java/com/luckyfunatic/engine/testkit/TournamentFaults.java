package com.luckyfunatic.engine.testkit;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.minigame.MinigameId;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.Tournaments;
import com.luckyfunatic.engine.tournament.Disqualification;
import com.luckyfunatic.engine.tournament.EntryStep;
import com.luckyfunatic.engine.tournament.SeatOutcome;
import com.luckyfunatic.engine.tournament.Tournament;
import com.luckyfunatic.engine.tournament.TournamentDecision;
import com.luckyfunatic.engine.tournament.TournamentDefinition;
import com.luckyfunatic.engine.tournament.TournamentEntry;
import com.luckyfunatic.engine.tournament.TournamentId;
import com.luckyfunatic.engine.tournament.TournamentPlace;
import com.luckyfunatic.engine.tournament.TournamentStage;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Stores of tournaments that do one thing wrong. */
final class TournamentFaults {
    private TournamentFaults() {}

    /** Hands everything on to a right one. */
    abstract static class BrokenTournaments extends BrokenStorage implements Tournaments {
        private final AtomicLong others = new AtomicLong();

        BrokenTournaments(PlainStorage right) {
            super(right);
        }

        Tournaments all() {
            return right.tournaments();
        }

        /** The same wish under a name that nobody has used. */
        final TournamentEntry byAnother(TournamentEntry wanted) {
            return new TournamentEntry(
                    wanted.tournament(),
                    wanted.player(),
                    new OperationId("x" + others.incrementAndGet()),
                    0,
                    wanted.currency(),
                    wanted.fee(),
                    wanted.atMillis(),
                    wanted.untilMillis(),
                    EntryStep.HELD,
                    null);
        }

        @Override
        public final Tournaments tournaments() {
            return this;
        }

        @Override
        public boolean create(TournamentDefinition draft) {
            return all().create(draft);
        }

        @Override
        public boolean redefine(TournamentDefinition changed, long version) {
            return all().redefine(changed, version);
        }

        @Override
        public boolean move(TournamentId id, long version, TournamentStage next) {
            return all().move(id, version, next);
        }

        @Override
        public Optional<Tournament> find(TournamentId id) {
            return all().find(id);
        }

        @Override
        public Page<Tournament> page(
                @Nullable MinigameId minigame,
                @Nullable TournamentStage stage,
                @Nullable TournamentPlace after,
                int limit) {
            return all().page(minigame, stage, after, limit);
        }

        @Override
        public List<Tournament> inStage(
                TournamentStage stage,
                long closedUntilMillis,
                @Nullable TournamentPlace after,
                int limit) {
            return all().inStage(stage, closedUntilMillis, after, limit);
        }

        @Override
        public SeatOutcome hold(TournamentEntry wanted) {
            return all().hold(wanted);
        }

        @Override
        public Optional<EntryStep> confirm(PlayerId player, OperationId operationId) {
            return all().confirm(player, operationId);
        }

        @Override
        public Optional<EntryStep> release(PlayerId player, OperationId operationId) {
            return all().release(player, operationId);
        }

        @Override
        public Optional<EntryStep> refund(PlayerId player, OperationId operationId) {
            return all().refund(player, operationId);
        }

        @Override
        public Optional<TournamentEntry> entry(PlayerId player, OperationId operationId) {
            return all().entry(player, operationId);
        }

        @Override
        public List<TournamentEntry> entriesOf(TournamentId id, PlayerId player) {
            return all().entriesOf(id, player);
        }

        @Override
        public Page<TournamentEntry> entries(TournamentId id, long afterNumber, int limit) {
            return all().entries(id, afterNumber, limit);
        }

        @Override
        public Page<TournamentEntry> history(
                PlayerId player, @Nullable TournamentEntry after, int limit) {
            return all().history(player, after, limit);
        }

        @Override
        public List<TournamentEntry> held(
                long untilMillis, @Nullable TournamentEntry after, int limit) {
            return all().held(untilMillis, after, limit);
        }

        @Override
        public List<TournamentEntry> refundable(@Nullable TournamentEntry after, int limit) {
            return all().refundable(after, limit);
        }

        @Override
        public Optional<Disqualification> disqualify(
                TournamentId id, PlayerId player, Disqualification disqualification) {
            return all().disqualify(id, player, disqualification);
        }

        @Override
        public Optional<Disqualification> disqualification(TournamentId id, PlayerId player) {
            return all().disqualification(id, player);
        }

        @Override
        public Optional<TournamentDecision> cancel(TournamentDecision decision, long version) {
            return all().cancel(decision, version);
        }

        @Override
        public Optional<TournamentDecision> disqualify(
                TournamentDecision decision, PlayerId player, Disqualification disqualification) {
            return all().disqualify(decision, player, disqualification);
        }

        @Override
        public Optional<TournamentDecision> decision(OperationId operation) {
            return all().decision(operation);
        }
    }

    /** Sees that it is cancelled, and takes that for its own doing. */
    static final class CancelsWhatAnotherCancelled extends BrokenTournaments {
        CancelsWhatAnotherCancelled(PlainStorage right) {
            super(right);
        }

        @Override
        public Optional<TournamentDecision> cancel(TournamentDecision decision, long version) {
            Optional<TournamentDecision> made = all().cancel(decision, version);
            boolean isSo =
                    all().find(decision.tournament())
                            .filter(now -> now.stage() == TournamentStage.CANCELLED)
                            .filter(now -> now.version() == version + 1)
                            .isPresent();
            return isSo ? made.or(() -> Optional.of(decision)) : made;
        }
    }

    /** Takes whoever is out for its own doing. */
    static final class TakesOutWhoIsOut extends BrokenTournaments {
        TakesOutWhoIsOut(PlainStorage right) {
            super(right);
        }

        @Override
        public Optional<TournamentDecision> disqualify(
                TournamentDecision decision, PlayerId player, Disqualification disqualification) {
            return all().disqualify(decision.tournament(), player, disqualification)
                    .map(_ -> decision);
        }
    }

    /** Asks once whether there is a seat, and believes that from then on. */
    static final class RemembersThatThereWereSeats extends BrokenTournaments {
        private final Set<TournamentId> hadSeats = ConcurrentHashMap.newKeySet();

        RemembersThatThereWereSeats(PlainStorage right) {
            super(right);
        }

        @Override
        public SeatOutcome hold(TournamentEntry wanted) {
            SeatOutcome outcome = all().hold(wanted);
            if (outcome instanceof SeatOutcome.Held) {
                hadSeats.add(wanted.tournament());
            }
            return outcome instanceof SeatOutcome.Full && hadSeats.contains(wanted.tournament())
                    ? new SeatOutcome.Held(wanted.numbered(1))
                    : outcome;
        }
    }

    static final class HoldsAgainOnARepeat extends BrokenTournaments {
        HoldsAgainOnARepeat(PlainStorage right) {
            super(right);
        }

        @Override
        public SeatOutcome hold(TournamentEntry wanted) {
            SeatOutcome outcome = all().hold(wanted);
            if (outcome instanceof SeatOutcome.Known) {
                all().hold(byAnother(wanted));
            }
            return outcome;
        }
    }

    static final class MovesWhateverTheVersion extends BrokenTournaments {
        MovesWhateverTheVersion(PlainStorage right) {
            super(right);
        }

        @Override
        public boolean move(TournamentId id, long version, TournamentStage next) {
            long now = all().find(id).map(Tournament::version).orElse(version);
            return all().move(id, now, next);
        }
    }

    static final class ChangesWhatIsPublished extends BrokenTournaments {
        ChangesWhatIsPublished(PlainStorage right) {
            super(right);
        }

        @Override
        public boolean redefine(TournamentDefinition changed, long version) {
            return all().find(changed.id()).filter(each -> each.version() == version).isPresent();
        }
    }

    static final class ConfirmsWhatWasReleased extends BrokenTournaments {
        ConfirmsWhatWasReleased(PlainStorage right) {
            super(right);
        }

        @Override
        public Optional<EntryStep> confirm(PlayerId player, OperationId operationId) {
            return all().confirm(player, operationId).map(_ -> EntryStep.CONFIRMED);
        }
    }

    static final class RefundsWhatTakesPlace extends BrokenTournaments {
        RefundsWhatTakesPlace(PlainStorage right) {
            super(right);
        }

        @Override
        public Optional<EntryStep> refund(PlayerId player, OperationId operationId) {
            return all().refund(player, operationId).map(_ -> EntryStep.REFUNDED);
        }
    }

    static final class ListsDrafts extends BrokenTournaments {
        private @Nullable TournamentId draft;

        ListsDrafts(PlainStorage right) {
            super(right);
        }

        @Override
        public boolean create(TournamentDefinition made) {
            draft = made.id();
            return all().create(made);
        }

        @Override
        public Page<Tournament> page(
                @Nullable MinigameId minigame,
                @Nullable TournamentStage stage,
                @Nullable TournamentPlace after,
                int limit) {
            Page<Tournament> page = all().page(minigame, stage, after, limit);
            Tournament last = draft == null ? null : all().find(draft).orElse(null);
            return last == null || page.hasMore() ? page : new Page<>(List.of(last), false);
        }
    }

    static final class ListsEveryStage extends BrokenTournaments {
        ListsEveryStage(PlainStorage right) {
            super(right);
        }

        @Override
        public Page<Tournament> page(
                @Nullable MinigameId minigame,
                @Nullable TournamentStage stage,
                @Nullable TournamentPlace after,
                int limit) {
            return all().page(minigame, null, after, limit);
        }
    }

    static final class TellsTheLatestFirst extends BrokenTournaments {
        TellsTheLatestFirst(PlainStorage right) {
            super(right);
        }

        @Override
        public List<TournamentEntry> held(
                long untilMillis, @Nullable TournamentEntry after, int limit) {
            return all().held(untilMillis, after, limit).reversed();
        }
    }

    static final class KeepsTheLastReason extends BrokenTournaments {
        KeepsTheLastReason(PlainStorage right) {
            super(right);
        }

        @Override
        public Optional<Disqualification> disqualify(
                TournamentId id, PlayerId player, Disqualification disqualification) {
            return all().disqualify(id, player, disqualification).map(_ -> disqualification);
        }
    }

    static final class ForgetsWhoIsOut extends BrokenTournaments {
        ForgetsWhoIsOut(PlainStorage right) {
            super(right);
        }

        @Override
        public Page<TournamentEntry> entries(TournamentId id, long afterNumber, int limit) {
            Page<TournamentEntry> page = all().entries(id, afterNumber, limit);
            return new Page<>(
                    page.items().stream().map(each -> each.with(null)).toList(), page.hasMore());
        }
    }
}
