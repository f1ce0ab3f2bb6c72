package com.luckyfunatic.benchmarks.transfer;

import com.luckyfunatic.benchmarks.transfer.Violation.Kind;
import com.luckyfunatic.engine.testkit.FakePlatform.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Holds what players were told, what the game shows them, what they hold and what has come to the
 * platform against each other, from the outside. Not thread-safe.
 */
final class TransferCheck {
    private final String item;
    private final List<Holder> holders;
    private final List<Asked> asked;
    private final List<Listed> listed;
    private final List<Arrival> arrivals;
    private final List<Violation> found = new ArrayList<>();

    private TransferCheck(
            String item,
            List<Holder> holders,
            List<Asked> asked,
            List<Listed> listed,
            List<Arrival> arrivals) {
        this.item = item;
        this.holders = holders;
        this.asked = asked;
        this.listed = listed;
        this.arrivals = arrivals;
    }

    /**
     * Returns every broken promise.
     *
     * @param item the one that players send
     * @param holders by their number
     * @param asked everything that they asked for
     * @param listed everything that the game shows them
     * @param arrivals everything that came to the platform
     */
    static List<Violation> of(
            String item,
            List<Holder> holders,
            List<Asked> asked,
            List<Listed> listed,
            List<Arrival> arrivals) {
        TransferCheck check = new TransferCheck(item, holders, asked, listed, arrivals);
        Map<String, Listed> rows = check.rows();
        check.answers(rows);
        check.requests();
        check.ends(rows);
        check.platform(rows);
        check.items();
        return List.copyOf(check.found);
    }

    private Map<String, Listed> rows() {
        Map<String, Listed> rows = new LinkedHashMap<>();
        for (Listed each : listed) {
            if (rows.putIfAbsent(each.transfer(), each) != null) {
                add(Kind.DOUBLED, "listed twice: " + each);
            }
        }
        return rows;
    }

    /** What a player was told of is there, once, and is what he asked for. */
    private void answers(Map<String, Listed> rows) {
        Set<String> told = new HashSet<>();
        for (Asked each : asked) {
            if (each.answered() == null) {
                continue;
            }
            Listed row = rows.get(each.answered());
            if (!told.add(each.answered())) {
                add(Kind.LOST, "another request had the same answer: " + each);
            } else if (row == null) {
                add(Kind.LOST, "answered and not listed: " + each);
            } else if (row.player() != each.player() || row.count() != each.count()) {
                add(Kind.CHANGED, "asked for " + each + ", listed as " + row);
            }
            if (each.repeated() != null && !each.repeated().equals(each.answered())) {
                add(Kind.DOUBLED, "a repeat was another transfer: " + each);
            }
        }
    }

    /** Nobody has more transfers than he asked for: those without an answer may be there or not. */
    private void requests() {
        for (int player = 0; player < holders.size(); player++) {
            int number = player;
            long requests = asked.stream().filter(each -> each.player() == number).count();
            long rows = listed.stream().filter(each -> each.player() == number).count();
            if (rows > requests) {
                add(
                        Kind.DOUBLED,
                        "player %d asked %d times and has %d transfers"
                                .formatted(player, requests, rows));
            }
        }
    }

    /** Each is over, as the platform says. */
    private void ends(Map<String, Listed> rows) {
        Map<String, Verdict> verdicts = verdicts();
        for (Listed each : rows.values()) {
            Verdict verdict = verdicts.get(each.transfer());
            if (!each.isOver()) {
                add(Kind.STUCK, "not over: " + each + ", the platform: " + verdict);
            } else if (each.isConfirmed() && verdict != Verdict.ACCEPTED) {
                add(Kind.LOST, "confirmed, and the platform: " + verdict + ", " + each);
            } else if (each.isGivenBack() && verdict == Verdict.ACCEPTED) {
                add(Kind.DOUBLED, "given back, and the platform has it: " + each);
            } else if (each.isGivenBack() && verdict == null) {
                add(Kind.CHANGED, "given back, and the platform has said nothing: " + each);
            }
            if (!each.item().equals(item) || !each.account().equals(account(each.player()))) {
                add(Kind.CHANGED, "another item or account: " + each);
            }
        }
    }

    private Map<String, Verdict> verdicts() {
        Map<String, Verdict> verdicts = new HashMap<>();
        for (Arrival each : arrivals) {
            if (each.verdict() != Verdict.STALE) {
                verdicts.put(each.transfer(), each.verdict());
            }
        }
        return verdicts;
    }

    /** What came there was sent once, and is what the game shows. */
    private void platform(Map<String, Listed> rows) {
        for (Arrival each : arrivals) {
            Listed row = rows.get(each.transfer());
            if (row == null) {
                if (each.verdict() == Verdict.ACCEPTED && !each.again()) {
                    add(Kind.DOUBLED, "the platform has it, and nobody has sent it: " + each);
                }
                continue;
            }
            if (each.again() && !each.copied() && each.verdict() != Verdict.STALE) {
                add(Kind.SENT_BLINDLY, "sent again: " + each);
            }
            if (each.count() != row.count()
                    || !each.item().equals(row.item())
                    || !each.account().equals(row.account())) {
                add(Kind.CHANGED, "came as " + each + ", listed as " + row);
            }
        }
    }

    /** A player has what he had, less what is on the platform or still on its way. */
    private void items() {
        for (int player = 0; player < holders.size(); player++) {
            Holder holder = holders.get(player);
            long wanted = expected(player, holder.before(), listed);
            if (holder.after() > wanted) {
                add(Kind.DOUBLED, "player %d holds too many: %s".formatted(player, holder));
            } else if (holder.after() < wanted) {
                add(Kind.LOST, "player %d holds too few: %s".formatted(player, holder));
            }
        }
    }

    /** Returns what a player must hold who held {@code before}, by what is listed. */
    static long expected(int player, long before, List<Listed> listed) {
        return before
                - listed.stream()
                        .filter(each -> each.player() == player && !each.isGivenBack())
                        .mapToLong(Listed::count)
                        .sum();
    }

    private @Nullable String account(int player) {
        return player >= 0 && player < holders.size() ? holders.get(player).account() : null;
    }

    private void add(Kind kind, String detail) {
        found.add(new Violation(kind, detail));
    }
}
