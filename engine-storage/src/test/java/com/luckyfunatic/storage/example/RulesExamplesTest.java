package com.luckyfunatic.storage.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.Outcome;
import com.luckyfunatic.engine.Result;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.booster.BoosterCommand.ActivateBooster;
import com.luckyfunatic.engine.booster.BoosterType;
import com.luckyfunatic.engine.card.CardCommand.BuyCardLevel;
import com.luckyfunatic.engine.card.CardCurves;
import com.luckyfunatic.engine.card.CardId;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.energy.EnergyRules;
import com.luckyfunatic.engine.income.IncomeCommand.CollectIncome;
import com.luckyfunatic.engine.income.IncomeResult.PassiveIncome;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.TelegramAccount;
import com.luckyfunatic.engine.prize.PrizeKind;
import com.luckyfunatic.engine.prize.PrizeRange;
import com.luckyfunatic.engine.prize.PrizeRules;
import com.luckyfunatic.engine.prize.PrizeTable;
import com.luckyfunatic.engine.raffle.RaffleDraw;
import com.luckyfunatic.engine.tap.TapCommand.Tap;
import com.luckyfunatic.engine.tap.TapResult.Taps;
import com.luckyfunatic.engine.testkit.SettableClock;
import com.luckyfunatic.engine.wallet.WalletCommand.AdjustBalance;
import com.luckyfunatic.storage.catalog.CatalogLoader;
import com.luckyfunatic.storage.memory.MemoryStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The examples of {@code docs/rules.md}: each is played here, and the page shows them as they are.
 */
class RulesExamplesTest {
    private static final Path PAGE = Path.of("../docs/rules.md");
    private static final Path SOURCE =
            Path.of("src/test/java/com/luckyfunatic/storage/example/RulesExamplesTest.java");
    private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern EXAMPLE =
            Pattern.compile("(?ms)^ *// example: [^\n]+\n(.*?) *// end\n");

    private final SettableClock clock = new SettableClock();
    private final MemoryStorage storage = new MemoryStorage();
    private final GameEngine engine =
            GameEngine.builder(storage).clock(clock).build(Catalog.of(CatalogLoader.standard()));
    private final PlayerId ann = engine.logIn(TelegramAccount.of(1001, "Ann"), null).profile().id();

    @AfterEach
    void close() {
        storage.close();
    }

    private Result play(Command command) {
        return switch (engine.execute(ann, command).outcome()) {
            case Outcome.Accepted(Result result) -> result;
            case Outcome.Refused(var reason) -> throw new AssertionError(reason.code());
            case Outcome.OperationIdReused() -> throw new AssertionError("not a new name");
        };
    }

    private Taps tap(int count) {
        return (Taps) play(new Tap(count));
    }

    private void give(Currency currency, long amount) {
        play(new AdjustBalance(currency, amount, "example"));
    }

    private long funz() {
        return engine.player(ann).orElseThrow().wallet().funz();
    }

    private long energy() {
        var state = engine.player(ann).orElseThrow();
        return EnergyRules.status(state, engine.contextAt(clock.millis())).current();
    }

    private PassiveIncome collect() {
        return (PassiveIncome) play(new CollectIncome());
    }

    @Test
    void taps_are_limited_by_the_bucket_and_cost_energy() {
        // example: taps
        assertThat(tap(50).accepted()).isEqualTo(50);
        assertThat(tap(50).accepted()).isEqualTo(10); // the bucket of 60 is empty
        clock.advance(Duration.ofSeconds(1));
        assertThat(tap(50).accepted()).isEqualTo(20); // 20 came back
        assertThat(energy()).isEqualTo(1000 - 60 + 1 - 20);
        // end
        assertThat(funz()).isEqualTo(80);
    }

    @Test
    void a_booster_multiplies_what_a_tap_pays() {
        // example: boosters
        play(new ActivateBooster(new BoosterType("turbo_tap"))); // ×5 for 20 s
        assertThat(tap(10).paid()).isEqualTo(50);
        clock.advance(Duration.ofSeconds(20));
        assertThat(tap(10).paid()).isEqualTo(10);
        // end
    }

    @Test
    void cards_earn_by_the_hour_and_no_longer_than_the_cap() {
        give(Currency.FUNZ, 1_000);
        // example: income
        play(new BuyCardLevel(new CardId("springy_gloves"), null)); // 6 funz an hour
        clock.advance(Duration.ofMinutes(10));
        assertThat(collect().amount()).isEqualTo(1);
        clock.advance(Duration.ofMinutes(10));
        assertThat(collect().amount()).isEqualTo(1);
        clock.advance(Duration.ofDays(1));
        assertThat(collect()).isEqualTo(new PassiveIncome(9, 90 * 60_000, true)); // 6 × 1.5 h
        // end
    }

    @Test
    void what_is_left_over_is_kept() {
        give(Currency.FUNZ, 1_000);
        // example: nothing is lost by collecting often
        play(new BuyCardLevel(new CardId("springy_gloves"), null));
        long collected = 0;
        for (int minute = 0; minute < 60; minute++) {
            clock.advance(Duration.ofMinutes(1));
            collected += collect().amount(); // a tenth of a funz each time
        }
        assertThat(collected).isEqualTo(6);
        // end
    }

    @Test
    void a_booster_counts_while_it_lasts_only() {
        give(Currency.FUNZ, 1_000);
        give(Currency.JOKERS, 5);
        // example: income in pieces
        play(new BuyCardLevel(new CardId("springy_gloves"), null));
        clock.advance(Duration.ofMinutes(30)); // 3 funz
        play(new ActivateBooster(new BoosterType("income_surge"))); // ×2 for 4 h
        clock.advance(Duration.ofMinutes(60)); // 12 funz
        assertThat(collect().amount()).isEqualTo(3 + 12);
        // end
    }

    @Test
    void levels_of_cards_follow_two_curves() {
        // example: card curves
        assertThat(CardCurves.price(1000, 14)).isEqualTo(159_841);
        assertThat(CardCurves.incomePerHour(100, 13)).isEqualTo(2_014);
        assertThat(CardCurves.incomePerHour(100, 14)).isEqualTo(2_255);
        // end
    }

    @Test
    void shares_of_a_pool_are_floored_and_the_first_takes_the_rest() {
        // example: prizes
        var table =
                new PrizeTable(
                        Currency.FUNZ,
                        1_000, // a tenth of the fees stays with the house
                        100, // and there is this much at the least
                        PrizeKind.SHARES,
                        List.of(new PrizeRange(1, 1, 5_000), new PrizeRange(2, 3, 2_500)));
        assertThat(PrizeRules.pool(table, 0)).isEqualTo(100);
        assertThat(PrizeRules.pool(table, 1_003)).isEqualTo(902);
        var payouts = PrizeRules.payouts(table, 1_003, 3);
        assertThat(payouts.prize(2)).isEqualTo(225); // 902 / 4 = 225.5
        assertThat(payouts.prize(3)).isEqualTo(225);
        assertThat(payouts.prize(1)).isEqualTo(902 - 225 - 225);
        // end
    }

    @Test
    void a_draw_follows_from_the_seed_and_the_list() {
        // example: raffles
        String seed = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";
        String listHash = "352ab7927d4d930535a7e7c9b26dfb9221ac3858184db96d6a51c4795209762c";
        assertThat(RaffleDraw.draw(seed, listHash, 10, 1)).containsExactly(7);
        // end
    }

    @Test
    void the_page_shows_all_examples_as_they_are_played() throws IOException {
        List<String> played =
                EXAMPLE.matcher(Files.readString(SOURCE))
                        .results()
                        .map(match -> match.group(1).stripTrailing().stripIndent())
                        .toList();
        List<String> shown =
                BLOCK.matcher(Files.readString(PAGE))
                        .results()
                        .map((MatchResult match) -> match.group(1).strip())
                        .toList();

        assertThat(shown).containsExactlyElementsOf(played);
    }
}
