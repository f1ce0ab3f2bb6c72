package com.luckyfunatic.server.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TelegramOnlyIT {
    @RegisterExtension
    static final GamePages PAGES = new GamePages(Map.of("FUNATIC_DEV_LOGIN", "false"));

    @Test
    void a_server_without_the_dev_login_sends_players_to_telegram() {
        Page page = PAGES.context().newPage();

        page.navigate(PAGES.server().uri("/?dev=1").toString());

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("played inside Telegram");
    }
}
