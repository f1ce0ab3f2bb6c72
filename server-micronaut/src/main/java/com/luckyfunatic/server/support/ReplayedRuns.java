package com.luckyfunatic.server.support;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.prize.PrizeRun;
import com.luckyfunatic.engine.tournament.TournamentId;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Prize runs that operators begin. A request waits a while for one and then leaves it alone: it
 * goes on in this process, and if this process dies, the job that pays prizes does it. Of one
 * tournament one runs at a time. Thread-safe.
 */
@Singleton
final class ReplayedRuns {
    private static final Logger LOG = LoggerFactory.getLogger(ReplayedRuns.class);

    /** Clients wait for an answer for longer than that. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration END = Duration.ofSeconds(5);

    private final Consumer<TournamentId> run;
    private final Duration patience;
    private final ConcurrentMap<TournamentId, FutureTask<?>> running = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @Inject
    ReplayedRuns(GameEngine engine) {
        this(tournament -> new PrizeRun(engine).run(tournament), PATIENCE);
    }

    ReplayedRuns(Consumer<TournamentId> run, Duration patience) {
        this.run = run;
        this.patience = patience;
    }

    /**
     * Begins a run, or joins the one that is under way, and waits a while for its end.
     *
     * @return whether it has come to its end
     * @throws RuntimeException what the run threw meanwhile
     */
    boolean run(TournamentId tournament) {
        FutureTask<?> task = task(tournament);
        try {
            task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("a prize run ended unexpectedly", e.getCause());
        }
    }

    private FutureTask<?> task(TournamentId tournament) {
        FutureTask<?> mine = new FutureTask<>(() -> go(tournament), tournament);
        FutureTask<?> other = running.putIfAbsent(tournament, mine);
        if (other != null) {
            return other;
        }
        threads.execute(() -> {
            mine.run();
            running.remove(tournament, mine);
        });
        return mine;
    }

    private void go(TournamentId tournament) {
        try {
            run.accept(tournament);
        } catch (RuntimeException e) {
            // Whoever began it may have gone.
            LOG.warn("The prize run of {} failed, and the job will try again", tournament, e);
            throw e;
        }
    }

    /** Breaks off what is under way; the job that pays prizes goes on with it. */
    @PreDestroy
    void close() throws InterruptedException {
        threads.shutdownNow();
        if (!threads.awaitTermination(END.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.warn("A prize run is still under way");
        }
    }
}
