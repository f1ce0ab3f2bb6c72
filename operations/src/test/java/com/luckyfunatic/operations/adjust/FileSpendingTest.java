package com.luckyfunatic.operations.adjust;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.item.ItemCommand.AdjustItem;
import com.luckyfunatic.engine.item.ItemId;
import com.luckyfunatic.engine.operator.Budget;
import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.engine.operator.Spending;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.testkit.Together;
import com.luckyfunatic.engine.wallet.WalletCommand.AdjustBalance;
import com.luckyfunatic.operations.operator.DailyLimit;
import com.luckyfunatic.storage.memory.MemoryStorage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What files take of a day. */
class FileSpendingTest {
    private static final OperatorName ADA = new OperatorName("ada");
    private static final long TODAY = 20_000;

    private final MemoryStorage storage = new MemoryStorage();
    private final FileSpending ada = new FileSpending(storage.supportPlans(), ADA);

    @AfterEach
    void close() {
        storage.close();
    }

    private static AdjustmentManifest file(int number, long funz, int shards) {
        PlayerId player = new PlayerId(7);
        return AdjustmentManifest.of(
                List.of(
                        new Adjustment(
                                2,
                                "a" + number,
                                player,
                                new AdjustBalance(Currency.FUNZ, funz, "other: x")),
                        new Adjustment(
                                3,
                                "b" + number,
                                player,
                                new AdjustItem(new ItemId("shard"), shards, "other: x"))));
    }

    private static long limit(DailyLimit kind) {
        return kind == DailyLimit.FUNZ ? 100 : 10;
    }

    private Optional<String> count(AdjustmentManifest file) {
        return ada.count(file, TODAY, FileSpendingTest::limit).map(FileSpending.Excess::words);
    }

    @Test
    void files_and_plans_share_a_day() {
        assertThat(
                        storage.supportPlans()
                                .spend(new Spending("plan", ADA, Budget.FUNZ, 50), TODAY, 100))
                .isTrue();

        assertThat(count(file(1, -51, 1)))
                .contains(
                        "support-daily-funz is 100, the file moves 51, which is too much beside"
                                + " what ada has moved today.");
        assertThat(count(file(2, 50, 1))).isEmpty();
        assertThat(ada.count(file(3, 100, 1), TODAY + 1, FileSpendingTest::limit)).isEmpty();
    }

    @Test
    void of_a_file_that_does_not_fit_nothing_counts() {
        assertThat(count(file(1, 100, 11)))
                .hasValueSatisfying(why ->
                        assertThat(why).startsWith("support-daily-items is 10, the file moves 11"));

        assertThat(count(file(2, 100, 10))).isEmpty();
    }

    @Test
    void a_file_counts_once_whoever_goes_on_with_it() {
        AdjustmentManifest file = file(1, 100, 1);
        FileSpending bob = new FileSpending(storage.supportPlans(), new OperatorName("bob"));

        assertThat(count(file)).isEmpty();
        assertThat(count(file)).isEmpty();
        assertThat(bob.count(file, TODAY, FileSpendingTest::limit)).isEmpty();

        assertThat(bob.count(file(2, 100, 1), TODAY, FileSpendingTest::limit)).isEmpty();
        assertThat(count(file(3, 1, 1))).isPresent();
        ada.release(file);
        assertThat(count(file(3, 1, 1))).isEmpty();
    }

    @Test
    void of_files_at_once_no_more_count_than_the_day_holds() {
        List<Optional<String>> told = Together.run(20, i -> count(file(i + 1, 30, 1)));

        assertThat(told).filteredOn(Optional::isEmpty).hasSize(3);
    }
}
