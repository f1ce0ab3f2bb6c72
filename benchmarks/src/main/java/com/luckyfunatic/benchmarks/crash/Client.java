package com.luckyfunatic.benchmarks.crash;

import static java.util.Objects.requireNonNull;

import com.luckyfunatic.benchmarks.crash.CrashPlayer.Answered;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Plays for some players until it is told to stop, one request after the other, except that now and
 * then it sends one intent twice, or two, at once. What got no answer is sent again, unchanged: a
 * tap before its player does anything else, something with a key sooner or later. Not thread-safe.
 */
final class Client {
    private final Wire wire;
    private final Load load;
    private final List<CrashPlayer> players;
    private final RandomGenerator random;
    private final Tally tally;
    private final Executor threads;

    /**
     * @param players nobody else's
     * @param threads for the second of two requests
     */
    Client(
            Wire wire,
            Load load,
            List<CrashPlayer> players,
            RandomGenerator random,
            Tally tally,
            Executor threads) {
        this.wire = wire;
        this.load = load;
        this.players = players;
        this.random = random;
        this.tally = tally;
        this.threads = threads;
    }

    /** Plays until the load is over. */
    void play() {
        while (load.goesOn()) {
            CrashPlayer player = players.get(random.nextInt(players.size()));
            Intent unknown = player.unknownTap();
            if (unknown == null && random.nextBoolean()) {
                // While a database is away, not everybody shall do nothing but wait for it.
                unknown = player.oldestUnknownNamed();
            }
            if (unknown != null) {
                resolve(player, unknown);
                continue;
            }
            switch (load.mix().next(random)) {
                case REPEAT -> repeat(player);
                case TWINS -> sendTwice(player);
                case PAIR -> sendTwo(player);
                case READ -> read(player, wire.turn());
                case NEW -> send(player);
            }
        }
    }

    private void send(CrashPlayer player) {
        Intent intent = load.intents().next(player, random);
        int turn = wire.turn();
        long sentAt = System.nanoTime();
        firstReply(player, intent, trySend(player, intent, turn), sentAt);
        if (load.mix().looksBehind(random)) {
            read(player, turn + 1);
        }
    }

    /** Two different intents at once: whichever comes first, the other has to build on it. */
    private void sendTwo(CrashPlayer player) {
        Intent one = load.intents().next(player, random);
        Intent other = load.intents().nextNamed(player, random);
        Both both = sendBoth(player, one, other);
        firstReply(player, one, both.one(), both.sentAt());
        firstReply(player, other, both.other(), both.sentAt());
    }

    /** The replies to two requests, null for one that got none. */
    private record Both(@Nullable Reply one, @Nullable Reply other, long sentAt) {}

    /** Sends two intents, or one twice, at once and to different servers. */
    private Both sendBoth(CrashPlayer player, Intent one, Intent other) {
        int turn = wire.turn();
        long sentAt = System.nanoTime();
        var second =
                CompletableFuture.supplyAsync(
                        () -> Optional.ofNullable(trySend(player, other, turn + 1)), threads);
        Reply first = trySend(player, one, turn);
        return new Both(first, second.join().orElse(null), sentAt);
    }

    private void firstReply(CrashPlayer player, Intent intent, @Nullable Reply reply, long sentAt) {
        if (reply == null) {
            player.unanswered(intent);
            return;
        }
        Outcome outcome = ReplyCheck.read(intent, reply, tally);
        tally.add(RepeatCheck.checkNew(intent, outcome));
        answered(player, intent, outcome, sentAt);
    }

    private void resolve(CrashPlayer player, Intent intent) {
        long sentAt = System.nanoTime();
        Reply reply = trySend(player, intent);
        if (reply != null) {
            Outcome outcome = ReplyCheck.read(intent, reply, tally);
            tally.resolved(outcome.repeated());
            answered(player, intent, outcome, sentAt);
        }
    }

    private void repeat(CrashPlayer player) {
        Answered answered = player.somethingToRepeat(random);
        if (answered == null) {
            return;
        }
        // Without an answer the intent keeps its first one; it is repeated again in the end.
        long sentAt = System.nanoTime();
        Reply reply = trySend(player, answered.intent());
        if (reply != null) {
            Outcome repeat = ReplyCheck.read(answered.intent(), reply, tally);
            RepeatCheck.judge(player, answered, repeat, sentAt, tally);
        }
    }

    private void sendTwice(CrashPlayer player) {
        Intent intent = load.intents().next(player, random);
        Both both = sendBoth(player, intent, intent);
        Reply one = both.one();
        Reply other = both.other();
        long sentAt = both.sentAt();
        if (one == null && other == null) {
            player.unanswered(intent);
        } else if (one != null && other != null) {
            Outcome first = ReplyCheck.read(intent, one, tally);
            Outcome repeat = ReplyCheck.read(intent, other, tally);
            tally.repeated();
            if (tally.losses().mayHaveCostOneOf(intent, first, repeat)) {
                player.answeredTwice(intent, first, repeat, sentAt);
                tally.answered(intent, first);
                if (first.step() == null && repeat.step() == null) {
                    tally.losses().forgotRefusal();
                }
            } else {
                tally.add(RepeatCheck.checkTwins(intent, first, repeat));
                answered(player, intent, first.repeated() ? repeat : first, sentAt);
            }
        } else {
            Reply only = one == null ? other : one;
            answered(player, intent, ReplyCheck.read(intent, requireNonNull(only), tally), sentAt);
        }
    }

    private void read(CrashPlayer player, int turn) {
        long sentAt = System.nanoTime();
        try {
            Reply game = wire.game(player.authorization(), turn);
            if (game.isUnknown()) {
                return;
            }
            if (!game.isAccepted()) {
                unexpected(player, game);
                return;
            }
            player.seen(
                    AnswerReader.place(game), sentAt, AnswerReader.collected(game).changes() > 0);
            tally.read();
            tally.touched(player, sentAt);
        } catch (IOException e) {
            // Nothing was meant to happen, so nothing is unknown.
            tally.silent();
        }
    }

    private void unexpected(CrashPlayer player, Reply game) {
        tally.add(
                new Violation(
                        Violation.Kind.UNEXPECTED,
                        player.telegramId(),
                        0,
                        "a look at the game was answered with " + game));
    }

    /** Returns the answer; null when none came, or one that leaves the outcome open. */
    private @Nullable Reply trySend(CrashPlayer player, Intent intent) {
        return trySend(player, intent, wire.turn());
    }

    private @Nullable Reply trySend(CrashPlayer player, Intent intent, int turn) {
        Phases phases = tally.phases();
        Phases.Phase sentIn = phases.now();
        long sentAt = System.nanoTime();
        try {
            Reply reply = wire.send(intent, player.authorization(), turn);
            long took = System.nanoTime() - sentAt;
            if (reply.isUnknown()) {
                tally.away(sentIn, intent, took);
                return null;
            }
            tally.took(sentIn, intent, reply, took);
            tally.touched(player, sentAt);
            return reply;
        } catch (IOException e) {
            tally.silent();
            return null;
        }
    }

    private void answered(CrashPlayer player, Intent intent, Outcome outcome, long sentAt) {
        player.answered(intent, outcome, sentAt);
        tally.answered(intent, outcome);
    }
}
