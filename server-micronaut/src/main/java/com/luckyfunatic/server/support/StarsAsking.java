package com.luckyfunatic.server.support;

import com.luckyfunatic.engine.Actor;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.operator.PlannedChange.RefundStars;
import com.luckyfunatic.engine.operator.StarsRefund;
import com.luckyfunatic.engine.operator.StarsRefund.End;
import com.luckyfunatic.engine.operator.StarsRefund.Ending;
import com.luckyfunatic.engine.operator.SupportPlan;
import com.luckyfunatic.engine.player.Profile;
import com.luckyfunatic.engine.storage.StarsRefunds;
import com.luckyfunatic.engine.storage.StorageConflictException;
import com.luckyfunatic.engine.store.StoreCommand;
import com.luckyfunatic.server.error.ProblemCode;
import com.luckyfunatic.server.error.ProblemException;
import com.luckyfunatic.server.stars.StarCharges;
import com.luckyfunatic.server.telegram.bot.BotApiException;
import com.luckyfunatic.server.telegram.bot.BotApiException.Kind;
import com.luckyfunatic.server.telegram.bot.StarPayments;
import com.luckyfunatic.server.telegram.bot.StarPayments.Refund;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Asks Telegram to give Stars back, for one plan of each payment.
 *
 * <p>What is written, in this order: that the plan asks, before Telegram is asked; the note in the
 * player's history, when Telegram says that the Stars went back; that the plan has ended. Whoever
 * dies in between leaves an asking without an answer, and the same plan again goes on from there.
 * Thread-safe; calls block on the storage and on Telegram.
 */
@Singleton
final class StarsAsking {
    private static final int TRIES_MAX = 100;

    private final GameEngine engine;
    private final SupportPlayers players;
    private final StarCharges charges;
    private final StarPayments payments;

    StarsAsking(
            GameEngine engine, SupportPlayers players, StarCharges charges, StarPayments payments) {
        this.engine = engine;
        this.players = players;
        this.charges = charges;
        this.payments = payments;
    }

    /** What came of a plan. */
    sealed interface Answer {}

    /**
     * The Stars went back because of it.
     *
     * @param repeated whether that was known before this call
     */
    record Refunded(long atMillis, boolean repeated) implements Answer {}

    /**
     * Telegram does not give them back.
     *
     * @param words what it says
     */
    record Refused(String words) implements Answer {}

    /** They went back without it, or another plan asks for them. */
    record Outdated() implements Answer {}

    /** Returns what is kept of a plan's asking; empty when it has not asked, or another may. */
    Optional<StarsRefund> of(SupportPlan plan) {
        return refunds().find(charge(plan)).filter(refund -> refund.isOf(plan));
    }

    /** Returns whether another plan asks for the Stars, so that this one may not. */
    boolean isAnothers(SupportPlan plan) {
        return refunds()
                .find(charge(plan))
                .filter(refund -> !refund.isOf(plan) && !refund.yieldsTo(plan))
                .isPresent();
    }

    /**
     * Returns the Telegram account that has paid.
     *
     * @throws ProblemException when nobody knows it any more
     */
    long account(SupportPlan plan) {
        Profile profile = players.profile(plan.requiredPlayer());
        if (profile.isErased()) {
            throw new ProblemException(
                    ProblemCode.PLAYER_ERASED, ProblemCode.PLAYER_ERASED.description());
        }
        return profile.account().telegramId();
    }

    /**
     * Has the Stars given back, or finds what came of it before.
     *
     * @throws ProblemException when it is not known any more to whom
     * @throws BotApiException when Telegram does not say what came of it
     */
    Answer carryOut(SupportPlan plan) {
        for (int i = 0; i < TRIES_MAX; i++) {
            // The note first: one that was made because a plan had asked finds the plan here.
            Optional<Long> notedAt = charges.backAtMillis(plan.requiredPlayer(), charge(plan));
            StarsRefund seen = refunds().find(charge(plan)).orElse(null);
            Answer known = known(plan, seen, notedAt.orElse(null));
            if (known != null) {
                return known;
            }
            long account = account(plan);
            StarsRefund asked =
                    seen != null && seen.isOf(plan)
                            ? seen.askedAgain(revision(), now())
                            : StarsRefund.of(plan, seen, revision(), now());
            if (refunds().replace(seen, asked)) {
                return ask(plan, account);
            }
        }
        throw tooMany();
    }

    /** Returns what came of a plan already; null when Telegram is to be asked. */
    private @Nullable Answer known(
            SupportPlan plan, @Nullable StarsRefund seen, @Nullable Long notedAt) {
        if (seen == null || !seen.isOf(plan)) {
            boolean isFree = seen == null || seen.yieldsTo(plan);
            return isFree && notedAt == null ? null : new Outdated();
        }
        End end = seen.end();
        if (end != null) {
            return switch (end.ending()) {
                case REFUNDED -> new Refunded(end.atMillis(), true);
                case REFUSED -> new Refused(end.words());
                // Whoever found that out may have died before it was noted.
                case WENT_WITHOUT -> wentWithout(plan);
            };
        }
        if (notedAt == null) {
            return null;
        }
        return seen.unanswered() > 0 ? refunded(plan, notedAt, true) : new Outdated();
    }

    private Answer ask(SupportPlan plan, long account) {
        Refund refund;
        try {
            refund = payments.refund(account, charge(plan));
        } catch (BotApiException e) {
            return failed(plan, e);
        }
        return refund == Refund.BEFORE && endsWithout(plan)
                ? wentWithout(plan)
                : refunded(plan, note(plan), false);
    }

    private Answer failed(SupportPlan plan, BotApiException failure) {
        if (failure.isNothingDone()) {
            settle(
                    plan,
                    refund ->
                            failure.kind() == Kind.REFUSED
                                    ? refund.refused(revision(), refusal(failure))
                                    : refund.turnedAway(revision()));
        }
        if (failure.kind() == Kind.REFUSED) {
            return new Refused(failure.description());
        }
        throw failure;
    }

    private End refusal(BotApiException failure) {
        return End.of(Ending.REFUSED, now(), failure.description());
    }

    /** Notes that the plan has done it, unless another has taken it over. */
    private Answer refunded(SupportPlan plan, long atMillis, boolean repeated) {
        End end = End.of(Ending.REFUNDED, atMillis, "");
        StarsRefund after = settle(plan, refund -> refund.ended(revision(), end));
        return after != null && after.mayHaveRefunded()
                ? new Refunded(atMillis, repeated)
                : new Outdated();
    }

    private Answer wentWithout(SupportPlan plan) {
        note(plan);
        return new Outdated();
    }

    /**
     * Notes that the Stars went back without the plan, if Telegram was asked by nobody but the
     * caller: an earlier asking, or one at the same time, may be what Telegram means.
     *
     * @return whether they did
     */
    private boolean endsWithout(SupportPlan plan) {
        End end = End.of(Ending.WENT_WITHOUT, now(), "");
        StarsRefund after =
                settle(
                        plan,
                        refund ->
                                refund.unanswered() == 1 ? refund.ended(revision(), end) : refund);
        return after == null || !after.mayHaveRefunded();
    }

    /**
     * Changes what is kept of a plan's asking, if it has not ended.
     *
     * @return what is kept then; null when it is another plan's
     */
    private @Nullable StarsRefund settle(SupportPlan plan, UnaryOperator<StarsRefund> change) {
        for (int i = 0; i < TRIES_MAX; i++) {
            StarsRefund seen = of(plan).orElse(null);
            if (seen == null || seen.end() != null) {
                return seen;
            }
            StarsRefund next = change.apply(seen);
            if (next.equals(seen) || refunds().replace(seen, next)) {
                return next;
            }
        }
        throw tooMany();
    }

    /** Notes in the player's history that the Stars went back; returns since when it says so. */
    private long note(SupportPlan plan) {
        return charges.noteBack(
                        plan.requiredPlayer(),
                        new StoreCommand.NoteStarsRefund(change(plan).stars(), charge(plan)),
                        new Actor.Operator(plan.author().value()))
                .nowMillis();
    }

    /** Returns what a plan is about. */
    static RefundStars change(SupportPlan plan) {
        if (plan.change() instanceof RefundStars change) {
            return change;
        }
        throw new IllegalArgumentException("plan " + plan.id() + " is about no Stars");
    }

    private static String charge(SupportPlan plan) {
        return change(plan).chargeId();
    }

    private static StorageConflictException tooMany() {
        return new StorageConflictException("too many ask for the Stars of one payment at once");
    }

    private StarsRefunds refunds() {
        return engine.storage().starsRefunds();
    }

    private long revision() {
        return engine.ids().next();
    }

    private long now() {
        return engine.clock().millis();
    }
}
