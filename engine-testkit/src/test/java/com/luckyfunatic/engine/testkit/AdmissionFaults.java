package com.luckyfunatic.engine.testkit;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.account.Admission;
import com.luckyfunatic.engine.account.AdmissionChange;
import com.luckyfunatic.engine.account.Admissions;
import com.luckyfunatic.engine.account.Ban;
import com.luckyfunatic.engine.player.PlayerId;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Stores of bans that do one thing wrong. */
final class AdmissionFaults {
    private AdmissionFaults() {}

    abstract static class Bans extends BrokenStorage implements Admissions {
        Bans(PlainStorage right) {
            super(right);
        }

        @Override
        public final Admissions admissions() {
            return this;
        }

        final Admissions bans() {
            return right.admissions();
        }

        final Admission now(PlayerId player) {
            CompletableFuture<Admission> answer = new CompletableFuture<>();
            admission(player, answer::complete, answer::completeExceptionally);
            return answer.join();
        }

        @Override
        public void ban(PlayerId player, Ban ban) {
            bans().ban(player, ban);
        }

        @Override
        public void unban(PlayerId player) {
            bans().unban(player);
        }

        @Override
        public void endLogins(PlayerId player, long atMillis) {
            bans().endLogins(player, atMillis);
        }

        @Override
        public Optional<AdmissionChange> change(AdmissionChange change) {
            return bans().change(change);
        }

        @Override
        public Optional<AdmissionChange> changed(OperationId operation) {
            return bans().changed(operation);
        }

        @Override
        public final void admission(
                PlayerId player, Consumer<Admission> answer, Consumer<Throwable> failure) {
            bans().admission(player, answer, failure);
        }
    }

    private static AdmissionChange madeOf(AdmissionChange change, Admission before) {
        return new AdmissionChange(
                change.operation(),
                change.player(),
                before,
                change.after(),
                change.reason(),
                change.actor(),
                change.atMillis());
    }

    static final class ChangesWhateverHolds extends Bans {
        ChangesWhateverHolds(PlainStorage right) {
            super(right);
        }

        @Override
        public Optional<AdmissionChange> change(AdmissionChange change) {
            Admission now = now(change.player());
            return now.loginsEndedAtMillis() > change.after().loginsEndedAtMillis()
                    ? super.change(change).or(() -> Optional.of(change))
                    : super.change(madeOf(change, now));
        }
    }

    static final class ChangesAgain extends Bans {
        ChangesAgain(PlainStorage right) {
            super(right);
        }

        @Override
        public Optional<AdmissionChange> change(AdmissionChange change) {
            Ban ban = change.after().ban();
            if (changed(change.operation()).isPresent() && ban != null) {
                ban(change.player(), ban);
            }
            return super.change(change);
        }
    }

    /** Looks first and changes then: of two at once, both believe that they see what holds. */
    static final class LooksFirst extends Bans {
        LooksFirst(PlainStorage right) {
            super(right);
        }

        @Override
        public Optional<AdmissionChange> change(AdmissionChange change) {
            boolean isSeen = now(change.player()).equals(change.before());
            meetAnother();
            if (!isSeen) {
                return Optional.empty();
            }
            endLogins(change.player(), change.after().loginsEndedAtMillis());
            return Optional.of(change);
        }
    }

    static final class ForgetsWhoDidIt extends Bans {
        ForgetsWhoDidIt(PlainStorage right) {
            super(right);
        }

        @Override
        public Optional<AdmissionChange> changed(OperationId operation) {
            return super.changed(operation)
                    .map(change ->
                            new AdmissionChange(
                                    change.operation(),
                                    change.player(),
                                    change.before(),
                                    change.after(),
                                    change.reason(),
                                    "somebody",
                                    change.atMillis()));
        }
    }
}
