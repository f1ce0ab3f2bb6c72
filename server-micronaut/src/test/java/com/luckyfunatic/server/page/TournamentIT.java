package com.luckyfunatic.server.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tournaments on the page: entered, played in the minigame's frame, and the places. */
class TournamentIT {
    private static final double WHOLE_GAME_MILLIS = 60_000;

    @RegisterExtension static final GamePages PAGES = new GamePages();

    private static Locator cup(PlayerPage game, String series) {
        return game.page().locator("[data-tournament^=" + series + "][data-state=open]");
    }

    /** The job that announces tournaments has its first round after the start. */
    private static PlayerPage openTournaments() {
        PlayerPage game = PAGES.open(PAGES.newPlayer());
        game.page()
                .waitForCondition(() -> {
                    game.show("tournaments");
                    game.page().waitForLoadState();
                    return cup(game, "daily_stars").isVisible();
                });
        return game;
    }

    @Test
    void a_tournament_is_entered_and_played_and_shows_who_stands_where() {
        PlayerPage game = openTournaments();
        Locator cup = cup(game, "daily_stars");

        cup.locator("button.price").click();
        game.assertNotice("success", "You are in!");
        assertThat(cup).containsText("1 entry · Yours: 1 of 1");
        assertThat(cup.locator("button.price")).isHidden();

        cup.getByText("Play", new Locator.GetByTextOptions().setExact(true)).click();
        FrameLocator frame = game.page().frameLocator("iframe.minigame");
        frame.locator("#start").click();
        frame.locator(".star").first().dispatchEvent("pointerdown");
        frame.locator("#result")
                .waitFor(new Locator.WaitForOptions().setTimeout(WHOLE_GAME_MILLIS));
        assertThat(frame.locator("#tournament")).hasText("It counts in the tournament too.");
        game.button("Close").click();

        cup.getByText("Places", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(game.sheet().locator("li[data-me]")).containsText("1");
    }

    @Test
    void what_a_tournament_asks_for_is_shown_before_it_is_entered() {
        PlayerPage game = openTournaments();
        Locator cup = cup(game, "weekly_stars");

        assertThat(cup.locator("button.price")).isDisabled();
        assertThat(cup.locator(".requirements .missing")).hasCount(1);
        assertThat(cup.getByText("Play", new Locator.GetByTextOptions().setExact(true))).isHidden();
    }
}
