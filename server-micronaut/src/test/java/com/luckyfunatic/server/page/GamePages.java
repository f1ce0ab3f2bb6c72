package com.luckyfunatic.server.page;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.server.TestServer;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A server for the tests of a class, and for each test a phone-sized browser that remembers
 * nothing.
 *
 * <p>After each test it fails if a script of the page failed or broke the content security policy.
 * A test that failed says what its pages showed then.
 */
final class GamePages
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {
    private static final int WIDTH = 390;
    private static final int HEIGHT = 844;
    private static final double PATIENCE_MILLIS = 20_000;
    private static final Duration POLL = Duration.ofMillis(100);
    private static final AtomicLong NEXT_PLAYER = new AtomicLong(1001);

    private final Map<String, String> environment;
    private final ShiftedClock clock = new ShiftedClock();
    private final List<String> problems = new CopyOnWriteArrayList<>();

    /** Every browser of the test that runs. */
    private final List<BrowserContext> contexts = new CopyOnWriteArrayList<>();

    private @Nullable TestServer server;
    private @Nullable Browser browser;
    private @Nullable BrowserContext context;

    GamePages() {
        this(Map.of());
    }

    /** Settings of the server that differ from those of {@link TestServer}. */
    GamePages(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public void beforeAll(ExtensionContext extension) {
        Assumptions.assumeTrue(Chromium.find().isPresent(), Chromium.MISSING);
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        browser =
                extension
                        .getRoot()
                        .getStore(ExtensionContext.Namespace.GLOBAL)
                        .computeIfAbsent(
                                Chromium.class,
                                key -> Chromium.start(Chromium.find().orElseThrow()),
                                Chromium.class)
                        .browser();
        server = TestServer.start(environment, clock);
        awaitPopups();
    }

    /**
     * The first popups come some seconds after the start: a page that was loaded before would meet
     * its own at any later moment.
     */
    private void awaitPopups() {
        HttpResponse<String> login =
                server().post("/dev/login", "{\"telegramId\": 1000, \"firstName\": \"First\"}");
        if (login.statusCode() != 200) {
            return;
        }
        String token = TestServer.json(login).at("/data/token").textValue();
        long giveUpAt = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!server().get("/notifications", "Authorization", "Bearer " + token)
                .body()
                .contains("\"isPopup\":true")) {
            assertThat(System.nanoTime()).as("a wave of popups").isLessThan(giveUpAt);
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    @Override
    public void beforeEach(ExtensionContext extension) {
        context = newContext(options());
    }

    @Override
    public void afterEach(ExtensionContext extension) {
        List<String> found = List.copyOf(problems);
        try {
            extension
                    .getExecutionException()
                    .ifPresent(failure -> failure.addSuppressed(new Shown(contexts)));
            contexts.forEach(GamePages::close);
        } finally {
            contexts.clear();
            problems.clear();
        }
        assertThat(found).as("what went wrong in the page's scripts").isEmpty();
    }

    /** What pages showed when a test failed: the failure alone rarely tells why. */
    private static final class Shown extends Exception {
        private static final long serialVersionUID = 1L;

        Shown(List<BrowserContext> contexts) {
            super(
                    contexts.stream()
                            .flatMap(each -> each.pages().stream())
                            .map(Shown::describe)
                            .collect(Collectors.joining("\n\n", "the pages showed:\n", "")),
                    null,
                    false,
                    false);
        }

        private static String describe(Page page) {
            try {
                return page.url() + "\n" + page.locator("body").ariaSnapshot();
            } catch (PlaywrightException e) {
                return page.url() + "\n" + e.getMessage();
            }
        }
    }

    /** Takes the tests' own answers away first: a request may come while a page is being closed. */
    private static void close(BrowserContext context) {
        try {
            context.pages().forEach(Page::unrouteAll);
            context.unrouteAll();
        } finally {
            context.close();
        }
    }

    @Override
    public void afterAll(ExtensionContext extension) {
        if (server != null) {
            server.close();
        }
    }

    TestServer server() {
        return requireNonNull(server);
    }

    ShiftedClock clock() {
        return clock;
    }

    BrowserContext context() {
        return requireNonNull(context);
    }

    /**
     * A phone whose owner speaks English and likes it dark and still: what slides in is not where
     * it will be, and what tests press must be.
     */
    static Browser.NewContextOptions options() {
        return new Browser.NewContextOptions()
                .setViewportSize(WIDTH, HEIGHT)
                .setHasTouch(true)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setLocale("en-US");
    }

    /** Another browser, which is closed after the test. */
    BrowserContext newContext(Browser.NewContextOptions options) {
        BrowserContext created = requireNonNull(browser).newContext(options);
        contexts.add(created);
        created.onClose(contexts::remove);
        created.setDefaultTimeout(PATIENCE_MILLIS);
        created.onPage(this::watch);
        return created;
    }

    private void watch(Page page) {
        page.onPageError(problems::add);
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                problems.add(message.text());
            }
        });
    }

    /** A player nobody has used, by Telegram's number. */
    long newPlayer() {
        return NEXT_PLAYER.getAndIncrement();
    }

    /** The page, played by {@code player}. */
    PlayerPage open(long player) {
        return PlayerPage.open(context().newPage(), server().uri("/?dev=" + player));
    }

    /** The same player without a page. */
    OtherDevice otherDevice(long player) {
        return OtherDevice.of(this, player, "Player " + player);
    }
}
