package com.luckyfunatic.storage.redis;

import com.luckyfunatic.storage.redis.script.Script;
import io.lettuce.core.ScriptOutputType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The scripts from one loss of memory to the next. Their texts name it, so that a Redis that took
 * no part in it knows none of them: one that was restarted, but also one that was master before,
 * still keeps the scripts of then, and takes over again. Thread-safe.
 */
final class Incarnation {
    private static final int COUNTER_SHIFT = 32;

    /** Scripts learn the version since 7.0; asking them needs no permission that they do not. */
    private static final String VERSION = "return redis.REDIS_VERSION_NUM or 0";

    private static final long LOADING_NOT_LOGGED = 0x00070000;

    /** Whoever begins one gets this long to load its scripts before others begin the next. */
    private static final Duration LOADING_MAX = Duration.ofSeconds(1);

    private final long number;
    private final long awaitedUntilNanos;
    private final Scripts scripts;
    private final Script first;
    private final Script last;
    private final Map<String, Script> named = new ConcurrentHashMap<>();

    private Incarnation(long number, Duration awaited, Scripts scripts) {
        this.number = number;
        awaitedUntilNanos = System.nanoTime() + awaited.toNanos();
        this.scripts = scripts;
        first = named(scripts.isRemembered.under("first"), number);
        last = named(scripts.isRemembered.under("last"), number);
    }

    /** Returns the incarnation that somebody else has begun, perhaps just now. */
    static Incarnation begunElsewhere(long number, Scripts scripts) {
        return new Incarnation(number, number == 0 ? Duration.ZERO : aWhile(), scripts);
    }

    /** Not the same for all who wait. */
    private static Duration aWhile() {
        long more = ThreadLocalRandom.current().nextLong(LOADING_MAX.toMillis());
        return LOADING_MAX.plusMillis(more);
    }

    private static Script named(Script script, long number) {
        return script.under("incarnation " + number);
    }

    /**
     * Returns one that may follow: its number is greater, and nobody else's, even of those that
     * have prepared one and died before it began.
     */
    Incarnation next() {
        long counter = (number >>> COUNTER_SHIFT) + 1;
        long chance = Integer.toUnsignedLong(ThreadLocalRandom.current().nextInt());
        return new Incarnation(counter << COUNTER_SHIFT | chance, Duration.ZERO, scripts);
    }

    /** Returns whether somebody else may still be loading its scripts. */
    boolean isAwaited() {
        return System.nanoTime() - awaitedUntilNanos < 0;
    }

    long number() {
        return number;
    }

    /** Returns {@code script} as it is loaded in this incarnation. */
    Script of(Script script) {
        Script known = named.get(script.sha());
        return known != null
                ? known
                : named.computeIfAbsent(script.sha(), _ -> named(script, number));
    }

    /** Returns all that a node has which is whole. */
    List<Script> all() {
        List<Script> all = new ArrayList<>();
        all.add(first);
        scripts.all().forEach(each -> all.add(of(each)));
        all.add(last);
        return all;
    }

    /**
     * Returns whether {@code node} still has what it had when this incarnation began on it. Its
     * first and its last script must be there: with one alone, it was restarted between them.
     */
    boolean isWholeOn(RedisNode node) {
        return !node.ask(redis -> redis.scriptExists(first.sha(), last.sha())).contains(false);
    }

    /** Returns whether {@code node} has {@code script}. */
    boolean isLoaded(RedisNode node, Script script) {
        String sha = of(script).sha();
        return node.ask(redis -> redis.scriptExists(sha)).getFirst();
    }

    /** Loads what is to be there before anything else. */
    void loadFirst(RedisNode node) {
        load(node, List.of(first));
    }

    /** Loads what makes {@code node} whole. */
    void loadLast(RedisNode node) {
        load(node, List.of(last));
    }

    /** Loads all scripts of the game, and {@code wanted}. */
    void loadScripts(RedisNode node, Script wanted) {
        load(node, scripts.all().stream().map(this::of).toList());
        load(node, List.of(of(wanted)));
    }

    /**
     * A script that is run without keys does nothing but be there from then on, and that leaves no
     * trace in a file.
     */
    private static void load(RedisNode node, List<Script> scripts) {
        boolean isLogged = logsLoading(node);
        for (Script script : scripts) {
            if (isLogged) {
                node.ask(redis -> redis.eval(script.text(), ScriptOutputType.MULTI));
            } else {
                node.ask(redis -> redis.scriptLoad(script.text()));
            }
        }
    }

    /**
     * Whether the node would keep loaded scripts in its append-only file. It would then know them
     * after a restart, and nobody would notice what else it has lost. Redis does so before 7.0.
     */
    private static boolean logsLoading(RedisNode node) {
        long version = node.ask(redis -> redis.eval(VERSION, ScriptOutputType.INTEGER));
        return version < LOADING_NOT_LOGGED;
    }
}
