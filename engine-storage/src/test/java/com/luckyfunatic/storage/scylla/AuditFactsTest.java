package com.luckyfunatic.storage.scylla;

import static com.luckyfunatic.storage.scylla.AuditSamples.START;
import static com.luckyfunatic.storage.scylla.AuditSamples.change;
import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.card.CardId;
import com.luckyfunatic.engine.forge.ForgeEvent.SpecialCardForged;
import com.luckyfunatic.engine.forge.Ingredient;
import com.luckyfunatic.engine.forge.SpecialCardId;
import com.luckyfunatic.engine.item.ItemEvent.ItemAdjusted;
import com.luckyfunatic.engine.item.ItemId;
import com.luckyfunatic.engine.player.PlayerId;
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
