package com.luckyfunatic.operations.adjust;

import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.item.ItemCommand.AdjustItem;
import com.luckyfunatic.engine.item.ItemId;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.wallet.WalletCommand.AdjustBalance;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Understands rows one after the other, and notes what is wrong with each. Not thread-safe. */
final class AdjustmentRows {
    static final List<String> COLUMNS =
            List.of(
                    "operation_id",
                    "player_id",
                    "currency_or_item",
                    "amount",
                    "reason_code",
                    "reason");

    private static final int REASON_LENGTH_MAX = 150;
    private static final Pattern NAME =
            Pattern.compile(
                    "[A-Za-z0-9][A-Za-z0-9_.:-]{0," + (Adjustment.NAME_LENGTH_MAX - 1) + "}");
    private static final Pattern CODE = Pattern.compile("[a-z][a-z_]{0,29}");
    private static final Pattern AMOUNT = Pattern.compile("-?[1-9][0-9]{0,15}");

    private final RowProblems problems;
    private final List<Adjustment> rows = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final Map<String, Long> sums = new HashMap<>();

    AdjustmentRows(RowProblems problems) {
        this.problems = problems;
    }

    /** Returns the rows that were understood. */
    List<Adjustment> rows() {
        return List.copyOf(rows);
    }

    /** Understands the header. */
    void header(String[] cells) {
        if (!List.of(cells).equals(COLUMNS)) {
            problems.add(1, "", "the columns must be " + String.join(",", COLUMNS));
        }
    }

    /** Understands a row. */
    void add(int row, String[] cells) {
        if (cells.length != COLUMNS.size()) {
            problems.add(row, "", "has " + cells.length + " cells, must have " + COLUMNS.size());
            return;
        }
        for (int i = 0; i < cells.length; i++) {
            // An amount may begin with a minus; no number is what begins so otherwise.
            if (!COLUMNS.get(i).equals("amount") && isFormula(cells[i])) {
                problems.add(row, COLUMNS.get(i), "must not begin as a formula does (= + - @)");
                return;
            }
        }
        String name = name(row, cells[0]);
        PlayerId player = player(row, cells[1]);
        String reason = reason(row, cells[4], cells[5]);
        Command command = reason == null ? null : command(row, cells[2], cells[3], reason);
        if (name != null && player != null && command != null && isSumRight(row, cells)) {
            rows.add(new Adjustment(row, name, player, command));
        }
    }

    private static boolean isFormula(String cell) {
        return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0;
    }

    private @Nullable String name(int row, String cell) {
        if (!NAME.matcher(cell).matches()) {
            problems.add(
                    row,
                    "operation_id",
                    "must have 1 to "
                            + Adjustment.NAME_LENGTH_MAX
                            + " of A-Z, a-z, 0-9 and _ . : -, the first a letter or digit");
            return null;
        }
        if (!names.add(cell)) {
            problems.add(row, "operation_id", "is another row's too: " + cell);
            return null;
        }
        return cell;
    }

    private @Nullable PlayerId player(int row, String cell) {
        try {
            return PlayerId.parse(cell);
        } catch (IllegalArgumentException e) {
            problems.add(row, "player_id", "must be a player's id");
            return null;
        }
    }

    private @Nullable String reason(int row, String code, String text) {
        if (!CODE.matcher(code).matches()) {
            problems.add(row, "reason_code", "must be a word of a-z and _, at most 30");
            return null;
        }
        if (text.isBlank()
                || text.length() > REASON_LENGTH_MAX
                || text.chars().anyMatch(Character::isISOControl)) {
            problems.add(
                    row,
                    "reason",
                    "must have 1 to "
                            + REASON_LENGTH_MAX
                            + " characters, none of them a control character");
            return null;
        }
        return code + ": " + text;
    }

    private @Nullable Command command(int row, String what, String amount, String reason) {
        Currency currency =
                switch (what) {
                    case "funz" -> Currency.FUNZ;
                    case "jokers" -> Currency.JOKERS;
                    default -> null;
                };
        Long number = amount(row, amount, currency == null ? Integer.MAX_VALUE : Amounts.MAX);
        if (number == null) {
            return null;
        }
        if (currency != null) {
            return new AdjustBalance(currency, number, reason);
        }
        try {
            return new AdjustItem(new ItemId(what), Math.toIntExact(number), reason);
        } catch (IllegalArgumentException e) {
            problems.add(row, "currency_or_item", "must be funz, jokers or an item");
            return null;
        }
    }

    private @Nullable Long amount(int row, String cell, long max) {
        long number = AMOUNT.matcher(cell).matches() ? Long.parseLong(cell) : 0;
        if (number == 0 || Math.abs(number) > max) {
            problems.add(
                    row, "amount", "must be a whole number from 1 to " + max + ", or below zero");
            return null;
        }
        return number;
    }

    /** All rows of a player together must not be more than anybody can have. */
    private boolean isSumRight(int row, String[] cells) {
        long sum =
                sums.merge(
                        cells[1] + " " + cells[2],
                        Math.abs(Long.parseLong(cells[3])),
                        (before, more) -> Math.min(Long.MAX_VALUE / 2, before) + more);
        if (sum > Amounts.MAX) {
            problems.add(row, "amount", "is too much together with the player's other rows");
            return false;
        }
        return true;
    }
}
