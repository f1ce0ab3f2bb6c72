package com.luckyfunatic.benchmarks.crash;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A player, and everything they were ever answered. Used by one client at a time; not thread-safe.
 */
final class CrashPlayer {
    /** An intent with the first answer to it. */
    record Answered(Intent intent, Outcome outcome) {}

    private final long telegramId;
    private final String authorization;
    private long taps;
    private Place place;
    private final List<ChainCheck.Link> links = new ArrayList<>();
    private final List<Answered> named = new ArrayList<>();
    private int namedChecked;
    private @Nullable Answered lastTap;
    private @Nullable Intent unknown;

    /**
     * @param place where the player stands
     */
    CrashPlayer(long telegramId, String authorization, Place place) {
        this.telegramId = telegramId;
        this.authorization = authorization;
        this.place = place;
    }

    long telegramId() {
        return telegramId;
    }

    String authorization() {
        return authorization;
    }

    /** The number for the next tap. */
    long nextTap() {
        return taps++;
    }

    /** Takes note of the first answer to an intent, which is no longer unknown then. */
    void answered(Intent intent, Outcome outcome) {
        unknown = null;
        Answered answered = new Answered(intent, outcome);
        if (intent.key() == null) {
            lastTap = answered;
        } else {
            named.add(answered);
        }
        if (outcome.step() != null) {
            links.add(new ChainCheck.Link(intent.id(), outcome.step()));
        }
    }

    /** Takes note that no answer came: the next thing to do is to send it again. */
    void unanswered(Intent intent) {
        unknown = intent;
    }

    /** The intent whose outcome is unknown, if there is one. */
    @Nullable Intent unknown() {
        return unknown;
    }

    /** The last tap that was answered; its repeat must give the same. */
    @Nullable Answered lastTap() {
        return lastTap;
    }

    /** All answered operations with a key; each repeat must give the same, for ever. */
    List<Answered> named() {
        return named;
    }

    /** Those among them that came since the last quiet moment. */
    List<Answered> namedSinceQuiet() {
        return named.subList(namedChecked, named.size());
    }

    /** One of those, or the last tap; null when there is none. */
    @Nullable Answered somethingToRepeat(RandomGenerator random) {
        List<Answered> recent = namedSinceQuiet();
        return recent.isEmpty() || random.nextBoolean()
                ? lastTap
                : recent.get(random.nextInt(recent.size()));
    }

    /** Where the player stood at the last quiet moment. */
    Place place() {
        return place;
    }

    /** The changes answered since then. */
    List<ChainCheck.Link> links() {
        return links;
    }

    /** Begins anew from a quiet moment. */
    void quiet(Place now) {
        place = now;
        links.clear();
        namedChecked = named.size();
    }
}
