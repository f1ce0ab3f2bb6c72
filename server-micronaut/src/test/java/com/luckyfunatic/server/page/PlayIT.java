package com.luckyfunatic.server.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PlayIT {
    @RegisterExtension static final GamePages PAGES = new GamePages();

    @Test
    void thirty_taps_pay_thirty_funz_and_are_there_after_a_reload() {
        long player = PAGES.newPlayer();
        PlayerPage game = PAGES.open(player);

        game.tap(30);
        game.assertBalance("30");

        OtherDevice device = PAGES.otherDevice(player);
        game.page().waitForCondition(() -> device.taps() == 30);
        game.reload();
        game.assertBalance("30");
    }

    @Test
    void a_player_taps_faster_with_a_booster_buys_a_card_and_finds_everything_again() {
        PlayerPage game = PAGES.open(PAGES.newPlayer());

        game.show("boosters");
        game.booster("turbo_tap").locator("button").click();
        assertThat(game.booster("turbo_tap").locator("button")).containsText("Active");
        game.show("play");
        assertThat(game.page().locator(".per-tap")).hasText("+5 per tap");
        game.tap(20);
        game.assertBalance("100");
        game.show("cards");
        game.buy("springy_gloves");
        game.assertNotice("success", "Springy Gloves is yours!");
        assertThat(game.card("springy_gloves").locator(".card-level")).hasText("Level 1");

        game.reload();
        game.assertBalance("47");
        game.show("cards");
        assertThat(game.card("springy_gloves").locator(".card-level")).hasText("Level 1");
        game.show("boosters");
        assertThat(game.booster("turbo_tap").locator(".note")).hasText("2 left today");
    }

    @Test
    void every_finger_counts() {
        PlayerPage game = PAGES.open(PAGES.newPlayer());
        BoundingBox coin = game.coin().boundingBox();
        JsonArray fingers = new JsonArray();
        for (int i = 1; i <= 3; i++) {
            JsonObject finger = new JsonObject();
            finger.addProperty("x", coin.x + coin.width * i / 4);
            finger.addProperty("y", coin.y + coin.height / 2);
            finger.addProperty("id", i);
            fingers.add(finger);
        }
        JsonObject touch = new JsonObject();
        touch.addProperty("type", "touchStart");
        touch.add("touchPoints", fingers);

        PAGES.context().newCDPSession(game.page()).send("Input.dispatchTouchEvent", touch);

        game.assertBalance("3");
    }

    @Test
    void the_space_bar_taps_once_for_each_press() {
        PlayerPage game = PAGES.open(PAGES.newPlayer());

        game.page().keyboard().press("Space");
        game.coin().focus();
        game.page().keyboard().press("Space");
        game.page().keyboard().down("Enter");
        game.page().keyboard().down("Enter");

        game.assertBalance("3");
    }

    @Test
    void a_full_ring_starts_a_frenzy_that_triples_taps_and_ends_by_itself() {
        long player = PAGES.newPlayer();
        PAGES.otherDevice(player).earn(300);
        PlayerPage game = PAGES.open(player);

        game.button("Start frenzy ×3").click();
        assertThat(game.page().locator(".per-tap")).hasText("+3 per tap");
        game.tap(2);
        game.assertBalance("306");

        PAGES.clock().advance(Duration.ofSeconds(16));
        game.page().evaluate("window.dispatchEvent(new Event('online'))");
        assertThat(game.page().locator(".per-tap")).hasText("+1 per tap");
        assertThat(game.page().locator(".frenzy")).containsText("Next frenzy in");
    }

    @Test
    void a_booster_counts_its_cooldown_down_and_is_ready_again_after_it() {
        PlayerPage game = PAGES.open(PAGES.newPlayer());
        game.show("boosters");
        Locator button = game.booster("full_energy").locator("button");

        button.click();
        assertThat(button).containsText("In 59:5");
        assertThat(button).isDisabled();
        PAGES.clock().advance(Duration.ofHours(1));
        game.page().evaluate("window.dispatchEvent(new Event('online'))");

        assertThat(button).containsText("Free");
        assertThat(game.booster("full_energy").locator(".note")).hasText("5 left today");
    }

    @Test
    void energy_comes_back_between_two_answers() {
        PlayerPage game = PAGES.open(PAGES.newPlayer());
        game.tap(3);

        assertThat(game.page().locator(".energy-amount")).hasText("1,000 / 1,000");
        assertThat(game.page().locator(".energy")).containsText("full");
    }

    @Test
    void what_the_cards_earned_meanwhile_is_shown_once() {
        long player = PAGES.newPlayer();
        PAGES.otherDevice(player).buy("springy_gloves", 1);
        PlayerPage game = PAGES.open(player);
        PAGES.clock().advance(Duration.ofHours(2));

        game.reload();

        assertThat(game.sheet()).containsText("While you were away");
        assertThat(game.sheet()).containsText("1 hr 30 min");
        assertThat(game.sheet().locator(".away-amount")).hasText("+9");
        game.button("Great!").click();
        game.reload();
        assertThat(game.sheet()).hasCount(0);
    }

    @Test
    void two_pages_of_one_player_lose_no_tap() {
        long player = PAGES.newPlayer();
        PlayerPage first = PAGES.open(player);
        PlayerPage second = PAGES.open(player);

        first.tap(4);
        second.tap(5);
        first.tap(6);

        OtherDevice device = PAGES.otherDevice(player);
        first.page().waitForCondition(() -> device.taps() == 15);
        assertThat(device.taps()).isEqualTo(15);
    }
}
