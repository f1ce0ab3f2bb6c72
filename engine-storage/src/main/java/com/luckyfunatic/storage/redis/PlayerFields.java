package com.luckyfunatic.storage.redis;

import com.luckyfunatic.engine.booster.BoosterState;
import com.luckyfunatic.engine.energy.EnergyState;
import com.luckyfunatic.engine.frenzy.FrenzyState;
import com.luckyfunatic.engine.income.IncomeState;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.quest.QuestState;
import com.luckyfunatic.engine.storage.StorageCorruptException;
import com.luckyfunatic.engine.tap.TapSession;
import com.luckyfunatic.engine.tap.TapState;
import com.luckyfunatic.engine.wallet.Wallet;
import com.luckyfunatic.storage.codec.CompactCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * A player's state as the fields of a Redis hash. Few fields, because each costs about 70 bytes:
 *
 * <ul>
 *   <li>{@code v} the {@link PlayerVersion}
 *   <li>{@code n} the numbers that scripts compute with, decimal, at the places of {@link Hot}
 *   <li>{@code t} the last tap of each session: {@code session:number:accepted:paid}, by spaces
 *   <li>{@code b} boosters, see {@link BoosterText}
 *   <li>{@code q} quests, see {@link QuestText}; without it there are none, and there may be none
 *       in it after a reset
 *   <li>{@code d} what hot scripts need of the content, see {@link
 *       com.luckyfunatic.storage.redis.hot.EffectiveField}; no part of the state
 *   <li>{@code j} the name of the player's last entry in the journal; scripts write it, and it is
 *       no part of the state
 *   <li>{@code r} everything else, compact JSON; what the other fields hold is blank in it
 *   <li>{@code f} the version of this form
 * </ul>
 *
 * Thread-safe.
 */
final class PlayerFields {
    static final String VERSION = "v";
    static final String HOT = "n";
    static final String TAP_SESSIONS = "t";
    static final String BOOSTERS = "b";
    static final String QUESTS = "q";
    static final String REST = "r";
    static final String FORM = "f";
    static final String EFFECTIVE = "d";
    static final String LAST_ENTRY = "j";

    private static final String FORM_VERSION = "2";

    /** Boosters were compact JSON; a player keeps it until his boosters change. */
    private static final String FORM_BEFORE = "1";

    private final CompactCodec<PlayerState> rest = CompactCodec.ofStates();
    private final CompactCodec<BoosterState> boostersBefore =
            new CompactCodec<>(BoosterState.class);

    /** Places in {@link #HOT}; scripts know them too. */
    private static final class Hot {
        static final int CHANGED_AT = 0;
        static final int FUNZ = 1;
        static final int JOKERS = 2;
        static final int FUNZ_EARNED = 3;
        static final int TAPS = 4;
        static final int TOKENS = 5;
        static final int TOKENS_AT = 6;
        static final int ENERGY = 7;
        static final int ENERGY_AT = 8;
        static final int INCOME_COLLECTED_AT = 9;
        static final int INCOME_SETTLED_AT = 10;
        static final int INCOME_ACCRUED = 11;
        static final int INCOME_DUE = 12;
        static final int FRENZY_METER = 13;
        static final int FRENZY_UNTIL = 14;
        static final int FRENZY_MULTIPLIER = 15;
        static final int FRENZY_READY_AT = 16;

        /** They came last: in a player who was stored before, they are in {@link #REST}. */
        static final int INCOME_PARTS = 17;

        static final int COUNT = 18;
        static final int COUNT_BEFORE = 17;
    }

    /**
     * Returns field, value … of {@code state}, without the version.
     *
     * @param before the state that is stored; fields that have not changed are left out. Null for
     *     none
     */
    List<String> write(PlayerState state, @Nullable PlayerState before) {
        List<String> fields = new ArrayList<>(12);
        fields.add(HOT);
        fields.add(hot(state));
        if (before == null || !before.tap().sessions().equals(state.tap().sessions())) {
            fields.add(TAP_SESSIONS);
            fields.add(sessions(state.tap().sessions()));
        }
        if (before == null || !before.boosters().equals(state.boosters())) {
            fields.add(FORM);
            fields.add(FORM_VERSION);
            fields.add(BOOSTERS);
            fields.add(BoosterText.write(state.boosters()));
        }
        QuestState questsBefore = before == null ? QuestState.NONE : before.quests();
        if (!questsBefore.equals(state.quests())) {
            fields.add(QUESTS);
            fields.add(QuestText.write(state.quests()));
        }
        PlayerState blank = blank(state);
        if (before == null || !blank(before).equals(blank)) {
            fields.add(REST);
            fields.add(rest.write(blank));
        }
        return fields;
    }

    private static String hot(PlayerState state) {
        return new StringJoiner(" ")
                .add(Long.toString(state.changedAtMillis()))
                .add(Long.toString(state.wallet().funz()))
                .add(Long.toString(state.wallet().jokers()))
                .add(Long.toString(state.wallet().funzEarned()))
                .add(Long.toString(state.tap().taps()))
                .add(Long.toString(state.tap().tokens()))
                .add(Long.toString(state.tap().tokensAtMillis()))
                .add(Long.toString(state.energy().micros()))
                .add(Long.toString(state.energy().atMillis()))
                .add(Long.toString(state.income().collectedAtMillis()))
                .add(Long.toString(state.income().settledAtMillis()))
                .add(Long.toString(state.income().accrued()))
                .add(state.income().collectOnNextCommand() ? "1" : "0")
                .add(Integer.toString(state.frenzy().meter()))
                .add(Long.toString(state.frenzy().untilMillis()))
                .add(Long.toString(state.frenzy().multiplierBps()))
                .add(Long.toString(state.frenzy().readyAtMillis()))
                .add(Integer.toString(state.income().parts()))
                .toString();
    }

    private static String sessions(List<TapSession> sessions) {
        StringJoiner text = new StringJoiner(" ");
        for (TapSession each : sessions) {
            text.add(
                    each.session()
                            + ":"
                            + each.sequence()
                            + ":"
                            + each.accepted()
                            + ":"
                            + each.paid());
        }
        return text.toString();
    }

    /** Returns {@code state} without what has fields of its own. */
    private static PlayerState blank(PlayerState state) {
        return state.change()
                .version(0, 0)
                .wallet(new Wallet(0, 0, 0))
                .tap(new TapState(0, 0, 0, List.of()))
                .energy(new EnergyState(0, 0))
                .income(IncomeState.startingAt(0))
                .boosters(BoosterState.NONE)
                .frenzy(FrenzyState.EMPTY)
                .quests(QuestState.NONE)
                .done();
    }

    /**
     * Returns the state that {@code fields} hold.
     *
     * @throws StorageCorruptException when they cannot be understood
     */
    PlayerState read(Map<String, String> fields) {
        String form = required(fields, FORM);
        if (!form.equals(FORM_VERSION) && !form.equals(FORM_BEFORE)) {
            throw new StorageCorruptException("a player is stored in the unknown form " + form);
        }
        try {
            long sequence = PlayerVersion.parse(required(fields, VERSION)).sequence();
            long[] hot = numbers(required(fields, HOT));
            PlayerState blank = rest.read(required(fields, REST));
            return blank.change()
                    .version(sequence, hot[Hot.CHANGED_AT])
                    .wallet(new Wallet(hot[Hot.FUNZ], hot[Hot.JOKERS], hot[Hot.FUNZ_EARNED]))
                    .tap(
                            new TapState(
                                    hot[Hot.TAPS],
                                    hot[Hot.TOKENS],
                                    hot[Hot.TOKENS_AT],
                                    sessions(required(fields, TAP_SESSIONS))))
                    .energy(new EnergyState(hot[Hot.ENERGY], hot[Hot.ENERGY_AT]))
                    .income(
                            new IncomeState(
                                    hot[Hot.INCOME_COLLECTED_AT],
                                    hot[Hot.INCOME_SETTLED_AT],
                                    hot[Hot.INCOME_ACCRUED],
                                    hot[Hot.INCOME_DUE] == 1,
                                    incomeParts(hot, blank)))
                    .boosters(boosters(form, required(fields, BOOSTERS)))
                    .quests(quests(fields.get(QUESTS)))
                    .frenzy(
                            new FrenzyState(
                                    Math.toIntExact(hot[Hot.FRENZY_METER]),
                                    hot[Hot.FRENZY_UNTIL],
                                    hot[Hot.FRENZY_MULTIPLIER],
                                    hot[Hot.FRENZY_READY_AT]))
                    .done();
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new StorageCorruptException("a player's fields cannot be understood", e);
        }
    }

    private static int incomeParts(long[] hot, PlayerState rest) {
        return hot.length == Hot.COUNT_BEFORE
                ? rest.income().parts()
                : Math.toIntExact(hot[Hot.INCOME_PARTS]);
    }

    private BoosterState boosters(String form, String text) {
        return form.equals(FORM_BEFORE) ? boostersBefore.read(text) : BoosterText.read(text);
    }

    private static QuestState quests(@Nullable String text) {
        return text == null ? QuestState.NONE : QuestText.read(text);
    }

    private static String required(Map<String, String> fields, String name) {
        String value = fields.get(name);
        if (value == null) {
            throw new StorageCorruptException("a player has no field " + name);
        }
        return value;
    }

    private static long[] numbers(String text) {
        String[] parts = text.split(" ", -1);
        if (parts.length != Hot.COUNT && parts.length != Hot.COUNT_BEFORE) {
            throw new StorageCorruptException("a player has " + parts.length + " numbers");
        }
        long[] numbers = new long[parts.length];
        for (int i = 0; i < parts.length; i++) {
            numbers[i] = Long.parseLong(parts[i]);
        }
        return numbers;
    }

    private static List<TapSession> sessions(String text) {
        if (text.isEmpty()) {
            return List.of();
        }
        List<TapSession> sessions = new ArrayList<>();
        for (String each : text.split(" ", -1)) {
            String[] parts = each.split(":", -1);
            if (parts.length != 4) {
                throw new StorageCorruptException("not a tap session: '" + each + "'");
            }
            sessions.add(
                    new TapSession(
                            Long.parseLong(parts[0]),
                            Long.parseLong(parts[1]),
                            Integer.parseInt(parts[2]),
                            Long.parseLong(parts[3])));
        }
        return sessions;
    }
}
