package com.luckyfunatic.server.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The balloon game on the page. */
class BalloonsIT {
    private static final double POLL_MILLIS = 250;

    @RegisterExtension static final GamePages PAGES = new GamePages();

    private static int score(PlayerPage game) {
        return Integer.parseInt(game.page().locator(".balloon-score").textContent());
    }

    /** Presses the newest balloon that gives points, until one is popped: some are just leaving. */
    private static void popOne(PlayerPage game) {
        game.page()
                .waitForFunction(
                        """
                        before => {
                          if (Number(document.querySelector('.balloon-score').textContent) > before) return true;
                          const up = [...document.querySelectorAll('.balloon:not(.bomb)')].at(-1);
                          up?.dispatchEvent(new PointerEvent('pointerdown'));
                          return false;
                        }
                        """,
                        score(game),
                        new Page.WaitForFunctionOptions().setPollingInterval(POLL_MILLIS));
    }

    @Test
    void balloons_are_popped_and_the_points_pay() {
        PlayerPage game = PAGES.open(PAGES.newPlayer());
        game.show("balloons");
        game.button("Let them up").click();

        popOne(game);
        popOne(game);
        assertThat(game.page().locator(".balloon-bar")).containsText("left");
        // Less than a connection may be silent; the rest is for a slow machine to pop balloons in.
        PAGES.clock().advance(Duration.ofSeconds(9));
        for (int i = 0; i < 3; i++) {
            popOne(game);
        }
        PAGES.clock().advance(Duration.ofSeconds(30));
        assertThat(game.sheet()).isVisible();

        int score = score(game);
        assertThat(score).isGreaterThanOrEqualTo(5);
        assertThat(game.sheet()).containsText("+" + score * 50);
        assertThat(game.sheet()).containsText("4 more games pay today.");
        game.button("Great!").click();
        game.show("play");
        game.assertBalance(String.valueOf(score * 50));
    }

    @Test
    void a_lost_connection_is_resumed() {
        PlayerPage game = PAGES.open(PAGES.newPlayer());
        Page page = game.page();
        page.evaluate(
                """
                () => {
                  const Real = WebSocket;
                  window.sockets = [];
                  window.WebSocket = class extends Real {
                    constructor(...address) {
                      super(...address);
                      window.sockets.push(this);
                    }
                  };
                }
                """);
        game.show("balloons");
        game.button("Let them up").click();
        popOne(game);
        int score = score(game);

        page.evaluate("() => window.sockets[0].close(3000)");

        page.waitForFunction("() => window.sockets.length === 2");
        popOne(game);
        assertThat(score(game)).isGreaterThan(score);
        assertThat(page.evaluate("() => window.sockets[1].url").toString()).contains("resume=");
    }
}
