package com.luckyfunatic.server.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Cards, special cards, stories and friends. */
class CollectionIT {
    private static final List<String> FIRST_STORY =
            List.of(
                    "springy_gloves",
                    "lucky_sneakers",
                    "confetti_popper",
                    "button_masher",
                    "balloon_artist",
                    "lemonade_stand");

    @RegisterExtension static final GamePages PAGES = new GamePages();

    @Test
    void what_cannot_be_paid_is_refused_in_plain_words() {
        PlayerPage game = PAGES.open(PAGES.newPlayer());

        game.show("cards");
        game.buy("springy_gloves");

        game.assertNotice("error", "You need 53 funz, and you have 0.");
        assertThat(game.card("springy_gloves").locator(".card-level")).isHidden();
    }

    @Test
    void a_price_that_has_changed_is_shown_before_anything_is_paid() {
        long player = PAGES.newPlayer();
        OtherDevice device = PAGES.otherDevice(player);
        device.earn(500);
        PlayerPage game = PAGES.open(player);
        game.show("cards");
        assertThat(game.card("springy_gloves").locator(".price")).hasText("53");

        device.buy("springy_gloves", 1);
        game.buy("springy_gloves");

        game.assertNotice("error", "The price has changed");
        assertThat(game.card("springy_gloves").locator(".card-level")).hasText("Level 1");
        assertThat(game.card("springy_gloves").locator(".price")).not().hasText("53");
    }

    @Test
    void a_card_says_what_it_needs_and_what_it_brings() {
        PlayerPage game = PAGES.open(PAGES.newPlayer());

        game.showCards("Inventions");
        assertThat(game.card("luck_engine").locator(".card-need")).hasText("Coming soon");
        game.showCards("Gear");
        assertThat(game.card("bubble_blaster").locator(".card-need")).isVisible();
        game.card("springy_gloves").locator(".card-info").click();

        assertThat(game.sheet()).containsText("Every high five launches somebody a little.");
        assertThat(game.sheet()).containsText("+6/h");
        assertThat(game.sheet()).containsText("9 hr");
    }

    @Test
    void a_picture_that_is_missing_is_replaced() {
        PlayerPage game = PAGES.open(PAGES.newPlayer());
        game.page().route("**/cards/gear.svg", Route::abort);

        game.show("cards");

        assertThat(game.card("springy_gloves").locator("img"))
                .hasAttribute("src", "assets/cards/card.svg");
    }

    @Test
    void a_complete_story_can_be_read_and_its_reward_claimed_once() {
        long player = PAGES.newPlayer();
        OtherDevice device = PAGES.otherDevice(player);
        PlayerPage game = PAGES.open(player);
        game.show("stories");
        Locator story = game.page().locator("[data-story=the_first_summer]");
        assertThat(story).containsText("0 of 6 cards");
        assertThat(story.getByText("Claim")).isDisabled();

        FIRST_STORY.forEach(card -> device.buy(card, 1));
        game.reload();
        if (game.sheet().count() > 0) {
            game.button("Great!").click();
        }
        game.show("stories");
        story.getByText("Read").click();
        assertThat(game.sheet()).containsText("The gate had rusted shut");
        game.button("Close").click();
        story.getByText("Claim").click();

        game.assertNotice("success", "+2,500 funz, +5 jokers");
        assertThat(story).containsText("Claimed");
    }

    @Test
    void the_wheel_is_shown_with_its_odds_and_spun_once_a_day() {
        PlayerPage game = PAGES.open(PAGES.newPlayer());
        game.show("bonus");
        assertThat(game.page().locator("[data-segment=jackpot]")).containsText("0.1%");
        assertThat(game.page().locator("[data-segment=jackpot]")).containsText("10 in 10,000");
        assertThat(game.page().locator(".streak li")).hasCount(10);
        assertThat(game.page().locator(".streak li").first()).containsText("500");
        assertThat(game.page().locator(".view")).containsText("You have come 0 days in a row.");

        game.button("Claim and spin").click();

        assertThat(game.sheet()).containsText("Day 1 in a row: 500 funz");
        game.button("Great!").click();
        assertThat(game.page().locator(".streak li.met")).hasCount(1);
        assertThat(game.page().locator(".view")).containsText("You have come 1 day in a row.");
        assertThat(game.page().locator(".choices .primary")).isDisabled();
    }

    @Test
    void forging_asks_first_and_uses_up_its_ingredients() {
        long player = PAGES.newPlayer();
        OtherDevice device = PAGES.otherDevice(player);
        device.buy("springy_gloves", 5);
        device.buy("lucky_sneakers", 5);
        device.earn(5000);
        PlayerPage game = PAGES.open(player);
        if (game.sheet().count() > 0) {
            game.button("Great!").click();
        }
        game.showCards("Special");
        Locator handshake = game.page().locator("[data-special=golden_handshake]");

        handshake.locator("button").click();
        assertThat(game.sheet()).containsText("Forge Golden Handshake?");
        game.button("Cancel").click();
        assertThat(handshake).containsText("Forged 0 of 3");
        handshake.locator("button").click();
        game.sheet().getByText("Forge", new Locator.GetByTextOptions().setExact(true)).click();

        game.assertNotice("success", "Golden Handshake is forged!");
        assertThat(handshake).containsText("Forged 1 of 3");
        assertThat(handshake.locator("button")).isDisabled();
    }

    @Test
    void invited_friends_stand_in_the_ranking_page_by_page() {
        long player = PAGES.newPlayer();
        PlayerPage game = PAGES.open(player);
        for (int i = 0; i < 21; i++) {
            OtherDevice.invited(PAGES, "Friend " + i, player);
        }

        game.show("friends");

        assertThat(game.page().locator(".invite-link"))
                .hasValue(PAGES.server().uri("/?start=ref_" + player).toString());
        assertThat(game.page().locator(".friend")).hasCount(20);
        game.button("Show more").click();
        assertThat(game.page().locator(".friend")).hasCount(21);
        assertThat(game.button("Show more")).isHidden();
    }

    @Test
    void the_profile_shows_the_way_to_the_next_rank() {
        long player = PAGES.newPlayer();
        PAGES.otherDevice(player).earn(100);
        PlayerPage game = PAGES.open(player);

        game.page().locator(".player").click();

        assertThat(game.sheet()).containsText("Rookie");
        assertThat(game.sheet()).containsText("to the next rank");
        assertThat(game.sheet().locator(".ranks li")).hasCount(10);
    }
}
