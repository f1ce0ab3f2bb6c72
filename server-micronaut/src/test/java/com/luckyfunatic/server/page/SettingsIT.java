package com.luckyfunatic.server.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.Profile;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The life of an account: the language it is played in, and its end. */
class SettingsIT {
    @RegisterExtension static final GamePages PAGES = new GamePages();

    private final long player = PAGES.newPlayer();

    @Test
    void a_chosen_language_is_shown_at_once_and_on_every_device_until_it_is_given_up() {
        PlayerPage game = PAGES.open(player);
        OtherDevice device = PAGES.otherDevice(player);
        openSettings(game);
        assertThat(language(game, "")).hasAttribute("aria-pressed", "true");

        language(game, "ru").click();

        assertSpeaksRussian(game);
        game.assertNotice("success", "Теперь игра говорит по-русски.");
        assertThat(game.sheet()).containsText("Настройки");
        assertThat(language(game, "ru")).hasAttribute("aria-pressed", "true");
        assertThat(language(game, "ru")).isFocused();
        assertThat(device.user().path("chosenLanguage").asText()).isEqualTo("ru");
        game.reload();
        assertSpeaksRussian(game);
        PlayerPage there = open(PAGES.newContext(GamePages.options()));
        assertSpeaksRussian(there);

        openSettings(there);
        language(there, "").click();

        assertSpeaksEnglish(there);
        assertThat(device.user().path("chosenLanguage").isNull()).isTrue();
        game.reload();
        assertSpeaksEnglish(game);
    }

    @Test
    void the_game_goes_on_where_it_was_when_the_language_changes() {
        OtherDevice device = PAGES.otherDevice(player);
        PlayerPage game = PAGES.open(player);
        game.tap(3);
        game.show("friends");
        openSettings(game);

        language(game, "ru").click();

        assertSpeaksRussian(game);
        game.page().keyboard().press("Escape");
        assertThat(game.page().locator("[data-view=friends]")).hasAttribute("aria-current", "page");
        game.show("play");
        game.assertBalance("3");
        game.coin().press("Space");
        game.assertBalance("4");
        game.page().waitForCondition(() -> device.taps() == 4);
    }

    @Test
    void sheets_that_slide_in_can_be_used_at_once() {
        PlayerPage game =
                open(
                        PAGES.newContext(
                                GamePages.options().setReducedMotion(ReducedMotion.NO_PREFERENCE)));
        openSettings(game);

        language(game, "ru").click();

        assertSpeaksRussian(game);
    }

    @Test
    void a_language_that_cannot_be_kept_is_not_shown() {
        PlayerPage game = PAGES.open(player);
        openSettings(game);
        refuse(game, "**/user/language", 400, "invalid_request", "No such language.");

        language(game, "ru").click();

        game.assertNotice("error", "No such language.");
        assertThat(game.sheet().locator(".notice.error")).isVisible();
        assertSpeaksEnglish(game);
        assertThat(language(game, "")).hasAttribute("aria-pressed", "true");
    }

    @Test
    void an_account_is_not_deleted_without_the_word() {
        PlayerPage game = PAGES.open(player);
        List<String> deletions = sent(game.page(), "DELETE ");
        openDeletion(game);

        assertThat(game.button("Delete for good")).isDisabled();
        word(game).fill("delete it");
        assertThat(game.button("Delete for good")).isDisabled();
        word(game).press("Enter");
        word(game).fill("delete");
        assertThat(game.button("Delete for good")).isEnabled();
        game.button("Cancel").click();

        assertThat(game.button("Delete my account")).isVisible();
        game.reload();
        assertThat(game.page().locator(".player-name")).hasText("Player " + player);
        assertThat(deletions).isEmpty();
    }

    @Test
    void a_deleted_account_has_no_name_and_nobody_is_logged_in_until_they_want_to() {
        PlayerId id = idOf(PAGES.otherDevice(player));
        PlayerPage game = PAGES.open(player);
        game.tap(2);
        Page page = game.page();
        List<String> logins = sent(page, "POST /dev/login");

        delete(game);

        assertFarewell(page);
        Profile left = profile(id);
        assertThat(left.isErased()).isTrue();
        assertThat(left.account().firstName()).isEmpty();
        assertThat(left.account().telegramId()).isNotEqualTo(player);
        page.reload();
        assertFarewell(page);
        assertThat(logins).isEmpty();
        assertThat((String) page.evaluate("JSON.stringify({...localStorage})"))
                .doesNotContain(id.toString(), "token");

        game.button("Start anew").click();

        game.button("Great!").click();
        assertThat(page.locator(".player-name")).hasText("Player " + player);
        game.assertBalance("0");
        assertThat(logins).hasSize(1);
        assertThat(idOf(PAGES.otherDevice(player))).isNotEqualTo(id);
        game.reload();
    }

    @Test
    void a_refused_deletion_is_told_and_can_be_repeated() {
        PlayerId id = idOf(PAGES.otherDevice(player));
        PlayerPage game = PAGES.open(player);
        List<String> keys = new CopyOnWriteArrayList<>();
        game.page()
                .onRequest(request -> {
                    if (request.method().equals("DELETE")) {
                        keys.add(request.headerValue("Idempotency-Key"));
                    }
                });
        refuse(game, "**/user", 422, "idempotency_key_reused", "");

        delete(game);

        game.assertNotice("error", "Something got mixed up.");
        assertThat(game.sheet()).containsText("Delete your account?");
        assertThat(profile(id).isErased()).isFalse();
        game.page().unroute("**/user");
        game.button("Delete for good").click();
        assertFarewell(game.page());
        assertThat(profile(id).isErased()).isTrue();
        assertThat(keys).hasSize(2).doesNotHaveDuplicates().doesNotContainNull();
    }

    @Test
    void a_deletion_whose_answer_is_lost_is_done_and_registers_nobody() {
        PlayerId id = idOf(PAGES.otherDevice(player));
        PlayerPage game = PAGES.open(player);
        List<String> logins = sent(game.page(), "POST /dev/login");
        List<String> lost = new CopyOnWriteArrayList<>();
        game.page()
                .route(
                        "**/user",
                        route -> {
                            if (!route.request().method().equals("DELETE") || !lost.isEmpty()) {
                                route.resume();
                                return;
                            }
                            lost.add(route.request().url());
                            route.fetch();
                            route.abort();
                        });
        game.page().route("**/game", Route::abort); // Only the repeat can tell.

        delete(game);

        assertFarewell(game.page());
        assertThat(lost).hasSize(1);
        assertThat(logins).isEmpty();
        assertThat(profile(id).isErased()).isTrue();
    }

    @Test
    void a_deletion_that_is_never_answered_is_noticed_and_registers_nobody() {
        PlayerId id = idOf(PAGES.otherDevice(player));
        PlayerPage game = PAGES.open(player);
        List<String> logins = sent(game.page(), "POST /dev/login");
        AtomicBoolean isDone = new AtomicBoolean();
        game.page()
                .route(
                        "**/user",
                        route -> {
                            if (!route.request().method().equals("DELETE")) {
                                route.resume();
                                return;
                            }
                            if (isDone.compareAndSet(false, true)) {
                                route.fetch();
                            }
                            route.abort();
                        });

        delete(game);

        assertFarewell(game.page());
        assertThat(logins).isEmpty();
        assertThat(profile(id).isErased()).isTrue();
    }

    @Test
    void without_a_connection_nothing_is_said_to_be_deleted() {
        PlayerId id = idOf(PAGES.otherDevice(player));
        PlayerPage game = PAGES.open(player);
        openDeletion(game);
        word(game).fill("DELETE");
        PAGES.context().setOffline(true);

        game.button("Delete for good").click();

        game.assertNotice("error", "No connection");
        assertThat(profile(id).isErased()).isFalse();
        PAGES.context().setOffline(false);
        game.assertOffline(false);
        game.button("Delete for good").click();
        assertFarewell(game.page());
        assertThat(profile(id).isErased()).isTrue();
    }

    @Test
    void every_page_of_the_browser_ends_with_the_account() {
        PlayerPage first = PAGES.open(player);
        PlayerPage second =
                PlayerPage.open(PAGES.context().newPage(), PAGES.server().uri("/?dev=" + player));

        delete(second);

        assertFarewell(second.page());
        assertFarewell(first.page());
    }

    @Test
    void a_game_whose_account_was_deleted_elsewhere_ends_and_registers_nobody() {
        PlayerPage game = PAGES.open(player);
        List<String> logins = sent(game.page(), "POST /dev/login");
        PAGES.otherDevice(player).deleteAccount();

        game.tap(1);

        assertFarewell(game.page());
        assertThat(logins).isEmpty();
    }

    @Test
    void a_page_that_is_opened_after_the_account_was_deleted_elsewhere_registers_nobody() {
        PlayerPage game = PAGES.open(player);
        List<String> logins = sent(game.page(), "POST /dev/login");
        PAGES.otherDevice(player).deleteAccount();

        game.page().reload();

        assertFarewell(game.page());
        assertThat(logins).isEmpty();
    }

    private PlayerPage open(BrowserContext context) {
        return PlayerPage.open(context.newPage(), PAGES.server().uri("/?dev=" + player));
    }

    private static void openSettings(PlayerPage game) {
        game.page().locator(".player").click();
        game.sheet()
                .locator(
                        "button",
                        new Locator.LocatorOptions().setHas(game.page().locator(".icon-settings")))
                .click();
        assertThat(language(game, "ru")).isVisible();
    }

    private static void openDeletion(PlayerPage game) {
        openSettings(game);
        game.button("Delete my account").click();
        assertThat(game.sheet()).containsText("Delete your account?");
    }

    private static void delete(PlayerPage game) {
        openDeletion(game);
        word(game).fill("delete ");
        word(game).press("Enter");
    }

    private static Locator word(PlayerPage game) {
        return game.page().getByLabel("Type DELETE to confirm");
    }

    /** What chooses a language; none stands for the browser's. */
    private static Locator language(PlayerPage game, String language) {
        return game.sheet().locator("[data-language='" + language + "']");
    }

    private static void assertSpeaksRussian(PlayerPage game) {
        assertThat(game.page().locator("html")).hasAttribute("lang", "ru");
        assertThat(game.page().locator("[data-view=play]")).hasText("Игра");
    }

    private static void assertSpeaksEnglish(PlayerPage game) {
        assertThat(game.page().locator("html")).hasAttribute("lang", "en");
        assertThat(game.page().locator("[data-view=play]")).hasText("Play");
    }

    private static void assertFarewell(Page page) {
        assertThat(page.getByText("Your account is deleted.")).isVisible();
        assertThat(page.locator(".coin")).hasCount(0);
    }

    private static PlayerId idOf(OtherDevice device) {
        return PlayerId.parse(device.user().path("id").asText());
    }

    private static Profile profile(PlayerId id) {
        return PAGES.server()
                .bean(GameEngine.class)
                .storage()
                .directory()
                .profile(id)
                .orElseThrow();
    }

    /** What the page asks for from now on, as far as it begins like that. */
    private static List<String> sent(Page page, String beginning) {
        List<String> requests = new CopyOnWriteArrayList<>();
        page.onRequest(request -> {
            String line =
                    request.method()
                            + " /"
                            + PAGES.server().uri("/").relativize(URI.create(request.url()));
            if (line.startsWith(beginning)) {
                requests.add(line);
            }
        });
        return requests;
    }

    /** Refuses what changes something; reading goes on. */
    private static void refuse(
            PlayerPage game, String route, int status, String code, String detail) {
        game.page()
                .route(
                        route,
                        request -> {
                            if (request.request().method().equals("GET")) {
                                request.resume();
                                return;
                            }
                            request.fulfill(
                                    new Route.FulfillOptions()
                                            .setStatus(status)
                                            .setContentType("application/problem+json")
                                            .setBody(
                                                    "{\"status\": %d, \"code\": \"%s\", \"detail\":"
                                                                    .formatted(status, code)
                                                            + " \""
                                                            + detail
                                                            + "\"}"));
                        });
    }
}
