package com.luckyfunatic.benchmarks.crash;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A player, and everything they were ever answered. Used by one client at a time; not thread-safe.
 */
final class CrashPlayer {
    /**
     * An intent with the first answer to it.
     *
     * @param sentAtNanos when it was sent, as {@link System#nanoTime}
     * @param atNanos when it was answered
     */
    record Answered(Intent intent, Outcome outcome, long sentAtNanos, long atNanos) {
        /** Whether it was answered for good: it costs or pays something besides taps. */
        boolean isHard() {
            Outcome.Step step = outcome.step();
            return step != null
                    && switch (intent.kind()) {
                        case TAP -> false;
                        case CARD, STORY -> true;
                        // A free one is soft.
                        case BOOSTER -> step.price() > 0;
                    };
        }
    }

    private final long telegramId;
    private final String id;
    private final String authorization;
    private long taps;
    private Place place;
    private final List<Answered> changes = new ArrayList<>();
    private final List<Answered> named = new ArrayList<>();
    private final List<Answered> forgotten = new ArrayList<>();
    private final History history = new History();
    private int namedChecked;
    private @Nullable Answered lastTap;
    private @Nullable Intent unknownTap;
    private final Deque<Intent> unknownNamed = new ArrayDeque<>();
    private volatile long touchedAtNanos = System.nanoTime();

    /**
     * @param login who it is
     * @param place where the player stands
     */
    CrashPlayer(long telegramId, Wire.Login login, Place place) {
        this.telegramId = telegramId;
        id = login.player();
        authorization = login.authorization();
        this.place = place;
    }

    long telegramId() {
        return telegramId;
    }

    /** The game's own name for the player. */
    String id() {
        return id;
    }

    String authorization() {
        return authorization;
    }

    /** The number for the next tap. */
    long nextTap() {
        return taps++;
    }

    /** Takes note of the first answer to an intent, which is no longer unknown then. */
    void answered(Intent intent, Outcome outcome, long sentAtNanos) {
        Answered answered = new Answered(intent, outcome, sentAtNanos, System.nanoTime());
        if (intent.key() == null) {
            unknownTap = null;
            lastTap = answered;
        } else {
            unknownNamed.remove(intent);
            named.add(answered);
        }
        add(answered);
    }

    /**
     * Takes note of two answers to one intent that was sent twice at once, one of which a blow has
     * cost. Nobody can tell which, so it is not repeated any more.
     */
    void answeredTwice(Intent intent, Outcome one, Outcome other, long sentAtNanos) {
        if (intent.key() == null) {
            unknownTap = null;
            lastTap = null;
        }
        add(new Answered(intent, one, sentAtNanos, System.nanoTime()));
        add(new Answered(intent, other, sentAtNanos, System.nanoTime()));
    }

    /** Takes note that a repeat was carried out anew, so that its answer is the one that counts. */
    void answeredAnew(Answered first, Outcome outcome, long sentAtNanos) {
        Answered anew = new Answered(first.intent(), outcome, sentAtNanos, System.nanoTime());
        if (first.equals(lastTap)) {
            lastTap = anew;
        }
        named.replaceAll(each -> each.equals(first) ? anew : each);
        add(anew);
    }

    private void add(Answered answered) {
        Outcome.Step step = answered.outcome().step();
        if (step == null) {
            return;
        }
        changes.add(answered);
        boolean repeated = answered.outcome().repeated();
        // The answer to a repeat tells where the player stood then, except that of a tap.
        if (!repeated || answered.intent().key() == null) {
            history.add(
                    new History.Told(
                            answered.sentAtNanos(), answered.atNanos(), step.after(), !repeated));
        }
    }

    /**
     * Takes note of where an answer has found the player.
     *
     * @param change whether it says that it has changed something itself
     */
    void seen(Place place, long sentAtNanos, boolean change) {
        history.add(new History.Told(sentAtNanos, System.nanoTime(), place, change));
    }

    /** What was told since the last quiet moment, by changes and by looks. */
    History history() {
        return history;
    }

    /** Takes note that the repeat of a change was taken for a new operation. */
    void forgot(Answered first) {
        forgotten.add(first);
    }

    /**
     * The changes since the last quiet moment, or before it, of which that is true: they must be
     * lost themselves.
     */
    List<Answered> forgotten() {
        return forgotten;
    }

    /** Takes note that no answer came. */
    void unanswered(Intent intent) {
        if (intent.key() == null) {
            unknownTap = intent;
        } else if (!unknownNamed.contains(intent)) {
            unknownNamed.add(intent);
        }
    }

    /**
     * The tap whose outcome is unknown, if there is one. It has to be sent again before anything
     * else, because the answer to its repeat tells where the player stands then.
     */
    @Nullable Intent unknownTap() {
        return unknownTap;
    }

    /** The operations with a key whose outcome is unknown, oldest first. */
    List<Intent> unknownNamed() {
        return List.copyOf(unknownNamed);
    }

    /** The oldest of them; null when there is none. */
    @Nullable Intent oldestUnknownNamed() {
        return unknownNamed.peek();
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
    List<Answered> changes() {
        return changes;
    }

    /** Takes note that the game has answered now; returns when it had before. */
    long touched() {
        long before = touchedAtNanos;
        touchedAtNanos = System.nanoTime();
        return before;
    }

    /** Begins anew from a quiet moment. */
    void quiet(Place now) {
        place = now;
        changes.clear();
        forgotten.clear();
        history.clear();
        namedChecked = named.size();
    }
}
