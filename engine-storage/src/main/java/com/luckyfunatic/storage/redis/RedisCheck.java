package com.luckyfunatic.storage.redis;

import com.luckyfunatic.engine.storage.StorageUnavailableException;
import com.luckyfunatic.storage.check.ClockSkew;
import com.luckyfunatic.storage.check.Finding;
import com.luckyfunatic.storage.check.Finding.Weight;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisLoadingException;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Looks for settings of one Redis node under which the promises of the storage do not hold. */
final class RedisCheck {
    private static final String BACKEND = "redis";
    private static final long MICROS_PER_MILLI = 1_000;
    private static final int VERSION_MIN = 602;
    private static final int SCRIPTS_NOT_SENT = 700;

    /** Bytes: the cards of a player who has a hundred, which are his longest field. */
    private static final int COMPACT_VALUE_MIN = 4_096;

    private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)");

    private final String name;
    private final RedisNode node;
    private final boolean usedAsCluster;
    private final InstantSource clock;
    private final List<Finding> findings = new ArrayList<>();

    private RedisCheck(String name, RedisNode node, boolean usedAsCluster, InstantSource clock) {
        this.name = name;
        this.node = node;
        this.usedAsCluster = usedAsCluster;
        this.clock = clock;
    }

    /**
     * Returns what there is to say about a node.
     *
     * @param name how operators know it; empty when it is used as one that is alone
     */
    static List<Finding> findings(String name, RedisNode node, InstantSource clock) {
        RedisCheck check = new RedisCheck(name, node, !name.isEmpty(), clock);
        check.settings();
        check.time();
        return List.copyOf(check.findings);
    }

    private void settings() {
        Optional<Map<String, String>> config =
                unlessDenied("CONFIG", redis -> redis.configGet("*"));
        Optional<Map<String, String>> info =
                unlessDenied("INFO", RedisClusterAsyncCommands::info).map(RedisCheck::lines);
        info.ifPresent(this::version);
        config.ifPresent(this::persistence);
        config.ifPresent(this::memory);
        info.ifPresent(said -> role(said, config));
        info.ifPresent(this::cluster);
    }

    private void version(Map<String, String> info) {
        String version = info.getOrDefault("redis_version", "unknown");
        add(Weight.NOTE, "it is version " + version);
        if (isBefore(info, VERSION_MIN)) {
            add(
                    Weight.UNSAFE,
                    "version is "
                            + version
                            + ": our scripts are only known to work from 6.2 on; use that or a"
                            + " newer one");
        }
    }

    /** Whether the version that it tells is one before {@code number}: 602 is 6.2. */
    private static boolean isBefore(Map<String, String> info, int number) {
        Matcher numbers = VERSION.matcher(info.getOrDefault("redis_version", ""));
        return numbers.lookingAt()
                && Integer.parseInt(numbers.group(1)) * 100 + Integer.parseInt(numbers.group(2))
                        < number;
    }

    private void cluster(Map<String, String> info) {
        boolean isCluster = info.getOrDefault("cluster_enabled", "0").equals("1");
        if (!isCluster) {
            return;
        }
        if (!usedAsCluster) {
            add(
                    Weight.UNSAFE,
                    "cluster-enabled is yes, but it is used as a single Redis: it would refuse the"
                            + " players of other nodes; set redis-cluster to true");
        }
        unlessDenied("CLUSTER", RedisClusterAsyncCommands::clusterInfo)
                .map(RedisCheck::lines)
                .map(said -> said.getOrDefault("cluster_state", "unknown"))
                .filter(state -> !state.equals("ok"))
                .ifPresent(this::incomplete);
    }

    /** Nodes that have just been started meet in a moment: that is worth waiting for. */
    private void incomplete(String state) {
        String text =
                "cluster_state is "
                        + state
                        + ": not every slot has a master that answers; it must be ok";
        if (usedAsCluster) {
            throw new StorageUnavailableException(backend() + ": " + text);
        }
        add(Weight.UNSAFE, text);
    }

    private void persistence(Map<String, String> config) {
        require(
                config,
                "appendonly",
                "yes",
                "a restart would lose everything that is not in MySQL yet");
        require(
                config,
                "maxmemory-policy",
                "noeviction",
                "when memory is full it would drop players who are not stored anywhere else;"
                        + " idle ones are removed by the workers");
        require(
                config,
                "no-appendfsync-on-rewrite",
                "no",
                "while the log is rewritten nothing would be forced to disk");
        String forcing = config.getOrDefault("appendfsync", "unknown");
        if (forcing.equals("no")) {
            add(
                    Weight.UNSAFE,
                    "appendfsync is no: more than two seconds of soft changes could be lost; set"
                            + " it to everysec or always");
        } else {
            add(
                    Weight.NOTE,
                    "appendfsync is "
                            + forcing
                            + (forcing.equals("always")
                                    ? ": nothing that was answered is lost when it dies"
                                    : ": up to two seconds of soft changes are lost when it dies,"
                                            + " never hard ones"));
        }
    }

    /** Redis keeps a hash in one block while each of its values is short. */
    private void memory(Map<String, String> config) {
        String newName = "hash-max-listpack-value";
        String name = config.containsKey(newName) ? newName : "hash-max-ziplist-value";
        String value = config.getOrDefault(name, "unknown");
        if (!value.matches("\\d{1,9}") || Integer.parseInt(value) < COMPACT_VALUE_MIN) {
            add(
                    Weight.DOUBT,
                    name
                            + " is "
                            + value
                            + ": a player takes a third more memory than with "
                            + COMPACT_VALUE_MIN);
        }
    }

    private void role(Map<String, String> info, Optional<Map<String, String>> config) {
        if (!info.getOrDefault("role", "").equals("master")) {
            add(
                    Weight.UNSAFE,
                    "it is a replica and takes no changes; give the address of its master");
        }
        boolean hasReplica = !info.getOrDefault("connected_slaves", "0").equals("0");
        if (hasReplica && isBefore(info, SCRIPTS_NOT_SENT)) {
            add(
                    Weight.UNSAFE,
                    "it has a replica and sends it our scripts, as Redis does before 7.0: one that"
                            + " takes over without the last changes could not be told from one"
                            + " that has them; use 7.0 or newer, or no replica");
        }
        if (hasReplica
                && config.isPresent()
                && config.get().getOrDefault("min-replicas-to-write", "0").equals("0")) {
            add(
                    Weight.UNSAFE,
                    "min-replicas-to-write is 0 although it has a replica: changes would be"
                            + " answered that no replica has, and lost when one takes over; set it"
                            + " to 1");
        }
    }

    private void time() {
        long before = clock.millis();
        unlessDenied("TIME", RedisClusterAsyncCommands::time)
                .flatMap(told ->
                        ClockSkew.judge(
                                backend(),
                                "the one that the game goes by",
                                Long.parseLong(told.getFirst()) * 1_000
                                        + Long.parseLong(told.getLast()) / MICROS_PER_MILLI,
                                before,
                                clock.millis()))
                .ifPresent(findings::add);
    }

    private void require(
            Map<String, String> config, String setting, String wanted, String otherwise) {
        String value = config.getOrDefault(setting, "unknown");
        if (!value.equals(wanted)) {
            add(
                    Weight.UNSAFE,
                    setting + " is " + value + ": " + otherwise + "; set it to " + wanted);
        }
    }

    /** Returns the answer; nothing, and a finding, when this user may not ask. */
    private <T> Optional<T> unlessDenied(
            String command,
            Function<RedisClusterAsyncCommands<String, String>, ? extends Future<T>> question) {
        try {
            return Optional.of(node.ask(question));
        } catch (StorageUnavailableException e) {
            RedisCommandExecutionException refusal = refusal(e);
            if (refusal == null) {
                throw e;
            }
            add(
                    Weight.HIDDEN,
                    command
                            + " is denied, so its settings cannot be checked ("
                            + refusal.getMessage()
                            + "); allow it, or make sure of appendonly yes, maxmemory-policy"
                            + " noeviction, no-appendfsync-on-rewrite no and, with replicas,"
                            + " min-replicas-to-write 1");
            return Optional.empty();
        }
    }

    private static @Nullable RedisCommandExecutionException refusal(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            // Also an execution exception, but it goes away by itself.
            if (cause instanceof RedisLoadingException) {
                return null;
            }
            if (cause instanceof RedisCommandExecutionException refusal) {
                return refusal;
            }
        }
        return null;
    }

    private static Map<String, String> lines(String info) {
        Map<String, String> values = new HashMap<>();
        for (String line : info.split("\r?\n", -1)) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                values.put(line.substring(0, colon), line.substring(colon + 1));
            }
        }
        return values;
    }

    private String backend() {
        return name.isEmpty() ? BACKEND : BACKEND + " " + name;
    }

    private void add(Weight weight, String text) {
        findings.add(new Finding(backend(), weight, text));
    }
}
