package com.luckyfunatic.server.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a bad connection may not do: lose a tap, or count one twice. */
class ConnectionIT {
    private static final int MUCH = 3_500;

    @RegisterExtension static final GamePages PAGES = new GamePages();

    @Test
    void taps_made_offline_are_kept_and_counted_once() {
        long player = PAGES.newPlayer();
        OtherDevice device = PAGES.otherDevice(player);
        PlayerPage game = PAGES.open(player);

        PAGES.context().setOffline(true);
        game.tap(12);
        game.assertOffline(true);
        game.assertBalance("12");
        assertThat(device.taps()).isZero();
        PAGES.context().setOffline(false);

        game.assertOffline(false);
        game.page().waitForCondition(() -> device.taps() == 12);
        game.assertBalance("12");
    }

    @Test
    void taps_made_offline_outlive_the_page() {
        long player = PAGES.newPlayer();
        OtherDevice device = PAGES.otherDevice(player);
        PlayerPage game = PAGES.open(player);

        PAGES.context().setOffline(true);
        game.tap(9);
        game.assertOffline(true);
        game.page().close();
        PAGES.context().setOffline(false);
        PlayerPage again = PAGES.open(player);

        again.assertBalance("9");
        again.page().waitForCondition(() -> device.taps() == 9);
        again.assertBalance("9");
    }

    @Test
    void a_batch_whose_answer_is_lost_is_repeated_under_its_number() {
        long player = PAGES.newPlayer();
        OtherDevice device = PAGES.otherDevice(player);
        PlayerPage game = PAGES.open(player);
        List<String> sent = loseFirstAnswers(game.page(), 2);
        game.page().route("**/game", Route::abort);

        game.tap(1);

        game.page().waitForCondition(() -> sent.size() == 3);
        // Else a page that asks for the game after its taps went through would stay offline.
        game.page().unroute("**/game");
        game.assertOffline(false);
        game.assertBalance("1");
        assertThat(Set.copyOf(sent)).containsExactly("{\"taps\":1,\"sequence\":0}");
        assertThat(device.taps()).isEqualTo(1);
    }

    @Test
    void a_purchase_whose_answer_is_lost_is_repeated_under_its_key_and_paid_once() {
        long player = PAGES.newPlayer();
        OtherDevice device = PAGES.otherDevice(player);
        device.earn(100);
        long held = device.game().path("funz").path("currentFunzBalance").asLong();
        PlayerPage game = PAGES.open(player);
        List<String> keys = new CopyOnWriteArrayList<>();
        game.page()
                .route(
                        "**/cards/buy-card",
                        route -> {
                            keys.add(route.request().headerValue("Idempotency-Key"));
                            if (keys.size() == 1) {
                                loseAnswer(route);
                            } else {
                                route.resume();
                            }
                        });

        game.show("cards");
        game.buy("springy_gloves");

        game.assertNotice("success", "Springy Gloves is yours!");
        assertThat(keys).hasSize(2);
        assertThat(new HashSet<>(keys)).hasSize(1).doesNotContainNull();
        game.show("play");
        game.assertBalance(String.valueOf(held - 53));
    }

    @Test
    void a_purchase_of_which_no_answer_came_is_not_taken_for_the_next_one() {
        long player = PAGES.newPlayer();
        OtherDevice device = PAGES.otherDevice(player);
        device.earn(MUCH);
        PlayerPage game = PAGES.open(player);
        AtomicBoolean isLosing = loseAnswersOf(game.page(), "**/boosters/activate");
        game.show("boosters");
        Locator multitap = game.booster("multitap");

        multitap.locator("button").click();
        game.assertNotice("error", "No connection");
        isLosing.set(false);
        assertThat(multitap.locator(".note")).containsText("Level 1 ");
        multitap.locator("button").click();

        game.assertNotice("success", "Multitap: level 2");
        assertThat(device.booster("multitap").path("level").asInt()).isEqualTo(2);
    }

    @Test
    void a_store_purchase_of_which_no_answer_came_is_made_once_when_it_is_pressed_again() {
        long player = PAGES.newPlayer();
        OtherDevice device = PAGES.otherDevice(player);
        device.earn(MUCH);
        long held = device.game().path("funz").path("currentFunzBalance").asLong();
        PlayerPage game = PAGES.open(player);
        AtomicBoolean isLosing = loseAnswersOf(game.page(), "**/store/purchase");
        game.show("shop");
        Locator lemonades = game.page().locator("[data-listing=lemonade_stand]");

        lemonades.locator(".price").click();
        game.assertNotice("error", "No connection");
        isLosing.set(false);
        assertThat(lemonades).containsText("9 of 10 left today");
        lemonades.locator(".price").click();

        game.assertNotice("success", "+2 × Fizzy Lemonade");
        assertThat(lemonades).containsText("9 of 10 left today");
        assertThat(device.game().path("funz").path("currentFunzBalance").asLong())
                .isEqualTo(held - 2_000);
    }

    @Test
    void a_refusal_that_nobody_heard_is_not_shown_when_it_is_allowed_by_then() {
        long player = PAGES.newPlayer();
        OtherDevice device = PAGES.otherDevice(player);
        PlayerPage game = PAGES.open(player);
        AtomicBoolean isLosing = loseAnswersOf(game.page(), "**/cards/buy-card");
        game.show("cards");

        game.buy("springy_gloves");
        game.assertNotice("error", "No connection");
        isLosing.set(false);
        device.earn(MUCH);
        game.assertOffline(false);
        game.buy("springy_gloves");

        game.assertNotice("success", "Springy Gloves is yours!");
        assertThat(game.card("springy_gloves").locator(".card-level")).hasText("Level 1");
    }

    @Test
    void a_busy_server_is_asked_again_when_it_said() {
        long player = PAGES.newPlayer();
        OtherDevice device = PAGES.otherDevice(player);
        PlayerPage game = PAGES.open(player);
        refuseOnce(game.page(), 429, "rate_limited", Map.of("Retry-After", "1"));

        game.tap(5);

        game.page().waitForCondition(() -> device.taps() == 5);
        game.assertBalance("5");
    }

    @Test
    void a_session_that_has_ended_is_renewed_and_its_taps_are_kept() {
        long player = PAGES.newPlayer();
        OtherDevice device = PAGES.otherDevice(player);
        PlayerPage game = PAGES.open(player);
        refuseOnce(game.page(), 401, "token_expired", Map.of());
        List<Request> logins = new CopyOnWriteArrayList<>();
        game.page()
                .onRequest(request -> {
                    if (request.url().endsWith("/dev/login")) {
                        logins.add(request);
                    }
                });

        game.tap(5);

        game.page().waitForCondition(() -> device.taps() == 5);
        assertThat(logins).hasSize(1);
        game.assertBalance("5");
    }

    /** Returns what is sent to the route of taps, of which the first answers do not come back. */
    private static List<String> loseFirstAnswers(Page page, int lost) {
        List<String> sent = new CopyOnWriteArrayList<>();
        page.route(
                "**/tap",
                route -> {
                    sent.add(route.request().postData());
                    if (sent.size() <= lost) {
                        loseAnswer(route);
                    } else {
                        route.resume();
                    }
                });
        return sent;
    }

    /** Until the answer is set to false, the answers of a route do not come back. */
    private static AtomicBoolean loseAnswersOf(Page page, String route) {
        AtomicBoolean isLosing = new AtomicBoolean(true);
        page.route(
                route,
                request -> {
                    if (isLosing.get()) {
                        loseAnswer(request);
                    } else {
                        request.resume();
                    }
                });
        return isLosing;
    }

    /** The server does what was asked, and nobody hears of it. */
    private static void loseAnswer(Route route) {
        route.fetch();
        route.abort();
    }

    private static void refuseOnce(
            Page page, int status, String code, Map<String, String> headers) {
        AtomicInteger calls = new AtomicInteger();
        page.route(
                "**/tap",
                route -> {
                    if (calls.incrementAndGet() > 1) {
                        route.resume();
                        return;
                    }
                    route.fulfill(
                            new Route.FulfillOptions()
                                    .setStatus(status)
                                    .setHeaders(headers)
                                    .setContentType("application/problem+json")
                                    .setBody(
                                            "{\"status\": %d, \"code\": \"%s\"}"
                                                    .formatted(status, code)));
                });
    }
}
