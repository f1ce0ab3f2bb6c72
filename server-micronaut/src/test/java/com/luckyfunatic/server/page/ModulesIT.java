package com.luckyfunatic.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.server.error.Audience;
import com.luckyfunatic.server.error.ProblemCode;
import com.microsoft.playwright.Page;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page's logic without its looks: each test imports a module in the browser. */
class ModulesIT {
    @RegisterExtension static final GamePages PAGES = new GamePages();

    private Page page;

    @BeforeEach
    void open() {
        page = PAGES.context().newPage();
        page.navigate(PAGES.server().uri("/assets/coin.svg").toString());
    }

    @Test
    void a_batch_keeps_its_number_until_it_is_confirmed() {
        assertThat(
                        run(
                                """
                                const { TapQueue } = await import('/assets/js/tap-queue.js');
                                const queue = new TapQueue();
                                queue.add(70);
                                const first = { ...queue.next(100) };
                                queue.add(1);
                                const repeated = { ...queue.next(100) };
                                queue.confirm(0);
                                const second = { ...queue.next(5) };
                                return [first.sequence, first.taps, repeated.sequence, repeated.taps,
                                        second.sequence, second.taps, queue.pending];
                                """))
                .isEqualTo(List.of(0, 50, 0, 50, 1, 5, 21));
    }

    @Test
    void an_empty_queue_has_nothing_to_send() {
        assertThat(
                        run(
                                """
                                const { TapQueue } = await import('/assets/js/tap-queue.js');
                                const queue = new TapQueue();
                                const none = queue.next(50);
                                queue.add(3);
                                return [none, queue.next(0), queue.next(-4)].filter((batch) => batch).length + queue.pending;
                                """))
                .isEqualTo(3);
    }

    @Test
    void a_new_session_keeps_what_was_certainly_not_counted_and_gives_up_the_rest() {
        assertThat(
                        run(
                                """
                                const { TapQueue } = await import('/assets/js/tap-queue.js');
                                const pendingAfterMove = (isUnknown) => {
                                  const queue = new TapQueue({ session: 'a', nextSequence: 8, gathered: 2,
                                                               batch: { sequence: 7, taps: 5, isUnknown } });
                                  queue.moveTo('a');
                                  const before = queue.pending;
                                  queue.moveTo('b');
                                  return [before, queue.pending, queue.next(50).sequence];
                                };
                                return [...pendingAfterMove(false), ...pendingAfterMove(true)];
                                """))
                .isEqualTo(List.of(7, 7, 0, 7, 2, 0));
    }

    @Test
    void a_queue_survives_storage_and_damage_in_it() {
        assertThat(
                        run(
                                """
                                const { TapQueue } = await import('/assets/js/tap-queue.js');
                                const queue = new TapQueue();
                                queue.add(60);
                                queue.next(50);
                                const copy = new TapQueue(JSON.parse(JSON.stringify(queue)));
                                const damaged = new TapQueue({ gathered: 'x', batch: { sequence: -1, taps: 1e9 } });
                                return [copy.pending, copy.next(50).sequence, damaged.pending,
                                        new TapQueue(null).pending];
                                """))
                .isEqualTo(List.of(60, 0, 0, 0));
    }

    @Test
    void the_servers_clock_is_learned_from_answers_and_learned_anew_when_a_clock_is_set() {
        assertThat(
                        run(
                                """
                                const { ServerClock } = await import('/assets/js/clock.js');
                                let local = 1000;
                                const clock = new ServerClock(() => local);
                                clock.observe(5050, 1000, 1100);
                                const first = clock.now();
                                clock.observe(5040, 1000, 1100);
                                clock.observe(5300, 1000, 2000);
                                const wideAnswerIgnored = clock.now();
                                clock.observe(9_000_000, 1000, 1010);
                                return [first, wideAnswerIgnored, clock.now()];
                                """))
                .isEqualTo(List.of(5000, 4990, 8_999_995));
    }

    @Test
    void a_repeated_answer_teaches_the_clock_nothing() {
        assertThat(
                        run(
                                """
                                const { Api } = await import('/assets/js/api.js');
                                const { ServerClock } = await import('/assets/js/clock.js');
                                const clock = new ServerClock(() => 1_000_000);
                                const answerWith = (headers) => {
                                  const body = JSON.stringify({ data: {}, serverTime: '2026-01-01T00:00:00.000Z' });
                                  globalThis.fetch = async () => new Response(body, { headers });
                                };
                                const api = new Api(clock);
                                answerWith({ 'Idempotency-Hit': 'true' });
                                const repeat = await api.request('POST', 'tap', { key: 'k' });
                                const afterRepeat = clock.now();
                                answerWith({});
                                await api.request('POST', 'tap', { key: 'l' });
                                return [repeat.isRepeat, afterRepeat, clock.now() !== 1_000_000];
                                """))
                .isEqualTo(List.of(true, 1_000_000, true));
    }

    @Test
    void no_more_taps_are_sent_than_the_server_counts() {
        assertThat(
                        run(
                                """
                                const { TokenBucket } = await import('/assets/js/token-bucket.js');
                                const bucket = new TokenBucket();
                                bucket.configure({ perSecond: 20, burst: 60 }, 0);
                                const full = bucket.available(0);
                                bucket.spend(50);
                                const afterHalfASecond = bucket.available(500);
                                bucket.drain();
                                return [full, afterHalfASecond, bucket.available(600), bucket.available(100_000)];
                                """))
                .isEqualTo(List.of(56, 16, 2, 56));
    }

    @Test
    void energy_grows_to_its_maximum_and_a_surplus_stays() {
        assertThat(
                        run(
                                """
                                const { energyAt } = await import('/assets/js/prediction.js');
                                const game = (held) => ({ at: 0, energy: { currentEnergyBalance: held,
                                    maxEnergy: 1000, regenMilliPerSec: 500, fullAtMs: 0 } });
                                return [energyAt(game(100), 0, 0), energyAt(game(100), 0, 3999),
                                        energyAt(game(100), 30, 4000), energyAt(game(999), 0, 1e9),
                                        energyAt(game(1500), 0, 1000), energyAt(game(5), 9, 0)];
                                """))
                .isEqualTo(List.of(100, 101, 72, 1000, 1500, 0));
    }

    @Test
    void a_booster_is_shown_by_the_first_of_its_obstacles() {
        assertThat(
                        run(
                                """
                                const { boosterAt } = await import('/assets/js/prediction.js');
                                const phase = (booster) => boosterAt({ activeUntilMs: 0, readyAtMs: 0, maxLevel: 0,
                                    level: 0, usagesLeft: -1, isAvailable: true, ...booster }, 100).phase;
                                return [phase({}), phase({ activeUntilMs: 101, readyAtMs: 900 }),
                                        phase({ readyAtMs: 101 }), phase({ usagesLeft: 0 }),
                                        phase({ maxLevel: 3, level: 3, usagesLeft: 0 }),
                                        phase({ isAvailable: false })];
                                """))
                .isEqualTo(List.of("ready", "active", "cooling", "spent", "max", "locked"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "status: 'claimed' | claimed",
                "status: 'completed' | claim",
                "status: 'completed', isActive: false, requirements: [{isMissing: true}] | claim",
                "isActive: false, requirements: [{isMissing: true}] | closed",
                "kind: 'visit', requirements: [{isMissing: false}] | visit",
                "kind: 'visit', requirements: [{isMissing: false}, {isMissing: true}] | missing",
                "kind: 'visit', status: 'started', completesAtMs: 101 | wait",
                "kind: 'visit', status: 'started', completesAtMs: 100 | claim",
                "kind: 'visit', status: 'started', completesAtMs: 0 | late",
                "kind: 'condition' | counting",
                "kind: 'condition', isDaily: true | start",
                "kind: 'condition', isDaily: true, status: 'started' | counting",
                "kind: 'external', link: 'https://t.me/x' | check",
                "kind: 'external' | connect",
            })
    void a_quest_is_shown_by_what_is_to_be_done_about_it(String quest, String expected) {
        assertThat(
                        run(
                                """
                                const { questAction } = await import('/assets/js/quests.js');
                                return questAction({ kind: 'instant', status: 'not_started', isActive: true,
                                    isDaily: false, link: null, completesAtMs: 0, requirements: [], %s }, 100);
                                """
                                        .formatted(quest)))
                .isEqualTo(expected);
    }

    @Test
    void quests_are_sorted_by_what_can_be_had_and_change_with_a_visit_or_the_day() {
        assertThat(
                        run(
                                """
                                const { dayEnd, nextChange, sortQuests } = await import('/assets/js/quests.js');
                                const quest = (id, status, isDaily = false, completesAtMs = 0) => ({ id, status, isDaily,
                                    completesAtMs, isActive: true, kind: 'visit', link: null, requirements: [] });
                                const quests = [quest('new', 'not_started'), quest('had', 'claimed'),
                                    quest('under way', 'started', false, 500), quest('ready', 'completed'),
                                    quest('today', 'claimed', true)];
                                const sorted = sortQuests(quests, 100);
                                const ids = (list) => list.map(({ id }) => id).join();
                                const day = 86_400_000;
                                return [ids(sorted.daily), ids(sorted.open), ids(sorted.done), nextChange(quests, 100),
                                    nextChange(quests, 500) === day, dayEnd(day - 1) === day, dayEnd(day) === 2 * day];
                                """))
                .isEqualTo(List.of("today", "ready,under way,new", "had", 500, true, true, true));
    }

    @Test
    void a_conversion_can_be_made_as_often_as_it_is_allowed_and_paid_for() {
        assertThat(
                        run(
                                """
                                const { conversionMost, multiplied } = await import('/assets/js/inventory.js');
                                const most = (from, daily = null) => conversionMost({ maxPerOperation: 50, daily,
                                    from: { funz: 0, jokers: 0, items: [], ...from } }, 999, 7, [{ itemId: 'a', count: 11 }]);
                                return [most({ funz: 100 }), most({ funz: 1000 }), most({ jokers: 2 }),
                                    most({ items: [{ itemId: 'a', count: 5 }] }), most({ items: [{ itemId: 'b', count: 1 }] }),
                                    most({ funz: 1 }), most({ funz: 1 }, { remaining: 4 }),
                                    most({ funz: 100, jokers: 7 }),
                                    multiplied({ funz: 2, jokers: 1, items: [{ itemId: 'a', count: 3 }] }, 4).items[0].count];
                                """))
                .isEqualTo(List.of(9, 0, 3, 2, 0, 50, 4, 1, 12));
    }

    @Test
    void a_listing_says_what_keeps_the_player_from_buying_it() {
        assertThat(
                        run(
                                """
                                const { listingObstacle } = await import('/assets/js/listings.js');
                                const why = (listing) => listingObstacle({ isAvailable: true, requirements: [], daily: null,
                                    total: null, left: null, ...listing });
                                return [why({}), why({ isAvailable: false, left: 0 }), why({ requirements: [{ isMissing: true }], left: 0 }),
                                    why({ requirements: [{ isMissing: false }], left: 1 }), why({ left: 0, total: { remaining: 0 } }),
                                    why({ total: { remaining: 0 }, daily: { remaining: 0 } }), why({ daily: { remaining: 0 } }),
                                    why({ total: { remaining: 1 }, daily: { remaining: 2 } })];
                                """))
                .isEqualTo(
                        Arrays.asList(
                                null,
                                "gone",
                                "locked",
                                null,
                                "soldOut",
                                "boughtUp",
                                "usedUp",
                                null));
    }

    @Test
    void a_quest_leads_over_https_or_nowhere() {
        assertThat(
                        run(
                                """
                                const { safeLink } = await import('/assets/js/quests.js');
                                return ['https://example.com/a', 'http://example.com/', 'javascript:alert(1)',
                                    ' JavaScript:alert(1)', 'data:text/html,x', '//example.com', 'ftp://x', '', null]
                                    .filter((link) => safeLink(link) !== null);
                                """))
                .isEqualTo(List.of("https://example.com/a"));
    }

    @Test
    void a_list_without_an_envelope_is_taken_as_it_is() {
        assertThat(
                        run(
                                """
                                const { Api } = await import('/assets/js/api.js');
                                const { ServerClock } = await import('/assets/js/clock.js');
                                globalThis.fetch = async () => new Response('[{"id": "a"}]');
                                const { data } = await new Api(new ServerClock()).request('GET', 'quests');
                                return data.map(({ id }) => id);
                                """))
                .isEqualTo(List.of("a"));
    }

    /** A code that is new needs words in strings.js, or a place in errors.js. */
    @Test
    void every_refusal_that_a_player_can_meet_is_put_into_words_in_every_language() {
        List<Map<String, Object>> problems =
                Arrays.stream(ProblemCode.values())
                        .filter(code -> code.metBy() == Audience.PLAYERS)
                        .map(code ->
                                Map.<String, Object>of(
                                        "code", code.word(), "status", code.status().getCode()))
                        .toList();
        assertThat(
                        page.evaluate(
                                """
                                async (problems) => {
                                  const { describe } = await import('/assets/js/errors.js');
                                  const { createFormat } = await import('/assets/js/format.js');
                                  const { createTranslate, STRINGS } = await import('/assets/js/strings.js');
                                  const format = createFormat('en');
                                  return Object.keys(STRINGS).flatMap((language) => problems
                                      .map((problem) => ({ ...problem, problem: { detail: problem.code } }))
                                      .filter((thrown) => describe(thrown, createTranslate(language), format, 0)
                                          === thrown.code)
                                      .map(({ code }) => `${language}: ${code}`));
                                }
                                """,
                                problems))
                .isEqualTo(List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "amount, 999999, '999,999'",
        "amount, 1239999, 1.23M",
        "amount, 9007199254740991, 9007.19T",
        "price, 1230001, 1.24M",
        "short, 12399, 12.3K",
        "multiplier, 15000, ×1.5",
        "countdown, 6001, 0:07",
        "countdown, 3723000, 1:02:03",
        "countdown, -5, 0:00",
        "span, 5400000, 1 hr 30 min",
        "span, 42000, 42 sec",
    })
    void numbers_and_times_are_written_for_people(String form, double value, String expected) {
        assertThat(
                        page.evaluate(
                                """
                                async ([form, value]) => {
                                  const { createFormat } = await import('/assets/js/format.js');
                                  return createFormat('en')[form](value);
                                }
                                """,
                                List.of(form, value)))
                .isEqualTo(expected);
    }

    @Test
    void every_language_has_every_text_with_the_same_places() {
        assertThat(
                        run(
                                """
                                const { STRINGS } = await import('/assets/js/strings.js');
                                const places = (text) => (typeof text === 'string' ? [text] : Object.values(text))
                                    .map((form) => (form.match(/\\{\\w+\\}/g) ?? []).sort().join());
                                const { en, ...others } = STRINGS;
                                const different = [];
                                for (const [language, texts] of Object.entries(others)) {
                                  for (const key of new Set([...Object.keys(en), ...Object.keys(texts)])) {
                                    const expected = en[key] && places(en[key])[0];
                                    if (!texts[key] || !en[key] || places(texts[key]).some((p) => p !== expected)) {
                                      different.push(`${language}: ${key}`);
                                    }
                                  }
                                }
                                return different;
                                """))
                .isEqualTo(List.of());
    }

    @Test
    void plural_forms_follow_the_language() {
        assertThat(
                        run(
                                """
                                const { createTranslate, chooseLanguage } = await import('/assets/js/strings.js');
                                const ru = createTranslate(chooseLanguage('ru-RU'));
                                return [1, 2, 5, 21].map((n) => ru('friendsCount', { n }))
                                    .concat(chooseLanguage('fi'), chooseLanguage(null));
                                """))
                .isEqualTo(List.of("1 друг", "2 друга", "5 друзей", "21 друг", "en", "en"));
    }

    @Test
    void waiting_doubles_up_to_a_limit() {
        assertThat(
                        run(
                                """
                                const { backoffMs } = await import('/assets/js/backoff.js');
                                return [1, 2, 3, 50].map((failures) => backoffMs(failures, () => 1))
                                    .concat(backoffMs(1, () => 0));
                                """))
                .isEqualTo(List.of(500, 1000, 2000, 15_000, 250));
    }

    @Test
    void contrast_is_that_of_the_guidelines() {
        assertThat(
                        run(
                                """
                                const { contrast } = await import('/assets/js/theme.js');
                                return [contrast('#000000', '#ffffff'), contrast('#777777', '#777777')];
                                """))
                .isEqualTo(List.of(21, 1));
    }

    private Object run(String script) {
        return page.evaluate("async () => {" + script + "}");
    }
}
