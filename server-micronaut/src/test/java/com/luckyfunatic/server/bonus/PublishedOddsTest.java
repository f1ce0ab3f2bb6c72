package com.luckyfunatic.server.bonus;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.Decision;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.GameRules;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.RuleContext;
import com.luckyfunatic.engine.bonus.BonusCommand.SpinForItem;
import com.luckyfunatic.engine.bonus.BonusEvent.WheelSpun;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.item.ItemCommand.AdjustItem;
import com.luckyfunatic.engine.item.ItemId;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.player.TelegramAccount;
import com.luckyfunatic.server.view.WheelSegmentView;
import com.luckyfunatic.storage.catalog.CatalogLoader;
import com.luckyfunatic.storage.memory.MemoryStorage;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The wheel of the game as it is delivered keeps the odds that clients are told. */
class PublishedOddsTest {
    private static final int DRAWS = 1_000_000;

    /** What chance alone passes in one of a thousand tests with 10 degrees of freedom. */
    private static final double CHI_SQUARED = 29.59;

    private final Catalog catalog = Catalog.of(CatalogLoader.standard());

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void a_million_draws_keep_to_them(long seed) {
        List<WheelSegmentView> published = WheelSegmentView.all(catalog);
        assertThat(published).as("degrees of freedom").hasSize(11);

        Map<String, Integer> seen = draw(new SplittableRandom(seed));

        assertThat(seen.keySet()).isSubsetOf(published.stream().map(WheelSegmentView::id).toList());
        assertThat(chiSquared(published, seen)).isLessThan(CHI_SQUARED);
    }

    private static double chiSquared(List<WheelSegmentView> published, Map<String, Integer> seen) {
        double sum = 0;
        for (WheelSegmentView segment : published) {
            WheelSegmentView.Odds odds = segment.odds();
            double expected = (double) DRAWS * odds.numerator() / odds.denominator();
            double off = seen.getOrDefault(segment.id(), 0) - expected;
            sum += off * off / expected;
        }
        return sum;
    }

    private Map<String, Integer> draw(SplittableRandom random) {
        Map<String, Integer> seen = new HashMap<>();
        PlayerState state = playerWithToken();
        RuleContext context = new RuleContext(state.changedAtMillis(), catalog, random);
        for (int i = 0; i < DRAWS; i++) {
            Decision decision = GameRules.decide(state, new SpinForItem(), context);
            WheelSpun spun = (WheelSpun) ((Decision.Accepted) decision).events().getFirst();
            seen.merge(spun.segment().value(), 1, Integer::sum);
        }
        return seen;
    }

    private PlayerState playerWithToken() {
        MemoryStorage storage = new MemoryStorage();
        GameEngine engine =
                GameEngine.builder(storage).clock(InstantSource.system()).build(catalog);
        var account = new TelegramAccount(1, "Ada", null, null, "en", false, null);
        PlayerId player = engine.logIn(account, null).profile().id();
        ItemId token = requireNonNull(catalog.dailyBonus().spinItem());
        return requireNonNull(
                engine.execute(player, new OperationId("token"), new AdjustItem(token, 1, "test"))
                        .state());
    }
}
