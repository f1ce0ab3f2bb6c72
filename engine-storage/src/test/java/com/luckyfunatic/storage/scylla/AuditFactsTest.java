package com.luckyfunatic.storage.scylla;

import static com.luckyfunatic.storage.scylla.AuditSamples.START;
import static com.luckyfunatic.storage.scylla.AuditSamples.change;
import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.bonus.BonusEvent.StreakPaid;
import com.luckyfunatic.engine.bonus.BonusEvent.WheelSpun;
import com.luckyfunatic.engine.bonus.SegmentId;
import com.luckyfunatic.engine.card.CardId;
import com.luckyfunatic.engine.forge.ForgeEvent.SpecialCardForged;
import com.luckyfunatic.engine.forge.Ingredient;
import com.luckyfunatic.engine.forge.SpecialCardId;
import com.luckyfunatic.engine.item.ItemEvent.ItemAdjusted;
import com.luckyfunatic.engine.item.ItemId;
import com.luckyfunatic.engine.item.ItemStack;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.reward.Reward;
import com.luckyfunatic.engine.storage.StateChange;
import com.luckyfunatic.engine.wallet.WalletEvent.BalanceAdjusted;
import com.luckyfunatic.storage.scylla.AuditFact.ItemTransaction;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuditFactsTest {
    private static final PlayerId PLAYER = new PlayerId(1);
    private static final ItemId CLOVER = new ItemId("clover");
    private static final ItemId HORSESHOE = new ItemId("horseshoe");

    @Test
    void forging_takes_each_item_that_it_consumes() {
        StateChange change =
                change(
                        PLAYER,
                        4,
                        START,
                        new ItemAdjusted(CLOVER, 2, "found"),
                        new SpecialCardForged(
                                new SpecialCardId("golden"),
                                1,
                                List.of(
                                        new Ingredient.Items(CLOVER, 2),
                                        new Ingredient.CardLevels(new CardId("baker"), 3),
                                        new Ingredient.Items(HORSESHOE, 1)),
                                5));

        assertThat(AuditFacts.of(change))
                .containsExactly(
                        item(change, 0, CLOVER, 2, "found"),
                        item(change, 1_000, CLOVER, -2, "forge golden"),
                        item(change, 1_002, HORSESHOE, -1, "forge golden"));
    }

    @Test
    void the_wheel_takes_the_item_that_was_spent_and_gives_those_that_were_won() {
        Reward won =
                new Reward(1, 0, List.of(new ItemStack(CLOVER, 3), new ItemStack(HORSESHOE, 1)));
        Reward cut = new Reward(0, 0, List.of(new ItemStack(CLOVER, 9)));
        SegmentId meadow = new SegmentId("meadow");
        StateChange change =
                change(
                        PLAYER,
                        4,
                        START,
                        new StreakPaid(20_000, 1, 500, 0),
                        new WheelSpun(null, 7, 10, meadow, won, cut),
                        new WheelSpun(HORSESHOE, 7, 10, meadow, Reward.ofFunz(1), cut));

        assertThat(AuditFacts.of(change))
                .containsExactly(
                        item(change, 1_001, CLOVER, 3, "wheel meadow"),
                        item(change, 1_002, HORSESHOE, 1, "wheel meadow"),
                        item(change, 2_000, HORSESHOE, -1, "spin of the wheel"));
    }

    @Test
    void most_changes_tell_nothing_more() {
        assertThat(
                        AuditFacts.of(
                                change(
                                        PLAYER,
                                        1,
                                        START,
                                        new BalanceAdjusted(Currency.FUNZ, 1, "a gift"))))
                .isEmpty();
    }

    private static ItemTransaction item(
            StateChange change, int event, ItemId item, int delta, String reason) {
        return new ItemTransaction(
                PLAYER,
                new AuditPosition(change.sequence(), change.id(), event),
                START,
                item,
                delta,
                reason);
    }
}
