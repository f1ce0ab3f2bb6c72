package com.luckyfunatic.server.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.net.URI;
import java.util.Map;

/** The page as its player sees it. */
record PlayerPage(Page page) {
    /** Where the views are that are not the first of their section. */
    private static final Map<String, String> SECTIONS =
            Map.of(
                    "balloons",
                    "quests",
                    "bonus",
                    "quests",
                    "games",
                    "quests",
                    "tournaments",
                    "quests",
                    "trials",
                    "quests",
                    "shop",
                    "inventory",
                    "raffles",
                    "inventory");

    /** Goes to {@code uri}, waits for the game, and closes the news that may lie over it. */
    static PlayerPage open(Page page, URI uri) {
        Response news =
                page.waitForResponse(
                        response -> response.url().endsWith("/notifications"),
                        () -> page.navigate(uri.toString()));
        PlayerPage opened = new PlayerPage(page);
        assertThat(opened.coin()).isVisible();
        if (news.text().contains("\"isPopup\":true")) {
            assertThat(opened.sheet()).isVisible();
            opened.button("Great!").click();
            assertThat(page.locator(".news[data-new]")).hasCount(0);
        }
        return opened;
    }

    /** Goes to {@code uri} and waits for the game, and for what is laid over it. */
    static PlayerPage openWithNews(Page page, URI uri) {
        page.navigate(uri.toString());
        PlayerPage opened = new PlayerPage(page);
        assertThat(opened.coin()).isVisible();
        assertThat(opened.sheet()).isVisible();
        return opened;
    }

    Locator coin() {
        return page.locator(".coin");
    }

    void tap(int times) {
        BoundingBox box = coin().boundingBox();
        for (int i = 0; i < times; i++) {
            page.mouse().click(box.x + box.width / 2, box.y + box.height / 2);
        }
    }

    void assertBalance(String text) {
        assertThat(page.locator(".balance-amount")).hasText(text);
    }

    /** Shows a view; one that shares its section is chosen there. */
    void show(String view) {
        page.locator("[data-view=" + SECTIONS.getOrDefault(view, view) + "]").click();
        if (SECTIONS.containsKey(view)) {
            page.locator("[data-part=" + view + "]").click();
        }
    }

    Locator quest(String id) {
        return page.locator("[data-quest=" + id + "]");
    }

    /** Shows the cards of a category, by its name. */
    void showCards(String category) {
        show("cards");
        button(category).click();
    }

    Locator card(String id) {
        return page.locator("[data-card=" + id + "]");
    }

    void buy(String card) {
        card(card).locator(".price").click();
    }

    Locator booster(String type) {
        return page.locator("[data-booster=" + type + "]");
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator sheet() {
        return page.locator(".sheet[open]");
    }

    void assertNotice(String kind, String text) {
        assertThat(page.locator(".notice." + kind).getByText(text)).isVisible();
    }

    void assertOffline(boolean isOffline) {
        assertThat(page.locator(".offline"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setVisible(isOffline));
    }

    /** Loads the page anew, as a player does who has closed it. */
    void reload() {
        page.reload();
        assertThat(coin()).isVisible();
    }
}
