package com.luckyfunatic.server.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.server.telegram.BotToken;
import com.luckyfunatic.server.telegram.InitDataSigner;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LoginIT {
    private static final String BOT = "7654321:test-bot-token-that-signs-login-data";

    /** Telegram's script as far as the page uses it; it writes down what it is asked to do. */
    private static final String TELEGRAM =
            """
            const calls = [];
            const note = (name) => (...values) => void calls.push([name, ...values].join(' '));
            window.calls = calls;
            window.Telegram = { WebApp: {
              initData: new URLSearchParams(location.hash.slice(1)).get('tgWebAppData'),
              colorScheme: 'light',
              themeParams: { bg_color: '#ffffff', secondary_bg_color: '#f0f0f0', text_color: '#101010' },
              ready: note('ready'), expand: note('expand'), setHeaderColor: note('header'), onEvent: () => {},
              HapticFeedback: { impactOccurred: note('impact'), notificationOccurred: note('notification') },
              BackButton: { show: note('back shown'), hide: note('back hidden'),
                            onClick: (back) => { window.back = back; },
                            offClick: (back) => calls.push(back === window.back ? 'back forgotten' : 'back unknown') },
            } };
            """;

    @RegisterExtension
    static final GamePages PAGES = new GamePages(Map.of("FUNATIC_TELEGRAM_BOT_TOKENS", BOT));

    @Test
    void a_player_of_a_test_server_is_asked_for_a_name_once() {
        Page page = PAGES.context().newPage();
        page.navigate(PAGES.server().uri("/").toString());

        page.getByLabel("Name").fill("Grace");
        page.getByLabel("Player number").fill(String.valueOf(PAGES.newPlayer()));
        page.getByText("Start playing").click();
        assertThat(page.locator(".player-name")).hasText("Grace");
        page.getByText("Great!").click();
        assertThat(page.locator(".news[data-new]")).hasCount(0);
        page.reload();
        assertThat(page.locator(".player-name")).hasText("Grace");

        page.locator(".player").click();
        page.getByText("Change player").click();
        assertThat(page.getByLabel("Name")).hasValue("Grace");
    }

    @Test
    void inside_telegram_the_player_is_known() {
        Page page = PAGES.context().newPage();
        answerForTelegram(page);

        page.navigate(telegramAddress("ru"));

        assertThat(page.locator(".player-name")).hasText("Мария");
        assertThat(page.locator("html")).hasAttribute("lang", "ru");
        assertThat(page.locator("html")).hasAttribute("data-theme", "light");
        assertThat(page.locator("[data-view=play]")).hasText("Игра");
        page.locator(".sheet[open] .primary").click();
        new PlayerPage(page).tap(1);
        page.locator("[data-view=cards]").click();
        assertThat(calls(page))
                .contains("ready", "expand", "header #ffffff", "impact light", "back shown");
        page.evaluate("window.back()");
        assertThat(page.locator(".coin")).isVisible();
        assertThat(calls(page)).last().isEqualTo("back hidden");
    }

    @Test
    void inside_telegram_a_chosen_language_counts_more_and_a_deleted_player_is_left_alone() {
        Page page = PAGES.context().newPage();
        answerForTelegram(page);
        page.navigate(telegramAddress("ru"));
        page.locator(".sheet[open] .primary").click();
        page.locator(".player").click();
        page.getByText("Настройки").click();
        assertThat(page.getByText("Как в Telegram")).hasAttribute("aria-pressed", "true");

        page.getByText("English").click();

        assertThat(page.locator("html")).hasAttribute("lang", "en");
        assertThat(page.getByText("As in Telegram")).hasAttribute("aria-pressed", "false");
        assertThat(calls(page)).contains("back forgotten");
        page.reload();
        assertThat(page.locator(".player-name")).hasText("Мария");
        assertThat(page.locator("html")).hasAttribute("lang", "en");
        page.locator(".player").click();
        page.getByText("Settings").click();
        page.getByText("Delete my account").click();
        page.getByLabel("Type DELETE to confirm").fill("DELETE");
        page.getByText("Delete for good").click();
        assertThat(page.getByText("Your account is deleted.")).isVisible();
        page.reload();
        assertThat(page.getByText("Ваш аккаунт удалён.")).isVisible();
        assertThat(page.locator(".coin")).hasCount(0);

        page.getByText("Начать заново").click();

        assertThat(page.locator(".player-name")).hasText("Мария");
        assertThat(page.locator("html")).hasAttribute("lang", "ru");
    }

    @Test
    void without_telegrams_script_the_player_gets_in_all_the_same() {
        Page page = PAGES.context().newPage();
        page.route("https://telegram.org/**", Route::abort);

        page.navigate(telegramAddress("en"));

        assertThat(page.locator(".player-name")).hasText("Мария");
    }

    @Test
    void outside_telegram_nobody_elses_server_is_asked_for_anything() {
        List<String> asked = new CopyOnWriteArrayList<>();
        Page page = PAGES.context().newPage();
        page.onRequest(request -> asked.add(request.url()));

        PlayerPage game = PlayerPage.open(page, PAGES.server().uri("/?dev=" + PAGES.newPlayer()));
        for (String view : List.of("boosters", "cards", "stories", "friends")) {
            game.show(view);
        }

        String own = PAGES.server().uri("/").toString();
        assertThat(asked).isNotEmpty().allMatch(url -> url.startsWith(own));
    }

    @Test
    void a_name_is_never_markup() {
        String name = "<img src=x onerror=document.title=1>";
        Page page = PAGES.context().newPage();
        String address =
                "/?dev="
                        + PAGES.newPlayer()
                        + "&name="
                        + URLEncoder.encode(name, StandardCharsets.UTF_8);

        PlayerPage game = PlayerPage.open(page, PAGES.server().uri(address));
        page.locator(".player").click();

        assertThat(page.locator(".player-name")).hasText(name);
        assertThat(game.sheet().locator("h2")).hasText(name);
        assertThat(page.locator("img[src=x]")).hasCount(0);
        assertThat(page).hasTitle("Lucky Funatic");
    }

    private static void answerForTelegram(Page page) {
        page.route(
                "https://telegram.org/**",
                route ->
                        route.fulfill(
                                new Route.FulfillOptions()
                                        .setContentType("text/javascript")
                                        .setBody(TELEGRAM)));
    }

    private static String telegramAddress(String language) {
        String user =
                "{\"id\": %d, \"first_name\": \"Мария\", \"language_code\": \"%s\"}"
                        .formatted(PAGES.newPlayer(), language);
        String now = String.valueOf(PAGES.clock().instant().getEpochSecond());
        String initData =
                new InitDataSigner(BotToken.parse(BOT))
                        .sign(Map.of("user", user, "auth_date", now));
        return PAGES.server().uri("/")
                + "#tgWebAppData="
                + URLEncoder.encode(initData, StandardCharsets.UTF_8)
                + "&tgWebAppVersion=8.0&tgWebAppPlatform=ios";
    }

    @SuppressWarnings("unchecked")
    private static List<String> calls(Page page) {
        return (List<String>) page.evaluate("window.calls");
    }
}
