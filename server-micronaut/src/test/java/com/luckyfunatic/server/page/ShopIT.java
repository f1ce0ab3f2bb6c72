package com.luckyfunatic.server.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The store, and the banners above it. */
class ShopIT {
    @RegisterExtension static final GamePages PAGES = new GamePages();

    private static Locator listing(PlayerPage game, String id) {
        return game.page().locator("[data-listing=" + id + "]");
    }

    private static void answer(PlayerPage game, String path, String data) {
        game.page()
                .route(
                        "**/" + path,
                        route ->
                                route.fulfill(
                                        new Route.FulfillOptions()
                                                .setContentType("application/json")
                                                .setBody(
                                                        "{\"data\": "
                                                                + data
                                                                + ", \"serverTime\":"
                                                                + " \"2026-11-22T15:00:00.123Z\"}")));
    }

    @Test
    void a_gift_is_taken_once_a_day() {
        PlayerPage game = PAGES.open(PAGES.newPlayer());
        game.show("shop");
        Locator gift = listing(game, "daily_gift");
        assertThat(gift).containsText("1 of 1 left today");

        gift.locator(".price").click();

        game.assertNotice("success", "+1 × Fizzy Lemonade");
        assertThat(game.button("Gift of the Day: Tomorrow again")).isDisabled();
        game.show("inventory");
        assertThat(game.page().locator("[data-item=fizzy_lemonade]")).isVisible();
    }

    @Test
    void what_is_bought_is_paid_and_what_cannot_be_bought_says_why() {
        long player = PAGES.newPlayer();
        PAGES.otherDevice(player).earn(2_100);
        PlayerPage game = PAGES.open(player);
        game.show("shop");
        assertThat(game.button("Summer Bundle: Not available now")).isDisabled();
        assertThat(game.button("Workshop Box: Locked")).isDisabled();
        assertThat(listing(game, "opening_crate")).containsText("left for everybody");

        game.button("Two Lemonades: 2,000 funz").click();

        game.assertNotice("success", "+2 × Fizzy Lemonade");
        assertThat(listing(game, "lemonade_stand")).containsText("9 of 10 left today");
    }

    @Test
    void a_price_that_has_changed_is_refused_in_plain_words() {
        long player = PAGES.newPlayer();
        PAGES.otherDevice(player).earn(2_100);
        PlayerPage game = PAGES.open(player);
        answer(
                game,
                "store/items",
                """
                [{"listingId": "lemonade_stand", "name": "Two Lemonades", "description": "Cold.",
                "image": "/assets/cards/places.svg", "price": 5, "currency": "funz",
                "goods": {"funz": 0, "jokers": 0, "items": []}, "availableFrom": null,
                "availableUntil": null, "isAvailable": true, "daily": null, "total": null,
                "left": null, "requirements": []}]
                """);
        game.show("shop");

        game.button("Two Lemonades: 5 funz").click();

        game.assertNotice("error", "The price has changed to 2,000. Please look again.");
    }

    @Test
    void stars_are_paid_inside_telegram_only() {
        PlayerPage game = PAGES.open(PAGES.newPlayer());
        answer(
                game,
                "store/items",
                """
                [{"listingId": "treasure", "name": "Treasure", "description": "Shines.",
                "image": "/assets/coin.svg", "price": 25, "currency": "stars",
                "goods": {"funz": 0, "jokers": 10, "items": []}, "availableFrom": null,
                "availableUntil": null, "isAvailable": true, "daily": null, "total": null,
                "left": null, "requirements": []}]
                """);
        answer(game, "store/invoice", "{\"invoiceLink\": \"https://t.me/$invoice\"}");
        game.show("shop");

        game.button("Treasure: 25 Stars").click();

        game.assertNotice("error", "Stars can be paid inside Telegram only.");
    }

    @Test
    void banners_show_their_texts_as_texts() {
        PlayerPage game = PAGES.open(PAGES.newPlayer());
        answer(
                game,
                "banners",
                """
                [{"id": "evil", "title": "<img src=x onerror=alert(1)>", "text": "<b>bold</b>",
                "image": null, "actionUrl": "https://example.com/fair", "availableUntil": null}]
                """);

        game.show("shop");

        Locator banner = game.page().locator("a.banner");
        assertThat(banner).containsText("<img src=x onerror=alert(1)>");
        assertThat(banner).containsText("<b>bold</b>");
        assertThat(banner).hasAttribute("href", "https://example.com/fair");
        assertThat(banner).hasAttribute("rel", "noopener noreferrer");
        assertThat(banner.locator("img, b")).hasCount(0);
    }
}
