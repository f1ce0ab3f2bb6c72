package com.luckyfunatic.server.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** News: what is laid over the game once, and the sheet with all of it. */
class NewsIT {
    @RegisterExtension static final GamePages PAGES = new GamePages();

    @Test
    void news_for_newcomers_is_laid_over_the_game_once() {
        PlayerPage game =
                PlayerPage.openWithNews(
                        PAGES.context().newPage(),
                        PAGES.server().uri("/?dev=" + PAGES.newPlayer()));
        assertThat(game.sheet()).containsText("Welcome to the fair");
        assertThat(game.sheet()).containsText("Tap the old machine");

        game.button("Great!").click();

        assertThat(game.sheet()).hasCount(0);
        assertThat(game.button("News")).isVisible();
        game.reload();
        assertThat(game.button("News")).isVisible();
        assertThat(game.sheet()).hasCount(0);
    }

    @Test
    void all_news_can_be_read_again() {
        PlayerPage game = PAGES.open(PAGES.newPlayer());

        game.button("News").click();

        assertThat(game.page().locator("[data-news=welcome_to_the_fair]"))
                .containsText("Welcome to the fair");
    }
}
