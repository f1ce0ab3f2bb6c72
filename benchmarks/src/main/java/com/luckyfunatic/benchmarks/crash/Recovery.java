package com.luckyfunatic.benchmarks.crash;

import com.luckyfunatic.benchmarks.crash.CrashPlayer.Answered;
import com.luckyfunatic.benchmarks.run.Concurrently;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;

/**
 * What happens after a restart, player by player: unknown outcomes are resolved by sending the
 * intent again, every answered operation is repeated, and the state is held to all answers.
 */
final class Recovery {
    private final Wire wire;
    private final ChainCheck chain;
    private final Tally tally;

    Recovery(Wire wire, ChainCheck chain, Tally tally) {
        this.wire = wire;
        this.chain = chain;
        this.tally = tally;
    }

    /** Resolves and checks everything since the last quiet moment, which ends now. */
    void run(List<CrashPlayer> players, int threads) {
        Concurrently.forEach(
                players,
                threads,
                player -> {
                    resolve(player);
                    repeatAll(player, CrashPlayer::namedSinceQuiet);
                    checkState(player);
                });
    }

    /** Repeats everything with a key, of all rounds. */
    void repeatEverything(List<CrashPlayer> players, int threads) {
        Concurrently.forEach(players, threads, player -> repeatAll(player, CrashPlayer::named));
    }

    private void resolve(CrashPlayer player) {
        Intent intent = player.unknown();
        if (intent != null) {
            Outcome outcome = ReplyCheck.read(intent, send(player, intent), tally);
            player.answered(intent, outcome);
            tally.answered(intent, outcome);
            tally.resolved(outcome.repeated());
        }
    }

    private void repeatAll(CrashPlayer player, Function<CrashPlayer, List<Answered>> which) {
        for (Answered answered : which.apply(player)) {
            repeat(player, answered);
        }
        Answered lastTap = player.lastTap();
        if (lastTap != null) {
            repeat(player, lastTap);
        }
    }

    private void repeat(CrashPlayer player, Answered answered) {
        Intent intent = answered.intent();
        Outcome outcome = ReplyCheck.read(intent, send(player, intent), tally);
        tally.add(RepeatCheck.check(intent, answered.outcome(), outcome));
        tally.repeated();
    }

    private void checkState(CrashPlayer player) {
        try {
            Reply game = wire.game(player.authorization());
            Place now = AnswerReader.place(game);
            chain.check(
                            player.telegramId(),
                            player.place(),
                            player.links(),
                            now,
                            AnswerReader.collected(game))
                    .forEach(tally::add);
            player.quiet(now);
        } catch (IOException e) {
            throw new UncheckedIOException("the restarted server does not answer", e);
        }
    }

    private Reply send(CrashPlayer player, Intent intent) {
        try {
            return wire.send(intent, player.authorization());
        } catch (IOException e) {
            throw new UncheckedIOException("the restarted server does not answer", e);
        }
    }
}
