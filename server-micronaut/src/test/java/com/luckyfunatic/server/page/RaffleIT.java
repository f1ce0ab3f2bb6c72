package com.luckyfunatic.server.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.luckyfunatic.engine.Actor;
import com.luckyfunatic.engine.CommandEnvelope;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.raffle.RaffleCommand.BuyTickets;
import com.luckyfunatic.engine.raffle.RaffleDefinition;
import com.luckyfunatic.engine.raffle.RaffleId;
import com.luckyfunatic.engine.raffle.RafflePrize;
import com.luckyfunatic.engine.raffle.RaffleRun;
import com.luckyfunatic.engine.raffle.RaffleSecrets;
import com.luckyfunatic.engine.raffle.RaffleTerms;
import com.luckyfunatic.engine.raffle.RaffleTickets;
import com.luckyfunatic.engine.reward.Reward;
import com.luckyfunatic.server.game.TestPlayer;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tickets on the page, and the proof of a raffle, recomputed by the browser. */
class RaffleIT {
    private static final long OPEN_MILLIS = 3_600_000;

    @RegisterExtension static final GamePages PAGES = new GamePages();

    @Test
    void the_browser_recomputes_the_draw_from_what_is_published() {
        GameEngine engine = PAGES.server().bean(GameEngine.class);
        // First the players: nothing of theirs is decided at a moment before their logins.
        List<PlayerId> players =
                IntStream.range(0, 5)
                        .mapToObj(i -> TestPlayer.logIn(PAGES.server(), 7_000 + i).id())
                        .map(PlayerId::parse)
                        .toList();
        long now = engine.clock().millis();
        RaffleDefinition raffle =
                new RaffleDefinition(
                        new RaffleId("page_test"),
                        "The Page's Raffle",
                        "",
                        new RaffleTerms(now - 10_000, now + 1, List.of(), Currency.FUNZ, 0),
                        100,
                        1_000,
                        List.of(new RafflePrize(3, Reward.ofFunz(5))));
        engine.storage().raffles().create(raffle, RaffleSecrets.random(new SplittableRandom(1)));
        for (PlayerId player : players) {
            new RaffleTickets(engine)
                    .buy(
                            new CommandEnvelope(
                                    player,
                                    new OperationId("page test"),
                                    now,
                                    Actor.Player.SELF,
                                    new BuyTickets(raffle.id(), 20, 0, raffle.terms())));
        }
        PAGES.clock().advance(RaffleRun.MARGIN.plusSeconds(1));
        new RaffleRun(engine).run();
        Page page = PAGES.context().newPage();

        page.navigate(PAGES.server().uri("/raffle.html?id=page_test").toString());

        assertThat(page.locator("[data-proof=verdict]"))
                .hasText("Your browser has recomputed the draw: it is right.");
        assertThat(page.locator("[data-proof=winners] li")).hasCount(3);
        assertThat(page.locator("[data-proof=list-check]")).hasText("matches");
    }

    @Test
    void tickets_are_bought_and_shown_and_after_the_draw_it_is_told_which_have_won() {
        GameEngine engine = PAGES.server().bean(GameEngine.class);
        long now = engine.clock().millis();
        long price = 5;
        engine.storage()
                .raffles()
                .create(
                        new RaffleDefinition(
                                new RaffleId("page_tickets"),
                                "Three of Three",
                                "Everybody wins.",
                                new RaffleTerms(
                                        now - 10_000,
                                        now + OPEN_MILLIS,
                                        List.of(),
                                        Currency.FUNZ,
                                        price),
                                20,
                                1_000,
                                List.of(new RafflePrize(3, Reward.ofFunz(50)))),
                        RaffleSecrets.random(new SplittableRandom(2)));
        PlayerPage game = PAGES.open(PAGES.newPlayer());
        game.tap(19);
        game.show("raffles");
        Locator raffle = game.page().locator("[data-raffle=page_tickets]");
        Locator count = game.page().getByLabel("Three of Three: how many tickets");
        Locator buy = raffle.locator("button.price");
        assertThat(raffle).containsText("Drawn in");
        assertThat(raffle).containsText("3 ×");
        assertThat(raffle.getByText("Your tickets")).isHidden();
        count.fill("21");
        assertThat(buy).isDisabled();
        count.fill("4");
        assertThat(buy).hasAttribute("data-short", "");
        count.fill("3");
        assertThat(buy).hasAttribute("aria-label", "Buy: Three of Three, 15 funz");

        // As by a key that is held down.
        buy.evaluate("button => { button.click(); button.click(); button.click(); }");

        game.assertNotice("success", "3 tickets are yours. Good luck!");
        assertThat(raffle).containsText("Tickets left: 997 · Yours: 3 of 20");
        raffle.getByText("Your tickets").click();
        assertThat(game.sheet().locator(".raffle-numbers")).hasText("1–3");
        assertThat(game.sheet().locator(".raffle-win")).hasCount(0);
        game.button("Close").click();

        PAGES.clock().advance(RaffleRun.MARGIN.plusMillis(OPEN_MILLIS));
        new RaffleRun(engine).run();
        game.reload();
        game.show("raffles");

        assertThat(raffle).hasAttribute("data-state", Pattern.compile("drawn|done"));
        assertThat(buy).isHidden();
        raffle.getByText("Your tickets").click();
        assertThat(game.sheet().locator(".raffle-win")).hasCount(3);
        assertThat(game.sheet().locator(".raffle-win").first()).containsText("has won");
        game.button("Close").click();
        Page proof = PAGES.context().waitForPage(() -> raffle.getByText("Check the draw").click());
        assertThat(proof.locator("[data-proof=verdict]"))
                .hasText("Your browser has recomputed the draw: it is right.");
    }

    @Test
    void the_verifier_finds_another_winner_another_seed_and_another_list() {
        Page page = PAGES.context().newPage();
        page.navigate(PAGES.server().uri("/assets/coin.svg").toString());

        Object verdicts =
                page.evaluate(
                        """
                        async () => {
                          const { verify } = await import('/assets/js/raffle-verifier.js');
                          const proof = {
                            commitment: '630dcd2966c4336691125448bbb25b4ff412a49c732db2c8abc1b8581bd710dd',
                            listHash: '352ab7927d4d930535a7e7c9b26dfb9221ac3858184db96d6a51c4795209762c',
                            serverSeed: '000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f',
                            places: 5,
                            tickets: 10,
                            winners: [
                              { ticket: 7, holder: 'c3c3c3c3c3c3c3c3' },
                              { ticket: 9, holder: 'c3c3c3c3c3c3c3c3' },
                              { ticket: 3, holder: 'a1a1a1a1a1a1a1a1' },
                              { ticket: 6, holder: 'c3c3c3c3c3c3c3c3' },
                              { ticket: 2, holder: 'a1a1a1a1a1a1a1a1' },
                            ],
                          };
                          const [first, ...others] = proof.winners;
                          const lines = ['1 3 a1a1a1a1a1a1a1a1', '4 1 b2b2b2b2b2b2b2b2', '5 6 c3c3c3c3c3c3c3c3'];
                          const overlapping = [lines[0], '2 1 b2b2b2b2b2b2b2b2', lines[2]];
                          const text = new TextEncoder().encode(overlapping.join('\\n') + '\\n');
                          const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', text));
                          const hash = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
                          const said = async (proof, lines) => {
                            const verdict = await verify(proof, lines);
                            return [verdict.isSeedRight, verdict.isListRight, verdict.areWinnersRight].map(Number).join('');
                          };
                          return [
                            await said(proof, lines),
                            await said({ ...proof, winners: [{ ...first, ticket: 8 }, ...others] }, lines),
                            await said({ ...proof, serverSeed: 'ff'.repeat(32) }, lines),
                            await said(proof, [...lines, '11 1 d4d4d4d4d4d4d4d4']),
                            await said({ ...proof, winners: [first] }, lines),
                            await said({ ...proof, winners: [] }, lines),
                            await said({ ...proof, winners: [{ ...first, holder: 'b2b2b2b2b2b2b2b2' }, ...others] }, lines),
                            await said({ ...proof, listHash: hash }, overlapping),
                            await said({ ...proof, tickets: 11 }, lines),
                          ].join(' ');
                        }
                        """);

        org.assertj.core.api.Assertions.assertThat(verdicts)
                .isEqualTo("111 110 010 100 110 110 110 100 101");
    }
}
