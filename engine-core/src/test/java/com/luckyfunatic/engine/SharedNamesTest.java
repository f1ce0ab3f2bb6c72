package com.luckyfunatic.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.card.CardCommand.BuyCardLevel;
import com.luckyfunatic.engine.card.CardId;
import com.luckyfunatic.engine.fixture.Play;
import com.luckyfunatic.engine.fixture.Players;
import com.luckyfunatic.engine.fixture.TestCatalog;
import com.luckyfunatic.engine.fixture.TestStore;
import com.luckyfunatic.engine.quest.QuestCommand.ClaimQuest;
import com.luckyfunatic.engine.quest.QuestId;
import com.luckyfunatic.engine.store.ListingId;
import com.luckyfunatic.engine.store.StoreCommand.Purchase;
import org.junit.jupiter.api.Test;

/**
 * A player's state names what the content has by the content's own names: a hundred claimed quests
 * of each of a million players would otherwise be as many texts as came with the requests.
 */
class SharedNamesTest {
    private final Play play = Play.from(TestCatalog.catalog(), Players.rich());

    /** Returns the same text as another object, as a request brings it. */
    private static String sent(String value) {
        return new String(value.toCharArray());
    }

    @Test
    void a_claimed_quest_is_named_by_the_content() {
        play.does(new ClaimQuest(new QuestId(sent(TestCatalog.WELCOME.value()))));

        assertThat(play.state().quests().claimed()).hasSize(1);
        assertThat(play.state().quests().claimed().getFirst().quest())
                .isSameAs(TestCatalog.WELCOME);
    }

    @Test
    void a_card_is_named_by_the_content_at_every_level() {
        CardId asked = new CardId(sent(TestCatalog.MINER.value()));
        play.does(new BuyCardLevel(asked, 1_000L));
        play.does(new BuyCardLevel(asked, 1_103L));

        assertThat(play.state().cards().owned())
                .filteredOn(each -> each.card().equals(TestCatalog.MINER))
                .singleElement()
                .satisfies(each -> assertThat(each.card()).isSameAs(TestCatalog.MINER));
    }

    @Test
    void what_was_bought_is_named_by_the_content() {
        play.does(new Purchase(new ListingId(sent(TestStore.TICKETS.value())), 4, 2));

        assertThat(play.state().store().purchases()).hasSize(1);
        assertThat(play.state().store().purchases().getFirst().listing())
                .isSameAs(TestStore.TICKETS);
    }
}
