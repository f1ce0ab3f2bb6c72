package com.luckyfunatic.server.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Items and conversions. */
class InventoryIT {
    @RegisterExtension static final GamePages PAGES = new GamePages();

    private static Locator conversion(PlayerPage game, String id) {
        return game.page().locator("[data-conversion=" + id + "]");
    }

    @Test
    void an_empty_bag_says_how_it_is_filled() {
        PlayerPage game = PAGES.open(PAGES.newPlayer());

        game.show("inventory");

        assertThat(game.page().locator(".empty")).containsText("Your bag is empty.");
    }

    @Test
    void jokers_are_converted_at_the_rate_that_is_shown() {
        long player = PAGES.newPlayer();
        OtherDevice device = PAGES.otherDevice(player);
        for (int batch = 0; batch < 10; batch++) {
            device.tap();
        }
        device.claimQuest("warm_hands");
        assertThat(device.game().path("jokers").path("balance").asLong()).isOne();
        long funz = device.game().path("funz").path("currentFunzBalance").asLong();
        PlayerPage game = PAGES.open(player);
        game.show("inventory");
        Locator jokers = conversion(game, "jokers_to_funz");
        Locator convert = jokers.locator(".primary");
        assertThat(jokers).containsText("500 of 500 left today");
        jokers.locator("input").fill("2");
        assertThat(convert).isDisabled();
        jokers.getByText("Most").click();
        assertThat(jokers.locator("input")).hasValue("1");
        assertThat(jokers.locator(".conversion-rate")).containsText("500");

        convert.click();

        game.assertNotice("success", "+500 funz");
        assertThat(jokers).containsText("499 of 500 left today");
        assertThat(convert).isDisabled();
        game.show("play");
        game.assertBalance(String.format(Locale.ROOT, "%,d", funz + 500));
    }

    @Test
    void an_item_that_was_used_elsewhere_is_refused_in_plain_words() {
        PlayerPage game = PAGES.open(PAGES.newPlayer());
        game.page()
                .route(
                        "**/inventory",
                        route ->
                                route.fulfill(
                                        new Route.FulfillOptions()
                                                .setContentType("application/json")
                                                .setBody(
                                                        """
                                                        {"data": {"items": [{"itemId": "wheel_token",
                                                        "name": "Wheel Token", "description": "For a spin.",
                                                        "count": 1, "max": 10, "use": {"type": "spin",
                                                        "reward": null, "boosterType": null}}],
                                                        "conversions": []},
                                                        "serverTime": "2026-11-22T15:00:00.123Z"}
                                                        """)));
        game.show("inventory");
        assertThat(game.page().locator("[data-item=wheel_token]")).containsText("1 of 10");

        game.button("Spin: Wheel Token").click();

        game.assertNotice("error", "You have none of that left.");
    }
}
