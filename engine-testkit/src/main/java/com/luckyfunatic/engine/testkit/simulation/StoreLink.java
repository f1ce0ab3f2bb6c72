package com.luckyfunatic.engine.testkit.simulation;

import com.luckyfunatic.engine.storage.StorageException;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import com.luckyfunatic.engine.testkit.simulation.Fault.Kind;
import com.luckyfunatic.engine.testkit.simulation.Fault.Store;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The way of one server process to the stores: calls take time, while others do theirs, and can
 * fail in every way. Not thread-safe.
 */
final class StoreLink {
    /** How long a caller waits for an answer that does not come. */
    private static final long TIMEOUT_MILLIS = 100;

    private static final int LATENCY_MILLIS_MAX = 3;

    private final World world;
    private final ServerProcess process;
    private final String name;

    StoreLink(World world, ServerProcess process) {
        this.world = world;
        this.process = process;
        name = "server " + process.server();
    }

    /** Has {@code work} done by {@code store}. */
    void run(Store store, String what, Runnable work) {
        call(
                store,
                what,
                () -> {
                    work.run();
                    return what;
                });
    }

    /**
     * Has {@code work} done by {@code store}, in one step.
     *
     * @throws StorageUnavailableException when it is not known whether it was done
     */
    <T extends @Nullable Object> T call(Store store, String what, Supplier<T> work) {
        Fault crash = take(Kind.SERVER_CRASH, process.server());
        boolean diesAfter = crash != null && crash.millis() % 2 == 0;
        if (crash != null && !diesAfter) {
            throw died(what, crash);
        }
        pass(latency() + pause());
        T result = carriedOut(store, what, work);
        world.checks().step();
        if (crash != null) {
            throw died(what, crash);
        }
        if (take(Kind.STORE_REPLY_LOST, store.number()) != null) {
            pass(TIMEOUT_MILLIS);
            throw failed(store, what, "its reply was lost");
        }
        pass(latency());
        return result;
    }

    private <T extends @Nullable Object> T carriedOut(Store store, String what, Supplier<T> work) {
        if (world.isAway(store)) {
            pass(TIMEOUT_MILLIS);
            throw failed(store, what, "it is away");
        }
        if (take(Kind.STORE_REQUEST_LOST, store.number()) != null) {
            pass(TIMEOUT_MILLIS);
            throw failed(store, what, "the request was lost");
        }
        Fault late = take(Kind.STORE_REQUEST_LATE, store.number());
        if (late != null) {
            world.late(world.time().now() + late.millis());
            world.time().after(late.millis(), () -> carryOutLate(store, what, work));
            pass(TIMEOUT_MILLIS);
            throw failed(store, what, "the request is late");
        }
        try {
            T result = work.get();
            world.note(name, what);
            return result;
        } catch (StorageException e) {
            world.note(name, what + " refused");
            throw e;
        }
    }

    private <T extends @Nullable Object> void carryOutLate(
            Store store, String what, Supplier<T> work) {
        if (!world.isAway(store)) {
            world.note(name, what + " late");
            var _ = work.get();
            world.checks().step();
        }
    }

    /** Lets time pass for this process, which may die meanwhile. */
    void pass(long millis) {
        world.time().pass(millis);
        if (!process.isAlive()) {
            throw new Crash();
        }
    }

    private long latency() {
        return world.schedule().nextInt(LATENCY_MILLIS_MAX + 1);
    }

    private long pause() {
        Fault pause = take(Kind.SERVER_PAUSE, process.server());
        return pause == null ? 0 : pause.millis();
    }

    private @Nullable Fault take(Kind kind, int target) {
        return world.injections().take(kind, target, world.time().now());
    }

    private Crash died(String what, Fault crash) {
        world.note(name, "dies at " + what);
        process.die();
        world.restart(process.server(), crash.millis());
        return new Crash();
    }

    private StorageUnavailableException failed(Store store, String what, String why) {
        world.note(name, what + ": " + why);
        return new StorageUnavailableException(store + " " + what + ": " + why);
    }
}
