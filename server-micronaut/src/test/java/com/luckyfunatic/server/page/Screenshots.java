package com.luckyfunatic.server.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotType;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Renews the pictures in {@code docs/screenshots}. Runs only when it is asked for; {@code
 * docs/page.md} says how.
 */
class Screenshots {
    private static final Path DIRECTORY = Path.of("../docs/screenshots");
    private static final int QUALITY = 84;
    private static final int PIXELS_PER_DOT = 2;
    private static final List<String> FRIENDS =
            List.of("Grace", "Linus", "Мария", "Björn", "Zoë", "Ivan", "Noor", "Sam");

    @RegisterExtension static final GamePages PAGES = new GamePages();

    @Test
    void pictures_of_the_documentation() {
        long ada = PAGES.newPlayer();
        OtherDevice device = OtherDevice.of(PAGES, ada, "Ada");
        device.readNews();
        FRIENDS.forEach(name -> OtherDevice.invited(PAGES, name, ada).earn(50L * name.length()));
        device.buy("springy_gloves", 6);
        device.buy("lucky_sneakers", 5);
        List.of("confetti_popper", "button_masher", "balloon_artist", "lemonade_stand")
                .forEach(card -> device.buy(card, 2));
        for (int i = 0; i < 5; i++) {
            device.tap();
        }

        try (BrowserContext dark = PAGES.newContext(options(ColorScheme.DARK, "en-US"))) {
            beforeTheGame(dark);
            game(dark, ada);
        }
        try (BrowserContext light = PAGES.newContext(options(ColorScheme.LIGHT, "ru-RU"))) {
            PlayerPage game = open(light, ada);
            picture(game.page(), "light", () -> game.tap(3));
        }
        try (BrowserContext dark = PAGES.newContext(options(ColorScheme.DARK, "en-US"))) {
            theEnd(open(dark, PAGES.newPlayer()));
        }
    }

    private static Browser.NewContextOptions options(ColorScheme scheme, String locale) {
        return GamePages.options()
                .setColorScheme(scheme)
                .setLocale(locale)
                .setDeviceScaleFactor(PIXELS_PER_DOT);
    }

    private static PlayerPage open(BrowserContext context, long player) {
        return PlayerPage.open(
                context.newPage(), PAGES.server().uri("/?dev=" + player + "&name=Ada"));
    }

    private static void beforeTheGame(BrowserContext context) {
        Page page = context.newPage();
        page.navigate(PAGES.server().uri("/").toString());
        assertThat(page.getByLabel("Name")).isVisible();
        picture(page, "login");
        page.close();
    }

    private static void game(BrowserContext context, long player) {
        PlayerPage game = open(context, player);
        PAGES.clock().advance(Duration.ofHours(2));
        game.reload();
        assertThat(game.sheet()).isVisible();
        picture(game.page(), "away");
        game.button("Great!").click();

        game.show("boosters");
        game.booster("turbo_tap").locator("button").click();
        game.assertNotice("success", "Turbo Tap is on!");
        picture(game.page(), "boosters");
        game.show("play");
        assertThat(game.page().locator(".notice")).hasCount(0);
        game.tap(35);
        picture(game.page(), "play", () -> game.tap(3));
        game.tap(12);
        game.page().locator(".frenzy:enabled").click();
        assertThat(game.page().locator(".per-tap")).hasText("+15 per tap");
        picture(game.page(), "frenzy", () -> game.tap(6));
        collections(game);

        game.show("play");
        context.setOffline(true);
        game.tap(5);
        game.assertOffline(true);
        picture(game.page(), "offline");
        context.setOffline(false);
    }

    private static void collections(PlayerPage game) {
        game.show("cards");
        assertThat(game.card("springy_gloves")).isVisible();
        picture(game.page(), "cards");
        game.card("springy_gloves").locator(".card-info").click();
        picture(game.page(), "card");
        game.button("Close").click();
        game.showCards("Special");
        picture(game.page(), "special");
        game.show("stories");
        game.page().getByText("Read").first().click();
        assertThat(game.sheet()).isVisible();
        picture(game.page(), "chapter");
        game.button("Close").click();
        picture(game.page(), "stories");
        game.show("quests");
        assertThat(game.quest("warm_hands")).isVisible();
        picture(game.page(), "quests");
        game.quest("choose_an_exchange").getByText("Set up").click();
        assertThat(game.sheet()).isVisible();
        picture(game.page(), "connections");
        game.button("Close").click();
        game.page().locator(".ladder").scrollIntoViewIfNeeded();
        picture(game.page(), "ladder");
        game.show("bonus");
        game.button("Claim and spin").click();
        game.button("Great!").click();
        assertThat(game.page().locator(".streak li.met")).hasCount(1);
        picture(game.page(), "wheel");
        game.show("shop");
        game.page().locator("[data-listing=daily_gift] .price").click();
        assertThat(game.page().locator("[data-listing=daily_gift] .price")).isDisabled();
        assertThat(game.page().locator(".notice")).hasCount(0);
        picture(game.page(), "shop");
        game.show("raffles");
        assertThat(game.page().locator("[data-raffle^=lucky_hat]").first()).isVisible();
        picture(game.page(), "raffles");
        game.show("trials");
        assertThat(game.page().locator("[data-trial=thirty_stars]")).isVisible();
        picture(game.page(), "trials");
        game.show("inventory");
        assertThat(game.page().locator("[data-item=fizzy_lemonade]")).isVisible();
        picture(game.page(), "inventory");
        game.button("News").click();
        assertThat(game.sheet()).isVisible();
        picture(game.page(), "news");
        game.button("Close").click();
        game.show("friends");
        assertThat(game.page().locator(".friend")).hasCount(FRIENDS.size());
        picture(game.page(), "friends");
        game.page().locator(".player").click();
        picture(game.page(), "profile");
        game.button("Settings").click();
        assertThat(game.button("Delete my account")).isVisible();
        picture(game.page(), "settings");
        game.button("Delete my account").click();
        game.page().getByLabel("Type DELETE to confirm").fill("DELETE");
        picture(game.page(), "delete");
        game.button("Close").click();
    }

    private static void theEnd(PlayerPage game) {
        game.page().locator(".player").click();
        game.button("Settings").click();
        game.button("Delete my account").click();
        Locator word = game.page().getByLabel("Type DELETE to confirm");
        word.fill("DELETE");
        word.press("Enter");
        assertThat(game.button("Start anew")).isVisible();
        picture(game.page(), "farewell");
    }

    private static void picture(Page page, String name) {
        picture(page, name, () -> {});
    }

    /** Takes a picture once images are loaded and nothing slides in any more. */
    private static void picture(Page page, String name, Runnable lastMoment) {
        page.waitForFunction(
                """
                () => [...document.images].every((image) => image.complete)
                    && document.getAnimations().every((running) => running.animationName !== 'slide-in'
                        && running.animationName !== 'rise')
                """);
        lastMoment.run();
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(DIRECTORY.resolve(name + ".jpg"))
                        .setType(ScreenshotType.JPEG)
                        .setQuality(QUALITY));
    }
}
