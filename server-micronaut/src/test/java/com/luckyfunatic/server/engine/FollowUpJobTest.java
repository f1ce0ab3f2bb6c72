package com.luckyfunatic.server.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.testkit.TestCatalogs;
import com.luckyfunatic.server.game.GameServer;
import com.luckyfunatic.server.game.TestPlayer;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** What one player's change calls for on another player. */
class FollowUpJobTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void a_friend_is_counted_and_paid_for_soon_and_by_itself() {
        try (GameServer server =
                GameServer.start(Map.of("FUNATIC_WORKERS", "true"), TestCatalogs.full())) {
            TestPlayer referrer = server.newPlayer();

            TestPlayer friend = server.newFriendOf(referrer);

            assertHappens(() -> referrer.game().at("/referral/friends").intValue() == 1);
            friend.tap(50);
            assertHappens(() ->
                    referrer.game().at("/funz/currentFunzBalance").longValue()
                            == TestCatalogs.full().referral().rewardFunz());
        }
    }

    @Test
    void without_jobs_they_wait_for_another_server() {
        try (GameServer server = GameServer.start()) {
            TestPlayer referrer = server.newPlayer();
            server.newFriendOf(referrer);
            server.http().bean(FollowUpJob.class).mayHaveCome();

            assertThat(referrer.game().at("/referral/friends").intValue()).isZero();
            assertThat(server.engine().storage().followUps().pending(1)).hasSize(1);
        }
    }

    /** Asks until it is so; each question is a request, so nothing spins. */
    private static void assertHappens(BooleanSupplier event) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!event.getAsBoolean()) {
            assertThat(System.nanoTime())
                    .as("it did not happen in " + PATIENCE)
                    .isLessThan(deadline);
        }
    }
}
