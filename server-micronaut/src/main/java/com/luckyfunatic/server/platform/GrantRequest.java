package com.luckyfunatic.server.platform;

import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.item.ItemId;
import com.luckyfunatic.engine.item.ItemStack;
import com.luckyfunatic.engine.platform.PlatformCommand.ReceiveGrant;
import com.luckyfunatic.engine.reward.Reward;
import com.luckyfunatic.server.error.ProblemCode;
import com.luckyfunatic.server.error.ProblemException;
import com.luckyfunatic.server.operation.Fields;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is granted: so much of a currency, or so many of an item.
 *
 * @param currency {@code funz} or {@code jokers}; not with {@code itemId}
 * @param itemId an item's name in the catalog; not with {@code currency}
 * @param amount 1 to 2^53 − 1; of an item, 1 to 2^31 − 1
 * @param reference the platform's own name for the grant, which the audit keeps; 1 to 100
 *     characters
 */
@Schema(example = "{\"currency\": \"jokers\", \"amount\": 25, \"reference\": \"campaign 81\"}")
public record GrantRequest(
        @Nullable String currency,
        @Nullable String itemId,
        @Schema(nullable = false, requiredMode = Schema.RequiredMode.REQUIRED)
                @Nullable Long amount,
        @Schema(nullable = false, requiredMode = Schema.RequiredMode.REQUIRED)
                @Nullable String reference) {
    /**
     * The command that it asks for.
     *
     * @throws ProblemException when a field is missing or out of its range
     */
    ReceiveGrant command() {
        return new ReceiveGrant(reward(), checkedReference());
    }

    private Reward reward() {
        if ((currency == null) == (itemId == null)) {
            throw ProblemException.invalidField("currency", "or 'itemId' must be given, not both");
        }
        if (itemId != null) {
            ItemId item = Fields.id("itemId", itemId, ItemId::new, ProblemCode.UNKNOWN_ITEM);
            return new Reward(
                    0,
                    0,
                    List.of(
                            new ItemStack(
                                    item, Math.toIntExact(checkedAmount(Integer.MAX_VALUE)))));
        }
        return switch (currency) {
            case "funz" -> Reward.ofFunz(checkedAmount(Amounts.MAX));
            case "jokers" -> new Reward(0, checkedAmount(Amounts.MAX), List.of());
            case null, default ->
                    throw ProblemException.invalidField("currency", "must be 'funz' or 'jokers'");
        };
    }

    private long checkedAmount(long max) {
        if (amount == null || amount < 1 || amount > max) {
            throw ProblemException.invalidField(
                    "amount", "must be a whole number from 1 to " + max);
        }
        return amount;
    }

    private String checkedReference() {
        if (reference == null
                || reference.isBlank()
                || reference.length() > ReceiveGrant.REFERENCE_LENGTH_MAX
                || reference.chars().anyMatch(Character::isISOControl)) {
            throw ProblemException.invalidField(
                    "reference",
                    "must have 1 to "
                            + ReceiveGrant.REFERENCE_LENGTH_MAX
                            + " characters, none of them a control character");
        }
        return reference;
    }
}
