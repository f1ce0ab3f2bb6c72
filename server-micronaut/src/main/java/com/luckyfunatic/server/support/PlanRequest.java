package com.luckyfunatic.server.support;

import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.account.Admission;
import com.luckyfunatic.engine.account.Ban;
import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.item.ItemCommand.AdjustItem;
import com.luckyfunatic.engine.item.ItemId;
import com.luckyfunatic.engine.operator.PlannedChange;
import com.luckyfunatic.engine.platform.TransferBasis;
import com.luckyfunatic.engine.platform.TransferId;
import com.luckyfunatic.engine.platform.TransferRemedy;
import com.luckyfunatic.engine.player.PlayerCommand.ResetPlayer;
import com.luckyfunatic.engine.player.PlayerCommand.RestorePlayer;
import com.luckyfunatic.engine.store.StoreCommand;
import com.luckyfunatic.engine.wallet.WalletCommand.AdjustBalance;
import com.luckyfunatic.server.error.ProblemCode;
import com.luckyfunatic.server.error.ProblemException;
import com.luckyfunatic.server.operation.Fields;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /support/players/{playerId}/plans}.
 *
 * @param action {@code adjust_funds}, {@code adjust_items}, {@code ban}, {@code unban}, {@code
 *     end_logins}, {@code reset}, {@code restore}, {@code retry_transfer}, {@code
 *     confirm_transfer}, {@code return_transfer}, {@code drop_follow_up} or {@code refund_stars}
 * @param currency {@code funz} or {@code jokers}; of funds only
 * @param itemId which item; of items only
 * @param amount what is added, or taken when below zero; not 0. Of funds up to 2^53 − 1 either way,
 *     of items up to 2^31 − 1; of funds and items only
 * @param until the first moment at which they may play again, such as {@code 2027-01-31T12:00:00Z},
 *     or {@code forever}; of bans only
 * @param transferId which of the player's transfers to the platform; of transfers only
 * @param operationId which of the player's follow-ups that wait; of follow-ups only
 * @param chargeId Telegram's name of the player's payment, 1 to 512 characters; of Stars only
 * @param reasonCode {@code lost_reward}, {@code compensation}, {@code goodwill}, {@code
 *     correction}, {@code abuse}, {@code security} or {@code other}
 * @param reason why, for those who look later; 1 to 150 characters, none of them a control
 *     character. Names no person
 */
@Schema(
        example =
                "{\"action\": \"adjust_funds\", \"currency\": \"jokers\", \"amount\": 25,"
                        + " \"reasonCode\": \"lost_reward\", \"reason\": \"ticket 81\"}")
public record PlanRequest(
        @Schema(nullable = false, requiredMode = Schema.RequiredMode.REQUIRED)
                @Nullable String action,
        @Nullable String currency,
        @Nullable String itemId,
        @Nullable Long amount,
        @Nullable String until,
        @Nullable String transferId,
        @Nullable String operationId,
        @Nullable String chargeId,
        @Schema(nullable = false, requiredMode = Schema.RequiredMode.REQUIRED)
                @Nullable String reasonCode,
        @Schema(nullable = false, requiredMode = Schema.RequiredMode.REQUIRED)
                @Nullable String reason) {
    private static final String FOR_EVER = "forever";

    /** What the player is seen to be, as far as a plan is made of it. */
    interface Seen {
        /** Returns whether they may play. */
        Admission admission();

        /**
         * Returns how far a transfer of theirs has come.
         *
         * @throws ProblemException when they have none of that name
         */
        TransferBasis transfer(TransferId id);

        /** Returns what a follow-up of theirs is to do; null when none of that name waits. */
        @Nullable Command followUp(OperationId id);

        /**
         * Returns how many Stars they have paid.
         *
         * @throws ProblemException when they have made no such payment
         */
        int starsPaid(String charge);
    }

    /**
     * The change that it asks for.
     *
     * @param nowMillis the time, epoch milliseconds
     * @throws ProblemException when a field is missing or out of its range
     */
    PlannedChange change(Seen seen, long nowMillis) {
        String why = PlanReason.words(reasonCode, reason);
        return switch (action) {
            case "adjust_funds" ->
                    new PlannedChange.OfState(
                            new AdjustBalance(checkedCurrency(), checkedAmount(Amounts.MAX), why));
            case "adjust_items" ->
                    new PlannedChange.OfState(
                            new AdjustItem(
                                    Fields.id(
                                            "itemId",
                                            itemId,
                                            ItemId::new,
                                            ProblemCode.UNKNOWN_ITEM),
                                    Math.toIntExact(checkedAmount(Integer.MAX_VALUE)),
                                    why));
            case "ban" -> {
                long end = checkedUntil(nowMillis);
                yield new PlannedChange.BanPlayer(seen.admission(), end, why);
            }
            case "unban" -> new PlannedChange.LiftBan(seen.admission(), why);
            case "end_logins" -> new PlannedChange.EndLogins(seen.admission(), why);
            case "reset" -> new PlannedChange.OfState(new ResetPlayer(why));
            case "restore" -> new PlannedChange.OfState(new RestorePlayer(why));
            case "retry_transfer" -> settle(TransferRemedy.RETRY, seen, why);
            case "confirm_transfer" -> settle(TransferRemedy.CONFIRM, seen, why);
            case "return_transfer" -> settle(TransferRemedy.RETURN, seen, why);
            case "drop_follow_up" -> {
                OperationId id =
                        Fields.id(
                                "operationId",
                                operationId,
                                OperationId::new,
                                ProblemCode.UNKNOWN_FOLLOW_UP);
                yield new PlannedChange.DropFollowUp(id, seen.followUp(id), why);
            }
            case "refund_stars" -> {
                String charge = checkedCharge();
                yield new PlannedChange.RefundStars(charge, seen.starsPaid(charge), why);
            }
            case null, default ->
                    throw ProblemException.invalidField(
                            "action",
                            "must be 'adjust_funds', 'adjust_items', 'ban', 'unban',"
                                    + " 'end_logins', 'reset', 'restore', 'retry_transfer',"
                                    + " 'confirm_transfer', 'return_transfer', 'drop_follow_up'"
                                    + " or 'refund_stars'");
        };
    }

    private PlannedChange settle(TransferRemedy remedy, Seen seen, String why) {
        TransferId id =
                Fields.id("transferId", transferId, TransferId::new, ProblemCode.UNKNOWN_TRANSFER);
        return new PlannedChange.SettleTransfer(remedy, id, seen.transfer(id), why);
    }

    private String checkedCharge() {
        if (chargeId == null
                || chargeId.isBlank()
                || chargeId.length() > StoreCommand.CHARGE_ID_LENGTH_MAX
                || chargeId.chars().anyMatch(Character::isISOControl)) {
            throw ProblemException.invalidField(
                    "chargeId",
                    "must have 1 to "
                            + StoreCommand.CHARGE_ID_LENGTH_MAX
                            + " characters, none of them a control character");
        }
        return chargeId;
    }

    private Currency checkedCurrency() {
        return switch (currency) {
            case "funz" -> Currency.FUNZ;
            case "jokers" -> Currency.JOKERS;
            case null, default ->
                    throw ProblemException.invalidField("currency", "must be 'funz' or 'jokers'");
        };
    }

    private long checkedAmount(long max) {
        if (amount == null || amount == 0 || amount > max || amount < -max) {
            throw ProblemException.invalidField(
                    "amount", "must be a whole number from 1 to " + max + " up or down");
        }
        return amount;
    }

    private long checkedUntil(long nowMillis) {
        if (FOR_EVER.equals(until)) {
            return Ban.FOR_EVER;
        }
        long millis = until == null ? 0 : millis(until);
        if (millis <= nowMillis) {
            throw ProblemException.invalidField(
                    "until",
                    "must be 'forever' or a time to come with its zone, such as"
                            + " 2027-01-31T12:00:00Z");
        }
        return millis;
    }

    private static long millis(String time) {
        try {
            return OffsetDateTime.parse(time).toInstant().toEpochMilli();
        } catch (DateTimeException | ArithmeticException e) {
            return 0;
        }
    }

    /** The word for why. */
    String checkedReasonCode() {
        return PlanReason.code(reasonCode);
    }
}
