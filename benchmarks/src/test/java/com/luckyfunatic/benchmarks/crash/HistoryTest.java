package com.luckyfunatic.benchmarks.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.benchmarks.crash.History.Told;
import com.luckyfunatic.engine.testkit.Seeds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Histories that really could be, and the same with one answer that could not. */
class HistoryTest {
    private static final int LENGTH = 60;

    /** How long an operation takes at most to reach what it asks, and its answer to come back. */
    private static final int WAY = 400;

    /** Things happen so far from each other: several are on their way at the same time. */
    private static final int APART = 100;

    /** A life with overlapping questions by several clients, of which the order is known. */
    static final class Life {
        final RandomGenerator random;
        final List<Told> told = new ArrayList<>();
        final Map<Long, Place> record = new HashMap<>();
        private Place now = new Place(1, 0, 0, 1);
        private long moment;

        Life(long seed) {
            random = Seeds.random(seed);
            record.put(now.sequence(), now);
            for (int i = 0; i < LENGTH; i++) {
                moment += random.nextInt(1, APART);
                boolean change = random.nextBoolean();
                if (change) {
                    long paid = random.nextInt(1, 50);
                    now = new Place(now.sequence() + 1, now.funz() + paid, now.jokers(), 1);
                    record.put(now.sequence(), now);
                }
                told.add(
                        new Told(
                                moment - random.nextInt(WAY),
                                moment + random.nextInt(WAY),
                                now,
                                change));
            }
        }

        /** Asks once more, a while after everything was answered. */
        void askLate(boolean change, Place answered) {
            long late = moment + 2 * WAY;
            told.add(new Told(late, late + 1, answered, change));
        }

        Place last() {
            return now;
        }

        Place before(long steps) {
            return placeAt(now.sequence() - steps);
        }

        Place placeAt(long sequence) {
            return record.getOrDefault(sequence, now);
        }

        long lastAnswer() {
            return told.stream().mapToLong(Told::atNanos).max().orElse(0);
        }

        /** One of the changes, but not the last, which leaves room for a later one. */
        int change() {
            while (true) {
                int index = random.nextInt(told.size());
                if (told.get(index).change()
                        && told.get(index).place().sequence() < now.sequence()) {
                    return index;
                }
            }
        }

        List<String> contradictions() {
            History history = new History();
            told.forEach(history::add);
            return history.contradictions(record::get);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void what_happened_between_questions_and_answers_in_the_order_told_is_no_contradiction(
            long seed) {
        Life life = new Life(seed);
        assertThat(life.contradictions()).isEmpty();

        life.askLate(false, life.last());
        assertThat(life.contradictions()).isEmpty();
    }

    @Test
    void a_late_answer_that_told_of_little_does_not_hide_an_earlier_that_told_of_more() {
        Place before = new Place(1, 0, 0, 1);
        Place after = new Place(2, 50, 0, 1);
        History history = new History();
        history.add(new Told(0, 10, after, true));
        history.add(new Told(1, 20, before, false));
        Map<Long, Place> record = Map.of(1L, before, 2L, after);
        assertThat(history.contradictions(record::get)).isEmpty();

        history.add(new Told(30, 31, before, false));

        assertThat(history.contradictions(record::get)).hasSize(1);
    }

    /** A mistake of a storage or a server, as a client would see it. */
    enum Mistake {
        SHOWS_AN_OLD_STATE_IN_THE_END("asked for after the answer of") {
            @Override
            void make(Life life) {
                life.askLate(false, life.before(life.random.nextInt(1, 9)));
            }
        },
        SHOWS_AN_OLD_STATE_IN_THE_MIDDLE("asked for after the answer of") {
            @Override
            void make(Life life) {
                Told told = life.told.get(life.change());
                long after = told.atNanos() + 1;
                Place old = life.placeAt(told.place().sequence() - 1);
                life.told.add(new Told(after, after + 1, old, false));
            }
        },
        MAKES_A_CHANGE_WITHOUT_A_NEW_SEQUENCE("asked for after the answer of") {
            @Override
            void make(Life life) {
                // Nobody was told of the change itself, only a look has seen it.
                Place last = life.last();
                life.told.removeIf(each -> each.place().equals(last));
                life.askLate(false, last);
                long later = life.lastAnswer() + 1;
                life.told.add(new Told(later, later + 1, last, true));
            }
        },
        GIVES_ONE_SEQUENCE_TO_TWO_CHANGES("another change had led to") {
            @Override
            void make(Life life) {
                life.told.add(life.told.get(life.change()));
            }
        },
        TELLS_A_BALANCE_THAT_NEVER_WAS("where the record has Place") {
            @Override
            void make(Life life) {
                int index = life.random.nextInt(life.told.size());
                Told right = life.told.get(index);
                Place place = right.place();
                long funz = place.funz() + life.random.nextInt(1, 50);
                Place wrong = new Place(place.sequence(), funz, place.jokers(), 1);
                life.told.set(
                        index,
                        new Told(right.sentAtNanos(), right.atNanos(), wrong, right.change()));
            }
        },
        TELLS_JOKERS_THAT_NEVER_WERE("where the record has Place") {
            @Override
            void make(Life life) {
                Place last = life.last();
                life.askLate(
                        false,
                        new Place(last.sequence(), last.funz(), last.jokers() + 1, last.rank()));
            }
        },
        FORGETS_TO_RECORD_A_CHANGE("where the record has null") {
            @Override
            void make(Life life) {
                life.record.remove(life.told.get(life.change()).place().sequence());
            }
        },
        SHOWS_A_STATE_THAT_IS_NOT_KEPT("where the record has null") {
            @Override
            void make(Life life) {
                Place last = life.last();
                life.askLate(false, new Place(last.sequence() + 1, last.funz(), last.jokers(), 1));
            }
        };

        /** What the contradiction is called by. */
        final String words;

        Mistake(String words) {
            this.words = words;
        }

        abstract void make(Life life);
    }

    private static List<Arguments> mistakes() {
        List<Arguments> mistakes = new ArrayList<>();
        for (Mistake mistake : Mistake.values()) {
            for (long seed = 1; seed <= 5; seed++) {
                mistakes.add(Arguments.of(mistake, seed));
            }
        }
        return mistakes;
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void a_mistake_is_found(Mistake mistake, long seed) {
        Life life = new Life(seed);

        mistake.make(life);

        assertThat(life.contradictions()).anyMatch(each -> each.contains(mistake.words));
    }
}
