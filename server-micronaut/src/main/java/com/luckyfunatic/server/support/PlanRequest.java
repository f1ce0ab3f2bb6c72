package com.luckyfunatic.server.support;

import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.item.ItemCommand.AdjustItem;
import com.luckyfunatic.engine.item.ItemId;
import com.luckyfunatic.engine.wallet.WalletCommand.AdjustBalance;
import com.luckyfunatic.server.error.ProblemCode;
import com.luckyfunatic.server.error.ProblemException;
import com.luckyfunatic.server.operation.Fields;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /support/players/{playerId}/plans}.
 *
 * @param action {@code adjust_funds} or {@code adjust_items}
 * @param currency {@code funz} or {@code jokers}; of funds only
 * @param itemId which item; of items only
 * @param amount what is added, or taken when below zero; not 0. Of funds up to 2^53 − 1 either way,
 *     of items up to 2^31 − 1
 * @param reasonCode {@code lost_reward}, {@code compensation}, {@code goodwill}, {@code
 *     correction}, {@code abuse} or {@code other}
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
        @Schema(nullable = false, requiredMode = Schema.RequiredMode.REQUIRED)
                @Nullable Long amount,
        @Schema(nullable = false, requiredMode = Schema.RequiredMode.REQUIRED)
                @Nullable String reasonCode,
        @Schema(nullable = false, requiredMode = Schema.RequiredMode.REQUIRED)
                @Nullable String reason) {
    private static final int REASON_LENGTH_MAX = 150;
    private static final List<String> REASONS =
            List.of("lost_reward", "compensation", "goodwill", "correction", "abuse", "other");

    /**
     * The command that it asks for.
     *
     * @throws ProblemException when a field is missing or out of its range
     */
    Command command() {
        String why = checkedReasonCode() + ": " + checkedReason();
        return switch (action) {
            case "adjust_funds" ->
                    new AdjustBalance(checkedCurrency(), checkedAmount(Amounts.MAX), why);
            case "adjust_items" ->
                    new AdjustItem(
                            Fields.id("itemId", itemId, ItemId::new, ProblemCode.UNKNOWN_ITEM),
                            Math.toIntExact(checkedAmount(Integer.MAX_VALUE)),
                            why);
            case null, default ->
                    throw ProblemException.invalidField(
                            "action", "must be 'adjust_funds' or 'adjust_items'");
        };
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

    /** The word for why. */
    String checkedReasonCode() {
        if (reasonCode == null || !REASONS.contains(reasonCode)) {
            throw ProblemException.invalidField(
                    "reasonCode", "must be one of " + String.join(", ", REASONS));
        }
        return reasonCode;
    }

    private String checkedReason() {
        if (reason == null
                || reason.isBlank()
                || reason.length() > REASON_LENGTH_MAX
                || reason.chars().anyMatch(Character::isISOControl)) {
            throw ProblemException.invalidField(
                    "reason",
                    "must have 1 to "
                            + REASON_LENGTH_MAX
                            + " characters, none of them a control character");
        }
        return reason;
    }
}
