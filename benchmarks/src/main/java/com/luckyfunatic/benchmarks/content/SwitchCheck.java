package com.luckyfunatic.benchmarks.content;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Compares recorded changes with the releases there were: each names content that was in force
 * around its time, and was paid at its prices. Not thread-safe.
 */
final class SwitchCheck {
    /**
     * How far a change may be before the moment of its content: a command has its time from the
     * moment it came, and its content from the moment it was decided.
     */
    static final long EARLY_MAX_MILLIS = 1_000;

    private static final long NEVER = Long.MAX_VALUE;

    private final List<Release> releases;
    private final int servers;
    private final Map<String, Release> byVersion = new HashMap<>();
    private final Map<Broken, Long> broken = new EnumMap<>(Broken.class);
    private final long[][] firstAt;
    private final long[][] lastAt;
    private long changes;

    /**
     * @param releases all there were, in their order, the first of them being what the servers were
     *     started with
     * @param servers how many there were
     */
    SwitchCheck(List<Release> releases, int servers) {
        this.releases = List.copyOf(releases);
        this.servers = servers;
        releases.forEach(each -> byVersion.put(each.version(), each));
        firstAt = new long[servers][releases.size()];
        lastAt = new long[servers][releases.size()];
        for (int server = 0; server < servers; server++) {
            Arrays.fill(firstAt[server], NEVER);
            Arrays.fill(lastAt[server], -NEVER);
        }
    }

    /**
     * Looks at all changes of a player.
     *
     * @param server who decided them
     * @param history oldest first
     * @param bought how many purchases were answered as made
     */
    void see(int server, List<RecordedChange> history, long bought) {
        RecordedChange before = null;
        Release older = null;
        for (RecordedChange each : history) {
            changes++;
            if (each.sequence() != (before == null ? 1 : before.sequence() + 1)) {
                count(Broken.GAP);
            }
            before = each;
            Release release = byVersion.get(each.version());
            if (release == null) {
                count(Broken.UNKNOWN_CONTENT);
                continue;
            }
            check(each, release, older);
            note(server, each, release);
            older = release;
        }
        if (history.stream().filter(RecordedChange::isPurchase).count() != bought) {
            count(Broken.OTHER_PURCHASES);
        }
    }

    private void check(RecordedChange change, Release release, @Nullable Release older) {
        if (change.atMillis() < release.activeFromMillis() - EARLY_MAX_MILLIS
                && release.number() > 0) {
            count(Broken.TOO_EARLY);
        }
        if (change.atMillis() > replacedAt(release) + SwitchResult.SWITCH_MAX_MILLIS) {
            count(Broken.TOO_LATE);
        }
        if (older != null && release.number() < older.number()) {
            count(Broken.BACKWARDS);
        }
        if (change.isPurchase() && change.price() != release.price()) {
            count(Broken.OTHER_PRICE);
        }
    }

    private long replacedAt(Release release) {
        return release.number() + 1 < releases.size()
                ? releases.get(release.number() + 1).activeFromMillis()
                : NEVER - SwitchResult.SWITCH_MAX_MILLIS;
    }

    private void note(int server, RecordedChange change, Release release) {
        int number = release.number();
        firstAt[server][number] = Math.min(firstAt[server][number], change.atMillis());
        lastAt[server][number] = Math.max(lastAt[server][number], change.atMillis());
    }

    private void count(Broken kind) {
        broken.merge(kind, 1L, Long::sum);
    }

    /** How many changes were seen. */
    long changes() {
        return changes;
    }

    /** Returns when each server has followed each release; what it has not is broken. */
    List<SwitchResult.Switch> switches() {
        List<SwitchResult.Switch> switches = new ArrayList<>();
        for (Release release : releases.subList(1, releases.size())) {
            for (int server = 0; server < servers; server++) {
                switches.add(switchTo(release, server));
            }
        }
        return switches;
    }

    private SwitchResult.Switch switchTo(Release release, int server) {
        long first = NEVER;
        long last = -NEVER;
        for (int number = 0; number < releases.size(); number++) {
            if (number < release.number()) {
                last = Math.max(last, lastAt[server][number]);
            } else {
                first = Math.min(first, firstAt[server][number]);
            }
        }
        long moment = release.activeFromMillis();
        return new SwitchResult.Switch(
                release.number(),
                server,
                first == NEVER ? -1 : Math.max(0, first - moment),
                last == -NEVER ? 0 : Math.max(0, last - moment));
    }

    /** Returns everything that is wrong, and how often. */
    Map<String, Long> broken() {
        Map<Broken, Long> all = new EnumMap<>(broken);
        long never = switches().stream().filter(each -> each.firstMillis() < 0).count();
        if (never > 0) {
            all.put(Broken.NEVER_SWITCHED, never);
        }
        Map<String, Long> words = new TreeMap<>();
        all.forEach((kind, times) -> words.put(kind.words(), times));
        return words;
    }
}
