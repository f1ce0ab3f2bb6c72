package com.luckyfunatic.server.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Request;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The minigame that comes along, in its sandbox. */
class MinigameIT {
    private static final int CAUGHT = 10;

    @RegisterExtension static final GamePages PAGES = new GamePages();

    private static FrameLocator open(PlayerPage game) {
        game.show("games");
        game.button("Play: Star Catcher").click();
        return game.page().frameLocator("iframe.minigame");
    }

    /** In the frame itself: a game takes twenty seconds, in which few of our calls get there. */
    private static void catchStars(FrameLocator frame) {
        frame.locator("body")
                .evaluate(
                        """
                        async (body, count) => {
                          const end = performance.now() + 20_000;
                          for (let caught = 0; caught < count; ) {
                            if (performance.now() > end) throw new Error(`only ${caught} caught`);
                            const star = body.querySelector('.star');
                            star?.dispatchEvent(new PointerEvent('pointerdown'));
                            if (star && !star.isConnected) caught++;
                            await new Promise(requestAnimationFrame);
                          }
                        }
                        """,
                        CAUGHT);
    }

    @Test
    void a_game_is_played_to_its_end_and_stands_on_the_board() {
        PlayerPage game = PAGES.open(PAGES.newPlayer());
        List<Request> calls = new ArrayList<>();
        game.page()
                .onRequest(request -> {
                    if (request.frame().parentFrame() != null) {
                        calls.add(request);
                    }
                });
        FrameLocator frame = open(game);

        frame.locator("#start").click();
        catchStars(frame);
        Locator result = frame.locator("#result");
        result.waitFor(new Locator.WaitForOptions().setTimeout(60_000));

        assertThat(frame.locator("#status")).hasText("Counted!");
        assertThat(frame.locator("li.me")).hasCount(1);
        assertThat(calls)
                .as("nothing but its own files and routes")
                .isNotEmpty()
                .allMatch(call ->
                        call.url().contains("/games/star-catcher/")
                                || call.url().contains("/minigames/star_catcher/"));
    }

    @Test
    void a_page_in_the_sandbox_cannot_read_what_the_page_around_it_keeps() {
        PlayerPage game = PAGES.open(PAGES.newPlayer());
        Locator body = open(game).locator("body");
        assertThat(body.locator("#start")).isVisible();

        for (String secret :
                List.of("parent.document.title", "localStorage.length", "document.cookie")) {
            assertThat(
                            body.evaluate(
                                    "(_, code) => { try { return ({'parent.document.title': () =>"
                                        + " parent.document.title, 'localStorage.length': () =>"
                                        + " localStorage.length, 'document.cookie': () =>"
                                        + " document.cookie})[code](); } catch (e) { return e.name;"
                                        + " } }",
                                    secret))
                    .as(secret)
                    .isEqualTo("SecurityError");
        }
    }

    @Test
    void a_game_that_is_closed_is_gone() {
        PlayerPage game = PAGES.open(PAGES.newPlayer());
        assertThat(open(game).locator("#start")).isVisible();

        game.button("Close").click();

        assertThat(game.page().locator("iframe")).hasCount(0);
    }
}
