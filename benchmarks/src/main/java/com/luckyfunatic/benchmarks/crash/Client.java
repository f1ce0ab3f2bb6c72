package com.luckyfunatic.benchmarks.crash;

import com.luckyfunatic.benchmarks.crash.CrashPlayer.Answered;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Plays for some players until the server is gone, one request after the other, except that now and
 * then it sends one intent twice at once. Not thread-safe.
 */
final class Client {
    private static final int REPEATS_OF_100 = 15;
    private static final int TWINS_OF_100 = 5;

    private final Wire wire;
    private final IntentSource intents;
    private final List<CrashPlayer> players;
    private final RandomGenerator random;
    private final Tally tally;
    private final Executor threads;

    /**
     * @param players nobody else's
     * @param threads for the second of two equal requests
     */
    Client(
            Wire wire,
            IntentSource intents,
            List<CrashPlayer> players,
            RandomGenerator random,
            Tally tally,
            Executor threads) {
        this.wire = wire;
        this.intents = intents;
        this.players = players;
        this.random = random;
        this.tally = tally;
        this.threads = threads;
    }

    /** Plays until a request gets no answer. */
    void play() {
        boolean alive = true;
        while (alive) {
            CrashPlayer player = players.get(random.nextInt(players.size()));
            int ticket = random.nextInt(100);
            if (ticket < REPEATS_OF_100) {
                alive = repeat(player);
            } else if (ticket < REPEATS_OF_100 + TWINS_OF_100) {
                alive = sendTwice(player);
            } else {
                alive = send(player);
            }
        }
    }

    private boolean send(CrashPlayer player) {
        Intent intent = intents.next(player, random);
        Reply reply = trySend(player, intent);
        if (reply == null) {
            player.unanswered(intent);
            return false;
        }
        Outcome outcome = ReplyCheck.read(intent, reply, tally);
        tally.add(RepeatCheck.checkNew(intent, outcome));
        answered(player, intent, outcome);
        return true;
    }

    private boolean repeat(CrashPlayer player) {
        Answered answered = player.somethingToRepeat(random);
        if (answered == null) {
            return true;
        }
        Intent intent = answered.intent();
        Reply reply = trySend(player, intent);
        if (reply == null) {
            // The intent has its answer; it is repeated again after the restart.
            return false;
        }
        Outcome outcome = ReplyCheck.read(intent, reply, tally);
        tally.add(RepeatCheck.check(intent, answered.outcome(), outcome));
        tally.repeated();
        return true;
    }

    private boolean sendTwice(CrashPlayer player) {
        Intent intent = intents.next(player, random);
        var second =
                CompletableFuture.supplyAsync(
                        () -> Optional.ofNullable(trySend(player, intent)), threads);
        Reply one = trySend(player, intent);
        Reply other = second.join().orElse(null);
        if (one == null && other == null) {
            player.unanswered(intent);
            return false;
        }
        if (one == null || other == null) {
            Reply only = Objects.requireNonNull(one == null ? other : one);
            answered(player, intent, ReplyCheck.read(intent, only, tally));
            return false;
        }
        Outcome first = ReplyCheck.read(intent, one, tally);
        Outcome repeat = ReplyCheck.read(intent, other, tally);
        tally.add(RepeatCheck.checkTwins(intent, first, repeat));
        answered(player, intent, first.repeated() ? repeat : first);
        tally.repeated();
        return true;
    }

    /** Returns the answer; null when none came, or one that leaves the outcome open. */
    private @Nullable Reply trySend(CrashPlayer player, Intent intent) {
        try {
            Reply reply = wire.send(intent, player.authorization());
            return reply.isUnknown() ? null : reply;
        } catch (IOException e) {
            return null;
        }
    }

    private void answered(CrashPlayer player, Intent intent, Outcome outcome) {
        player.answered(intent, outcome);
        tally.answered(intent, outcome);
    }
}
