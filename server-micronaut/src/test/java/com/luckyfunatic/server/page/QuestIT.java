package com.luckyfunatic.server.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Quests, the ladder of friends, and what players use outside the game. */
class QuestIT {
    @RegisterExtension static final GamePages PAGES = new GamePages();

    private static PlayerPage openQuests(long player) {
        PlayerPage game = PAGES.open(player);
        game.show("quests");
        assertThat(game.quest("first_steps")).isVisible();
        return game;
    }

    private static Locator button(Locator within, String name) {
        return within.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }

    private static void claim(PlayerPage game, String quest) {
        button(game.quest(quest), "Claim").click();
    }

    /** Answers in the place of other people's servers. */
    private static void answerElsewhere(PlayerPage game) {
        game.page()
                .context()
                .route(
                        url -> url.startsWith("https:"),
                        route ->
                                route.fulfill(
                                        new Route.FulfillOptions().setBody("Somewhere else")));
    }

    @Test
    void a_quest_is_claimed_and_what_waited_for_it_is_told() {
        PlayerPage game = openQuests(PAGES.newPlayer());
        assertThat(game.quest("ten_thousand_claps"))
                .containsText("First: Tap five hundred times; the old machine wants to be woken.");
        assertThat(game.quest("known_in_town")).containsText("Under way: 1 of 4");
        assertThat(game.quest("known_in_town")).containsText("1 × Lucky Clover");

        claim(game, "first_steps");

        game.assertNotice("success", "+500 funz");
        assertThat(game.quest("first_steps")).containsText("Claimed");
        game.show("play");
        game.assertBalance("500");
    }

    @Test
    void a_visit_opens_its_link_counts_down_and_is_claimed() {
        PlayerPage game = openQuests(PAGES.newPlayer());
        answerElsewhere(game);
        Locator visit = game.quest("visit_the_platform");
        assertThat(visit).containsText("Not started");
        assertThat(visit.locator("a")).hasAttribute("rel", "noopener noreferrer");

        Page elsewhere = game.page().waitForPopup(() -> visit.locator("a").click());

        assertThat(elsewhere.url()).isEqualTo("https://funtico.com/");
        assertThat(elsewhere.evaluate("window.opener === null")).isEqualTo(true);
        assertThat(visit).containsText("Complete in 0:");
        elsewhere.close();
        PAGES.clock().advance(Duration.ofSeconds(31));
        game.reload();
        game.show("quests");
        claim(game, "visit_the_platform");
        game.assertNotice("success", "+2,500 funz");
    }

    @Test
    void a_daily_quest_counts_from_its_start_and_can_be_had_again_tomorrow() {
        PlayerPage game = openQuests(PAGES.newPlayer());
        Locator warmUp = game.quest("daily_warm_up");
        button(warmUp, "Start").click();
        assertThat(warmUp).containsText("Under way: 0 of 300");
        claim(game, "daily_stroll");
        assertThat(game.quest("daily_stroll")).containsText("Claimed. Again in ");

        game.show("play");
        game.tap(3);
        game.show("quests");
        assertThat(warmUp).containsText("Under way: 3 of 300");
        PAGES.clock().advance(Duration.ofDays(1));
        game.reload();
        if (game.sheet().count() > 0) {
            game.button("Great!").click();
        }
        game.show("quests");

        assertThat(warmUp).containsText("Not started");
        claim(game, "daily_stroll");
        assertThat(game.page().locator(".notice.success").last()).hasText("+250 funz");
    }

    @Test
    void what_was_claimed_elsewhere_is_refused_in_plain_words_and_shown() {
        long player = PAGES.newPlayer();
        PlayerPage game = openQuests(player);
        PAGES.otherDevice(player).claimQuest("first_steps");

        claim(game, "first_steps");

        game.assertNotice("error", "You have had this reward already.");
        assertThat(game.quest("first_steps")).containsText("Claimed");
        game.show("play");
        game.assertBalance("500");
    }

    @Test
    void what_is_not_done_yet_is_refused_in_plain_words() {
        PlayerPage game = openQuests(PAGES.newPlayer());
        answerElsewhere(game);
        game.page().context().onPage(Page::close);
        game.quest("visit_the_platform").locator("a").click();
        assertThat(game.quest("visit_the_platform")).containsText("Complete in");
        // A page whose clock is ahead: the quest seems complete to it.
        game.page()
                .route(
                        "**/quests",
                        route -> {
                            String body = route.fetch().text();
                            route.fulfill(
                                    new Route.FulfillOptions()
                                            .setContentType("application/json")
                                            .setBody(body.replace("\"started\"", "\"completed\"")));
                        });
        game.reload();
        game.show("quests");

        claim(game, "visit_the_platform");

        game.assertNotice("error", "That is not done yet, as far as we can see.");
    }

    @Test
    void a_claim_whose_answer_is_lost_is_repeated_under_its_key_and_paid_once() {
        PlayerPage game = openQuests(PAGES.newPlayer());
        List<String> keys = new CopyOnWriteArrayList<>();
        game.page()
                .route(
                        "**/quests/first_steps/claim",
                        route -> {
                            keys.add(route.request().headerValue("Idempotency-Key"));
                            if (keys.size() == 1) {
                                route.fetch();
                                route.abort();
                            } else {
                                route.resume();
                            }
                        });

        claim(game, "first_steps");

        game.assertNotice("success", "+500 funz");
        assertThat(keys).hasSize(2);
        assertThat(new HashSet<>(keys)).hasSize(1).doesNotContainNull();
        game.show("play");
        game.assertBalance("500");
    }

    @Test
    void a_claim_without_a_connection_is_kept_for_the_player_to_repeat() {
        PlayerPage game = openQuests(PAGES.newPlayer());
        PAGES.context().setOffline(true);
        claim(game, "first_steps");
        game.assertOffline(true);
        game.assertNotice("error", "No connection");
        assertThat(game.quest("first_steps")).containsText("Your reward is waiting.");

        PAGES.context().setOffline(false);
        game.assertOffline(false);
        claim(game, "first_steps");

        game.assertNotice("success", "+500 funz");
    }

    @Test
    void the_exchange_is_chosen_and_its_quest_can_be_claimed() {
        PlayerPage game = openQuests(PAGES.newPlayer());
        button(game.quest("choose_an_exchange"), "Set up").click();
        assertThat(game.sheet()).containsText("No wallet is connected.");

        game.button("OKX").click();

        game.assertNotice("success", "OKX is your exchange now.");
        assertThat(game.page().locator("[data-exchange=okx]")).hasAttribute("aria-pressed", "true");
        game.button("Close").click();
        claim(game, "choose_an_exchange");
        game.assertNotice("success", "+5,000 funz");
        game.page().locator(".player").click();
        game.button("Wallet and exchange").click();
        assertThat(game.page().locator("[data-exchange=okx]")).hasAttribute("aria-pressed", "true");
    }

    @Test
    void a_connected_wallet_is_shown_by_its_ends() {
        PlayerPage game = PAGES.open(PAGES.newPlayer());
        game.page()
                .route(
                        "**/user/wallets",
                        route ->
                                route.fulfill(
                                        new Route.FulfillOptions()
                                                .setContentType("application/json")
                                                .setBody(
                                                        """
                                                        {"data": {"ton": {"address":
                                                        "0:2c9a1f6a0d3b5f0e8d7c6b5a493827160f5e4d3c2b1a09f8e7d6c5b4a3928170",
                                                        "connectedAt": "2026-11-22T15:00:00.123Z"}, "exchange": null},
                                                        "serverTime": "2026-11-22T15:00:00.123Z"}
                                                        """)));

        game.page().locator(".player").click();
        game.button("Wallet and exchange").click();

        assertThat(game.page().locator("[data-wallet=ton]")).containsText("0:2c9a1f…928170");
        assertThat(game.page().locator("[data-wallet=ton]"))
                .containsText("Connected on Nov 22, 2026");
    }

    @Test
    void the_ladder_of_friends_is_climbed_step_by_step() {
        long player = PAGES.newPlayer();
        OtherDevice device = PAGES.otherDevice(player);
        for (int i = 0; i < 2; i++) {
            OtherDevice.invited(PAGES, "Friend " + i, player);
        }
        PlayerPage game = PAGES.open(player);
        game.page().waitForCondition(() -> device.friends() == 2);
        game.show("quests");
        Locator ladder = game.page().locator(".ladder-part");
        assertThat(ladder).containsText("You have reached the next step!");

        button(ladder, "Claim").click();

        game.assertNotice("success", "+2,500 funz");
        assertThat(ladder).containsText("1 more friend to the next step.");
        assertThat(button(ladder, "Claim")).isHidden();
        assertThat(ladder.locator("[data-level='1']")).hasClass("met");
        button(ladder, "Invite").click();
        assertThat(game.page().locator(".invite-link")).isVisible();
    }
}
