package com.luckyfunatic.server.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Levels against the clock, played in the minigame's frame. */
class TimeTrialIT {
    @RegisterExtension static final GamePages PAGES = new GamePages();

    private static Locator level(PlayerPage game) {
        return game.page().locator("[data-trial=thirty_stars]");
    }

    private static FrameLocator open(PlayerPage game) {
        game.show("trials");
        game.button("Play: Thirty Stars").click();
        return game.page().frameLocator("iframe.minigame");
    }

    private static List<String> sent(PlayerPage game) {
        List<String> sent = new CopyOnWriteArrayList<>();
        game.page().onRequest(request -> sent.add(request.method() + " " + request.url()));
        return sent;
    }

    /** Catches every star as soon as it falls, in the frame itself. */
    private static void catchThirty(FrameLocator frame) {
        frame.locator("body")
                .evaluate(
                        """
                        async (body) => {
                          const end = performance.now() + 60_000;
                          while (body.querySelector('#result, #error') === null) {
                            if (performance.now() > end) throw new Error('no end');
                            // Several at once, as with two fingers: no more than thirty count.
                            for (const star of body.querySelectorAll('.star')) star.dispatchEvent(new PointerEvent('pointerdown'));
                            await new Promise(requestAnimationFrame);
                          }
                        }
                        """);
    }

    @Test
    void a_level_is_run_and_pays_for_the_times_that_were_beaten() {
        PlayerPage game = PAGES.open(PAGES.newPlayer());
        List<Request> fromTheFrame = new CopyOnWriteArrayList<>();
        game.page()
                .onRequest(request -> {
                    if (request.frame().parentFrame() != null) {
                        fromTheFrame.add(request);
                    }
                });
        FrameLocator frame = open(game);
        assertThat(level(game)).containsText("You have not run it yet.");
        assertThat(frame.locator("#panel")).containsText("Catch 30 stars as fast as you can.");

        frame.locator("#start").click();
        catchThirty(frame);

        assertThat(frame.locator("#status")).hasText("Your best time!");
        assertThat(frame.locator(".medal").first()).hasText("Bronze!");
        assertThat(game.page().locator(".notice.success")).containsText("You were fast enough!");
        game.button("Close").click();
        assertThat(level(game)).containsText("Your best: ");
        assertThat(level(game)).containsText("Place 1");
        assertThat(level(game).locator("[data-medal=bronze]")).hasClass("met");
        game.reload();
        game.show("trials");
        assertThat(level(game).locator("[data-medal=bronze]")).hasClass("met");
        assertThat(fromTheFrame)
                .as("the frame asks for nothing but its own files")
                .isNotEmpty()
                .allMatch(request -> request.url().contains("/games/star-catcher/"));
    }

    @Test
    void a_try_that_the_server_refuses_can_be_repeated() {
        PlayerPage game = PAGES.open(PAGES.newPlayer());
        FrameLocator frame = open(game);
        game.page()
                .route(
                        "**/time-trials/thirty_stars/start",
                        route ->
                                route.fulfill(
                                        new Route.FulfillOptions()
                                                .setStatus(404)
                                                .setContentType("application/problem+json")
                                                .setBody(
                                                        "{\"code\": \"unknown_time_trial\","
                                                                + " \"detail\": \"None.\"}")));

        frame.locator("#start").click();

        assertThat(frame.locator("#error")).hasText("That did not work. Once more?");
        assertThat(game.page().locator(".notice.error")).isVisible();
        game.page().unroute("**/time-trials/thirty_stars/start");
        frame.locator("#start").click();
        assertThat(frame.locator("#score")).containsText("/ 30");
    }

    @Test
    void a_try_whose_answer_was_lost_is_begun_anew_with_a_clock_of_its_own() {
        PlayerPage game = PAGES.open(PAGES.newPlayer());
        FrameLocator frame = open(game);
        List<String> keys = new CopyOnWriteArrayList<>();
        game.page()
                .route(
                        "**/time-trials/thirty_stars/start",
                        route -> {
                            keys.add(route.request().headerValue("Idempotency-Key"));
                            if (keys.size() == 1) {
                                route.fetch();
                                route.abort();
                            } else {
                                route.resume();
                            }
                        });

        frame.locator("#start").click();

        assertThat(frame.locator("#score")).containsText("/ 30");
        assertThat(keys).as("the repeat of the first, and another").hasSize(3);
        assertThat(keys.get(1)).isEqualTo(keys.get(0)).isNotEqualTo(keys.get(2));
    }

    @Test
    void a_network_that_loses_the_first_answer_to_every_start_keeps_nobody_from_playing() {
        PlayerPage game = PAGES.open(PAGES.newPlayer());
        FrameLocator frame = open(game);
        List<String> keys = new CopyOnWriteArrayList<>();
        game.page()
                .route(
                        "**/time-trials/thirty_stars/start",
                        route -> {
                            String key = route.request().headerValue("Idempotency-Key");
                            if (keys.contains(key)) {
                                route.resume();
                                return;
                            }
                            keys.add(key);
                            route.fetch();
                            route.abort();
                        });

        frame.locator("#start").click();

        assertThat(frame.locator("#score")).containsText("/ 30");
        assertThat(keys).hasSizeGreaterThan(1).doesNotHaveDuplicates();
    }

    @Test
    void a_frame_in_which_no_level_is_played_cannot_begin_a_try() {
        PlayerPage game = PAGES.open(PAGES.newPlayer());
        game.show("games");
        game.button("Play: Star Catcher").click();
        FrameLocator frame = game.page().frameLocator("iframe.minigame");
        assertThat(frame.locator("#start")).isVisible();
        List<String> sent = sent(game);

        game.page()
                .waitForResponse(
                        response -> response.url().endsWith("/token"),
                        () ->
                                frame.locator("body")
                                        .evaluate(
                                                """
                                                () => {
                                                  parent.postMessage({ type: 'funatic:trial-start' }, '*');
                                                  parent.postMessage({ type: 'funatic:ready' }, '*');
                                                }
                                                """));

        assertThat(sent).noneMatch(each -> each.contains("/time-trials/"));
    }

    @Test
    void a_level_that_the_game_does_not_know_is_told() {
        PlayerPage game = PAGES.open(PAGES.newPlayer());
        FrameLocator frame = open(game);
        assertThat(frame.locator("#start")).isVisible();
        game.page()
                .route(
                        "**/time-trials",
                        route -> {
                            String known =
                                    route.fetch().text().replace("thirty_stars", "forty_moons");
                            route.fulfill(
                                    new Route.FulfillOptions()
                                            .setContentType("application/json")
                                            .setBody(known));
                        });
        game.reload();
        game.show("trials");

        game.button("Play: Thirty Stars").click();

        assertThat(frame.locator("#error")).hasText("This game does not know that level.");
        assertThat(frame.locator("#start")).hasCount(0);
    }
}
