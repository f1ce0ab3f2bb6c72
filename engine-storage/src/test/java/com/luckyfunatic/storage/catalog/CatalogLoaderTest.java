package com.luckyfunatic.storage.catalog;

import static com.luckyfunatic.storage.catalog.SampleFile.CONTENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.bonus.BonusDefinition;
import com.luckyfunatic.engine.bonus.SegmentId;
import com.luckyfunatic.engine.bonus.StreakDay;
import com.luckyfunatic.engine.bonus.WheelSegment;
import com.luckyfunatic.engine.booster.BoosterDefinition;
import com.luckyfunatic.engine.booster.BoosterType;
import com.luckyfunatic.engine.card.CardDefinition;
import com.luckyfunatic.engine.card.CardId;
import com.luckyfunatic.engine.card.CardLevel;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.catalog.CatalogDefinition;
import com.luckyfunatic.engine.catalog.CatalogProblem;
import com.luckyfunatic.engine.catalog.CatalogValidator;
import com.luckyfunatic.engine.conversion.ConversionDefinition;
import com.luckyfunatic.engine.conversion.ConversionId;
import com.luckyfunatic.engine.forge.Ingredient;
import com.luckyfunatic.engine.item.ItemDefinition;
import com.luckyfunatic.engine.item.ItemId;
import com.luckyfunatic.engine.item.ItemStack;
import com.luckyfunatic.engine.item.ItemUse;
import com.luckyfunatic.engine.leaderboard.Scoring;
import com.luckyfunatic.engine.leaderboard.ScoringDirection;
import com.luckyfunatic.engine.leaderboard.ScoringMethod;
import com.luckyfunatic.engine.minigame.MinigameDefinition;
import com.luckyfunatic.engine.minigame.MinigameId;
import com.luckyfunatic.engine.requirement.Requirement;
import com.luckyfunatic.engine.reward.Reward;
import com.luckyfunatic.engine.store.ListingDefinition;
import com.luckyfunatic.engine.store.ListingId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogLoaderTest {
    @TempDir private Path directory = Path.of("");

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("content.yaml"), text);
    }

    @Test
    void reads_what_is_written_and_fills_in_what_is_left_out() throws IOException {
        CatalogDefinition catalog = CatalogLoader.load(file(CONTENT));
        CardDefinition miner = catalog.cards().getFirst();
        assertThat(miner.id()).isEqualTo(new CardId("miner"));
        assertThat(miner.requirements())
                .containsExactly(new Requirement.ReachRank(1), new Requirement.InviteFriends(2));
        assertThat(miner.availableFrom()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(miner.availableUntil()).isNull();
        assertThat(miner.comingSoon()).isFalse();
        assertThat(miner.levels()).isEmpty();
        BoosterDefinition turbo = catalog.boosters().getFirst();
        assertThat(turbo.dailyLimit()).isEqualTo(BoosterDefinition.UNLIMITED);
        assertThat(turbo.cooldown()).isEqualTo(Duration.ZERO);
        assertThat(catalog.income().cap()).isEqualTo(Duration.ofMinutes(90));
        assertThat(catalog.specialCards()).isEmpty();
        assertThat(Catalog.of(catalog).version()).isEqualTo("1");
    }

    @Test
    void reads_explicit_levels_and_every_kind_of_ingredient_and_requirement() throws IOException {
        String curves = "basePrice: 100\n    baseIncomePerHour: 10\n    maxLevel: 5\n";
        String text =
                CONTENT.replace(
                                curves,
                                """
                                levels: [{price: 5, incomePerHour: 2}, {price: 6, incomePerHour: 4}]
                                """)
                        + """
                        items: [{id: gear, name: Gear, description: Turns., max: 9}]
                        specialCards:
                          - id: idol
                            name: Idol
                            description: Shines.
                            image: /idol.svg
                            ingredients:
                              - {card: miner, levels: 2}
                              - {item: gear, count: 3}
                            forgeLimit: 1
                            requirements:
                              - {card: miner, level: 1}
                        """;
        CatalogDefinition catalog = CatalogLoader.load(file(text));
        assertThat(catalog.cards().getFirst().levels())
                .containsExactly(new CardLevel(5, 2), new CardLevel(6, 4));
        assertThat(catalog.cards().getFirst().maxLevel()).isEqualTo(2);
        assertThat(catalog.specialCards().getFirst().ingredients())
                .containsExactly(
                        new Ingredient.CardLevels(new CardId("miner"), 2),
                        new Ingredient.Items(new ItemId("gear"), 3));
        assertThat(catalog.specialCards().getFirst().effect()).isNull();
        assertThat(catalog.specialCards().getFirst().requirements())
                .containsExactly(new Requirement.OwnCard(new CardId("miner"), 1));
        assertThat(Catalog.of(catalog).specialCards()).hasSize(1);
    }

    @Test
    void reads_uses_of_items_and_conversions() throws IOException {
        String text =
                CONTENT
                        + """
                        items:
                          - {id: gear, name: Gear, description: Turns., max: 9}
                          - id: crate
                            name: Crate
                            description: Opens.
                            max: 9
                            use: {reward: {funz: 5, items: [{item: gear, count: 2}]}}
                          - {id: gum, name: Gum, description: Hot., max: 9, use: {booster: turbo}}
                        conversions:
                          - id: sell
                            name: Sell
                            from: {items: [{item: gear, count: 2}]}
                            to: {funz: 3, jokers: 1}
                            maxPerOperation: 4
                            dailyLimit: 5
                          - {id: buy, name: Buy, from: {funz: 9}, to: {jokers: 1}, maxPerOperation: 1}
                        """;
        ItemId gear = new ItemId("gear");
        CatalogDefinition catalog = CatalogLoader.load(file(text));

        assertThat(catalog.items())
                .extracting(ItemDefinition::use)
                .containsExactly(
                        null,
                        new ItemUse.Opens(new Reward(5, 0, List.of(new ItemStack(gear, 2)))),
                        new ItemUse.Boosts(new BoosterType("turbo")));
        assertThat(catalog.conversions())
                .containsExactly(
                        new ConversionDefinition(
                                new ConversionId("sell"),
                                "Sell",
                                Reward.ofItems(gear, 2),
                                new Reward(3, 1, List.of()),
                                4,
                                5),
                        new ConversionDefinition(
                                new ConversionId("buy"),
                                "Buy",
                                Reward.ofFunz(9),
                                new Reward(0, 1, List.of()),
                                1,
                                ConversionDefinition.UNLIMITED));
        assertThat(Catalog.of(catalog).conversions()).hasSize(2);
    }

    @Test
    void reads_listings() throws IOException {
        String text =
                CONTENT
                        + """
                        items: [{id: gear, name: Gear, description: Turns., max: 9}]
                        listings:
                          - id: gears
                            name: Gears
                            description: Two.
                            image: /gears.svg
                            currency: jokers
                            price: 3
                            goods: {items: [{item: gear, count: 2}]}
                            dailyLimit: 4
                            totalLimit: 5
                            stock: 6
                            requirements: [{rank: 1}]
                            availableFrom: 2026-01-01T00:00:00Z
                            availableUntil: 2026-02-01T00:00:00Z
                          - id: coins
                            name: Coins
                            description: Some.
                            image: /coins.svg
                            price: 9
                            goods: {jokers: 1}
                          - id: purse
                            name: Purse
                            description: Many.
                            image: /purse.svg
                            stars: 50
                            goods: {jokers: 20}
                        """;
        CatalogDefinition catalog = CatalogLoader.load(file(text));

        assertThat(catalog.listings())
                .containsExactly(
                        new ListingDefinition(
                                new ListingId("gears"),
                                "Gears",
                                "Two.",
                                "/gears.svg",
                                Currency.JOKERS,
                                3,
                                ListingDefinition.NOT_FOR_STARS,
                                Reward.ofItems(new ItemId("gear"), 2),
                                4,
                                5,
                                6,
                                List.of(new Requirement.ReachRank(1)),
                                Instant.parse("2026-01-01T00:00:00Z"),
                                Instant.parse("2026-02-01T00:00:00Z")),
                        new ListingDefinition(
                                new ListingId("coins"),
                                "Coins",
                                "Some.",
                                "/coins.svg",
                                Currency.FUNZ,
                                9,
                                ListingDefinition.NOT_FOR_STARS,
                                new Reward(0, 1, List.of()),
                                ListingDefinition.UNLIMITED,
                                ListingDefinition.UNLIMITED,
                                ListingDefinition.UNLIMITED,
                                List.of(),
                                null,
                                null),
                        new ListingDefinition(
                                new ListingId("purse"),
                                "Purse",
                                "Many.",
                                "/purse.svg",
                                Currency.FUNZ,
                                0,
                                50,
                                new Reward(0, 20, List.of()),
                                ListingDefinition.UNLIMITED,
                                ListingDefinition.UNLIMITED,
                                ListingDefinition.UNLIMITED,
                                List.of(),
                                null,
                                null));
        assertThat(Catalog.of(catalog).listings()).hasSize(3);
    }

    @Test
    void reads_minigames() throws IOException {
        String text =
                CONTENT
                        + """
                        minigames:
                          - id: stars
                            name: Stars
                            description: Catch them.
                            url: /games/stars/index.html
                            image: /games/stars/icon.svg
                            maxDuration: PT1M
                            maxScore: 500
                            maxScorePerSecond: 10
                          - id: race
                            name: Race
                            description: Be fast.
                            url: https://games.example/race
                            image: https://games.example/race.svg
                            minDuration: PT5S
                            maxDuration: PT2M
                            maxScore: 600
                            maxScorePerSecond: 1000
                            scoring: {method: last, direction: lower}
                        """;

        CatalogDefinition catalog = CatalogLoader.load(file(text));

        assertThat(catalog.minigames())
                .containsExactly(
                        new MinigameDefinition(
                                new MinigameId("stars"),
                                "Stars",
                                "Catch them.",
                                "/games/stars/index.html",
                                "/games/stars/icon.svg",
                                Duration.ZERO,
                                Duration.ofMinutes(1),
                                500,
                                10,
                                new Scoring(ScoringMethod.BEST, ScoringDirection.HIGHER)),
                        new MinigameDefinition(
                                new MinigameId("race"),
                                "Race",
                                "Be fast.",
                                "https://games.example/race",
                                "https://games.example/race.svg",
                                Duration.ofSeconds(5),
                                Duration.ofMinutes(2),
                                600,
                                1_000,
                                new Scoring(ScoringMethod.LAST, ScoringDirection.LOWER)));
        assertThat(Catalog.of(catalog).minigame(new MinigameId("race"))).isNotNull();
    }

    @Test
    void a_use_of_no_known_kind_is_told_with_its_place() throws IOException {
        Path file =
                file(
                        CONTENT
                                + """
                                items:
                                  - id: gum
                                    name: Gum
                                    description: Hot.
                                    max: 9
                                    use: {magic: 1}
                                """);

        assertThatExceptionOfType(CatalogFileException.class)
                .isThrownBy(() -> CatalogLoader.load(file))
                .withMessageContaining("items[0 gum].use: expected {reward: …} or {booster: …}");
    }

    @Test
    void reads_the_daily_bonus_or_that_there_is_none() throws IOException {
        String text =
                CONTENT
                        + """
                        items: [{id: token, name: Token, description: Spins., max: 9}]
                        dailyBonus:
                          spinItem: token
                          wheel:
                            - {id: coins, name: Coins, weight: 9, prize: {funz: 5, jokers: 1}}
                            - id: again
                              name: Again
                              weight: 1
                              prize: {items: [{item: token, count: 2}]}
                          streak: [{funz: 10}, {funz: 20}]
                        """;
        ItemId token = new ItemId("token");

        assertThat(CatalogLoader.load(file(text)).dailyBonus())
                .isEqualTo(
                        new BonusDefinition(
                                token,
                                List.of(
                                        new WheelSegment(
                                                new SegmentId("coins"),
                                                "Coins",
                                                9,
                                                new Reward(5, 1, List.of())),
                                        new WheelSegment(
                                                new SegmentId("again"),
                                                "Again",
                                                1,
                                                new Reward(
                                                        0, 0, List.of(new ItemStack(token, 2))))),
                                List.of(new StreakDay(10), new StreakDay(20))));
        assertThat(
                        CatalogLoader.load(file(text.replace("  spinItem: token\n", "")))
                                .dailyBonus()
                                .spinItem())
                .isNull();
        assertThat(CatalogLoader.load(file(CONTENT)).dailyBonus()).isEqualTo(BonusDefinition.NONE);
    }

    @Test
    void a_segment_that_cannot_be_won_is_told_with_its_line() throws IOException {
        CatalogFile file =
                CatalogLoader.read(
                        file(
                                CONTENT
                                        + """
                                        dailyBonus:
                                          wheel:
                                            - id: coins
                                              name: Coins
                                              weight: 0
                                              prize: {funz: 5}
                                          streak: [{funz: 10}]
                                        """));
        long line = CONTENT.lines().count() + 5;

        assertThat(CatalogValidator.validate(file.definition()).stream().map(file::describe))
                .containsExactly(
                        directory.resolve("content.yaml")
                                + ":"
                                + line
                                + ":7: dailyBonus.wheel[0 coins].weight: must be 1 to 1000000,"
                                + " was 0");
    }

    @Test
    void a_file_that_grows_when_it_is_read_is_refused_without_reading_it() throws IOException {
        StringBuilder bomb = new StringBuilder("a: &a [x, x, x, x, x, x, x, x, x]\n");
        for (char c = 'b'; c <= 'z'; c++) {
            String previous = "*" + (char) (c - 1);
            bomb.append(c).append(": &").append(c).append(" [");
            bomb.append(String.join(", ", List.of(previous, previous, previous, previous)));
            bomb.append("]\n");
        }
        Path file = file(bomb.toString());
        assertThatExceptionOfType(CatalogFileException.class)
                .isThrownBy(() -> CatalogLoader.load(file))
                .satisfies(e -> assertThat(e.problems()).hasSize(100));
    }

    @Test
    void a_file_above_the_size_limit_is_refused() throws IOException {
        Path file = file("#".repeat(CatalogLoader.SIZE_MAX) + "\n");
        assertThatExceptionOfType(CatalogFileException.class)
                .isThrownBy(() -> CatalogLoader.load(file))
                .withMessage(file + ": is larger than 1048576 bytes");
        Files.writeString(file, CONTENT + "#".repeat(CatalogLoader.SIZE_MAX - CONTENT.length()));
        assertThat(CatalogLoader.load(file).version()).isEqualTo("1");
    }

    @Test
    void a_file_in_another_encoding_is_refused() throws IOException {
        Path file = directory.resolve("content.yaml");
        Files.write(file, CONTENT.replace("Digs.", "Gräbt.").getBytes(StandardCharsets.ISO_8859_1));
        assertThatExceptionOfType(CatalogFileException.class)
                .isThrownBy(() -> CatalogLoader.load(file))
                .withMessage(file + ": is not UTF-8 text");
    }

    @Test
    void a_file_that_cannot_be_read_is_told_as_such() {
        Path missing = directory.resolve("missing.yaml");
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> CatalogLoader.load(missing))
                .withMessage("cannot read " + missing);
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> CatalogLoader.load(directory));
    }

    @Test
    void a_problem_of_content_is_told_with_its_line() throws IOException {
        CatalogFile file = CatalogLoader.read(file(CONTENT));
        String name = directory.resolve("content.yaml").toString();
        assertThat(file.describe(new CatalogProblem("cards[0 miner].maxLevel", "is odd")))
                .isEqualTo(name + ":20:5: cards[0 miner].maxLevel: is odd");
        assertThat(file.describe(new CatalogProblem("cards[0 miner].requirements[1].friends", "x")))
                .startsWith(name + ":23:10:");
        assertThat(file.describe(new CatalogProblem("cards[0 miner].comingSoon", "is left out")))
                .startsWith(name + ":13:5:");
        assertThat(file.describe(new CatalogProblem("nowhere[3].at", "all")))
                .startsWith(name + ":1:1:");
    }
}
