package com.luckyfunatic.engine.operator;

import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.account.Admission;
import com.luckyfunatic.engine.account.Ban;
import com.luckyfunatic.engine.catalog.ReleaseBasis;
import com.luckyfunatic.engine.platform.TransferBasis;
import com.luckyfunatic.engine.platform.TransferId;
import com.luckyfunatic.engine.platform.TransferRemedy;
import com.luckyfunatic.engine.platform.TransferStep;
import com.luckyfunatic.engine.store.StoreCommand;
import com.luckyfunatic.engine.tournament.Disqualification;
import com.luckyfunatic.engine.tournament.TournamentId;
import org.jspecify.annotations.Nullable;

/** What a plan is to change, and what was seen of it. Immutable and thread-safe. */
public sealed interface PlannedChange {
    /** Returns whether it is about a player. */
    default boolean needsPlayer() {
        return true;
    }

    /** Returns whether another person has to approve it, however much it is. */
    default boolean needsApproval() {
        return false;
    }

    /** Returns what is asked for: this, whatever was seen. */
    default PlannedChange intent() {
        return this;
    }

    /**
     * Something in a player's state; which state was seen, the plan's sequence says.
     *
     * @param command what is carried out
     */
    record OfState(Command command) implements PlannedChange {}

    /** Something about who may play. */
    sealed interface OfAdmission extends PlannedChange {
        /** What was seen; it is made of that and of nothing else. */
        Admission seen();

        /** Why, for those who run the game; 1 to {@link Ban#REASON_LENGTH_MAX} characters. */
        String reason();

        /**
         * Returns what holds after it.
         *
         * @param actor who does it; 1 to {@link Ban#ACTOR_LENGTH_MAX} characters
         * @param nowMillis when, epoch milliseconds, at least 1
         */
        Admission after(String actor, long nowMillis);
    }

    /**
     * A player is banned, in the place of a ban before.
     *
     * @param untilMillis the first moment at which they may play again, epoch milliseconds; {@link
     *     Ban#FOR_EVER} for none
     */
    record BanPlayer(Admission seen, long untilMillis, String reason) implements OfAdmission {
        @Override
        public PlannedChange intent() {
            return new BanPlayer(Admission.FREE, untilMillis, reason);
        }

        @Override
        public Admission after(String actor, long nowMillis) {
            return seen.banned(new Ban(untilMillis, reason, actor, nowMillis));
        }
    }

    /** The ban of a player is lifted. */
    record LiftBan(Admission seen, String reason) implements OfAdmission {
        @Override
        public PlannedChange intent() {
            return new LiftBan(Admission.FREE, reason);
        }

        @Override
        public Admission after(String actor, long nowMillis) {
            return seen.unbanned();
        }
    }

    /** All logins of a player until then end. */
    record EndLogins(Admission seen, String reason) implements OfAdmission {
        @Override
        public PlannedChange intent() {
            return new EndLogins(Admission.FREE, reason);
        }

        @Override
        public Admission after(String actor, long nowMillis) {
            return seen.withLoginsEnded(nowMillis);
        }
    }

    /** Something about a tournament. */
    sealed interface OfTournament extends PlannedChange {
        /** Which one. */
        TournamentId tournament();

        /** Why; 1 to {@link Disqualification#REASON_MAX} characters. */
        String reason();
    }

    /** A player is taken out of a tournament, for good. */
    record Disqualify(TournamentId tournament, String reason) implements OfTournament {}

    /**
     * A tournament does not take place; whoever has entered gets the fee back.
     *
     * @param seenVersion the tournament's version that was seen; it is made of that and no other
     */
    record CancelTournament(TournamentId tournament, long seenVersion, String reason)
            implements OfTournament {
        @Override
        public boolean needsPlayer() {
            return false;
        }

        @Override
        public boolean needsApproval() {
            return true;
        }

        @Override
        public PlannedChange intent() {
            return new CancelTournament(tournament, 0, reason);
        }
    }

    /**
     * A tournament that is over is ranked and paid as far as it can be; each prize is paid once.
     */
    record ReplayPrizeRun(TournamentId tournament, String reason) implements OfTournament {
        @Override
        public boolean needsPlayer() {
            return false;
        }
    }

    /**
     * A transfer to the platform is helped on. What settles it without the platform's word is
     * approved by another person.
     *
     * @param remedy how
     * @param transfer which one
     * @param seen how far it had come; it is made for that and nothing else
     * @param reason why
     */
    record SettleTransfer(
            TransferRemedy remedy, TransferId transfer, TransferBasis seen, String reason)
            implements PlannedChange {
        private static final TransferBasis ANYTHING = new TransferBasis(TransferStep.PENDING, 0);

        @Override
        public boolean needsApproval() {
            return remedy != TransferRemedy.RETRY;
        }

        @Override
        public PlannedChange intent() {
            return new SettleTransfer(remedy, transfer, ANYTHING, reason);
        }
    }

    /**
     * The Stars of a payment go back to the player. What was given for them stays.
     *
     * @param chargeId Telegram's name of the payment; 1 to {@link
     *     StoreCommand#CHARGE_ID_LENGTH_MAX} characters
     * @param stars how many were paid, as it was seen; at least 1
     * @param reason why
     */
    record RefundStars(String chargeId, int stars, String reason) implements PlannedChange {}

    /**
     * A follow-up of a player that can never be carried out is dropped, for good. What it would
     * have brought is lost, so another person approves it.
     *
     * @param operation the follow-up's own
     * @param seen what it is to do, as it was seen; null when nothing waited under that name, or
     *     this version cannot read it
     * @param reason why
     */
    record DropFollowUp(OperationId operation, @Nullable Command seen, String reason)
            implements PlannedChange {
        @Override
        public boolean needsApproval() {
            return true;
        }

        @Override
        public PlannedChange intent() {
            return new DropFollowUp(operation, null, reason);
        }
    }

    /** Something about the releases of the content. */
    sealed interface OfContent extends PlannedChange {
        /** Why, for those who read the list of releases. */
        String reason();

        @Override
        default boolean needsPlayer() {
            return false;
        }
    }

    /**
     * Content is released. What players could lose something by another person approves.
     *
     * @param hash of the content's document: SHA-256, 64 small hexadecimal digits
     * @param restores the number of the earlier release whose content it is; 0 for new content
     * @param activeFromMillis when it comes into force, epoch milliseconds; 0 for at once
     * @param acceptsLosses whether players may lose something by it
     * @param seen what it was shown against; it is made for that and nothing else
     * @param reason why
     */
    record ReleaseContent(
            String hash,
            long restores,
            long activeFromMillis,
            boolean acceptsLosses,
            ReleaseOutlook seen,
            String reason)
            implements OfContent {
        /** What is seen of content that nobody has looked at yet. */
        public static final ReleaseOutlook ANYTHING =
                new ReleaseOutlook(new ReleaseBasis(0, 0), 0, 0, "");

        @Override
        public boolean needsApproval() {
            return seen.losses() > 0;
        }

        @Override
        public PlannedChange intent() {
            return new ReleaseContent(
                    hash, restores, activeFromMillis, acceptsLosses, ANYTHING, reason);
        }
    }

    /**
     * What a release of content would come to.
     *
     * @param basis the releases that there were
     * @param changes how many things are different in it
     * @param losses how many things players could lose by it
     * @param hash of what they are, one after the other: SHA-256, 64 small hexadecimal digits
     */
    record ReleaseOutlook(ReleaseBasis basis, int changes, int losses, String hash) {}

    /** The release {@code number}, which has not come into force, is called off. */
    record CancelRelease(long number, String reason) implements OfContent {}
}
