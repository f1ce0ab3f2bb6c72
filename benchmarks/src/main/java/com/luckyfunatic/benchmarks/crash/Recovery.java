package com.luckyfunatic.benchmarks.crash;

import com.luckyfunatic.benchmarks.crash.CrashPlayer.Answered;
import com.luckyfunatic.benchmarks.run.Concurrently;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/**
 * What happens after a restart, player by player: unknown outcomes are resolved by sending the
 * intent again, every answered operation is repeated, and the state is held to all answers.
 */
final class Recovery {
    /** How long a game that runs again may take until it answers everybody. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final long PAUSE_NANOS = 50_000_000;

    private final Wire wire;
    private final StateCheck check;
    private final Tally tally;

    Recovery(Wire wire, StateCheck check, Tally tally) {
        this.wire = wire;
        this.check = check;
        this.tally = tally;
    }

    /** Resolves and checks everything since the last quiet moment, which ends now. */
    void run(List<CrashPlayer> players, int threads) {
        check.quietBegins();
        Concurrently.forEach(
                players,
                threads,
                player -> {
                    resolve(player);
                    repeatAll(player, CrashPlayer::namedSinceQuiet);
                    checkState(player);
                });
    }

    /** Repeats everything with a key, of all rounds, and checks every state once more. */
    void finish(List<CrashPlayer> players, int threads) {
        check.quietBegins();
        Concurrently.forEach(
                players,
                threads,
                player -> {
                    repeatAll(player, CrashPlayer::named);
                    checkState(player);
                    check.checkWhole(player, tally);
                });
    }

    private void resolve(CrashPlayer player) {
        Intent tap = player.unknownTap();
        if (tap != null) {
            resolve(player, tap);
        }
        player.unknownNamed().forEach(each -> resolve(player, each));
    }

    private void resolve(CrashPlayer player, Intent intent) {
        long sentAt = System.nanoTime();
        Outcome outcome = ReplyCheck.read(intent, send(player, intent), tally);
        player.answered(intent, outcome, sentAt);
        tally.answered(intent, outcome);
        tally.resolved(outcome.repeated());
    }

    private void repeatAll(CrashPlayer player, Function<CrashPlayer, List<Answered>> which) {
        for (Answered answered : List.copyOf(which.apply(player))) {
            repeat(player, answered);
        }
        Answered lastTap = player.lastTap();
        if (lastTap != null) {
            repeat(player, lastTap);
        }
    }

    private void repeat(CrashPlayer player, Answered answered) {
        Intent intent = answered.intent();
        long sentAt = System.nanoTime();
        Outcome outcome = ReplyCheck.read(intent, send(player, intent), tally);
        RepeatCheck.judge(player, answered, outcome, sentAt, tally);
    }

    /** Every server must show the player, and the last of them is held to all answers. */
    private void checkState(CrashPlayer player) {
        int turn = wire.turn();
        for (int other = 1; other < wire.servers(); other++) {
            look(player, turn + other);
        }
        Reply game = look(player, turn);
        if (!game.isAccepted()) {
            String detail = "the player who was let in is gone: " + game;
            tally.add(new Violation(Violation.Kind.LOST, player.telegramId(), 0, detail));
            return;
        }
        Place now = AnswerReader.place(game);
        check.check(player, now, AnswerReader.collected(game), tally);
        player.quiet(now);
    }

    private Reply look(CrashPlayer player, int turn) {
        return patiently(() -> {
            long sentAt = System.nanoTime();
            Reply game = known(wire.game(player.authorization(), turn));
            if (game.isAccepted()) {
                boolean change = AnswerReader.collected(game).changes() > 0;
                player.seen(AnswerReader.place(game), sentAt, change);
            }
            return game;
        });
    }

    private Reply send(CrashPlayer player, Intent intent) {
        return patiently(() -> known(wire.send(intent, player.authorization())));
    }

    /**
     * Returns {@code reply}.
     *
     * @throws IOException when it leaves the outcome open
     */
    static Reply known(Reply reply) throws IOException {
        if (reply.isUnknown()) {
            throw new IOException("the game answered with " + reply);
        }
        return reply;
    }

    /**
     * Asks again for as long as there is no answer, but not for ever.
     *
     * @throws GoneException in the end
     */
    static <T> T patiently(Question<T> question) {
        long giveUpAt = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return question.ask();
            } catch (IOException e) {
                if (System.nanoTime() > giveUpAt) {
                    throw new GoneException(e.toString());
                }
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /** The game has not come back. */
    static final class GoneException extends RuntimeException {
        private static final long serialVersionUID = 1;

        GoneException(String why) {
            super("the game does not answer, " + PATIENCE + " after the blow: " + why);
        }
    }

    /** Something to ask the game. */
    @FunctionalInterface
    interface Question<T> {
        /** Returns the answer, or throws when there is none. */
        T ask() throws IOException;
    }
}
