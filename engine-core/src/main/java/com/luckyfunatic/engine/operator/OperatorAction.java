package com.luckyfunatic.engine.operator;

import com.luckyfunatic.engine.player.PlayerId;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something that an operator asked for: one entry of what is recorded of them.
 *
 * @param id unique among all, in the order of time as far as clocks agree
 * @param operator who asked for it
 * @param atMillis when, epoch milliseconds
 * @param action what, a word of a-z and {@code _} of at most {@value #WORD_LENGTH_MAX} characters
 * @param player whom it is about; null for nobody in particular
 * @param reference the name of the plan or the operation; null for none
 * @param outcome how it ended
 * @param detail what else is to be known, at most {@value #DETAIL_LENGTH_MAX} characters; names no
 *     person but by the player's id
 */
public record OperatorAction(
        long id,
        OperatorName operator,
        long atMillis,
        String action,
        @Nullable PlayerId player,
        @Nullable String reference,
        ActionOutcome outcome,
        String detail) {
    /** The word for carrying out a plan; the reference is the id of the plan. */
    public static final String EXECUTE_PLAN = "execute_plan";

    /** The word for publishing content. */
    public static final String PUBLISH_RELEASE = "publish_release";

    /** The word for bringing earlier content back. */
    public static final String RESTORE_RELEASE = "restore_release";

    /** The word for calling a planned release off; the reference is its number. */
    public static final String CANCEL_RELEASE = "cancel_release";

    /** The word for adding an operator; the reference is the name. */
    public static final String ADD_OPERATOR = "add_operator";

    /** The word for giving an operator other roles; the reference is the name. */
    public static final String SET_ROLES = "set_roles";

    /** The word for giving an operator another credential; the reference is the name. */
    public static final String RENEW_CREDENTIAL = "renew_credential";

    /** The word for refusing an operator from now on; the reference is the name. */
    public static final String DISABLE_OPERATOR = "disable_operator";

    /** The word for letting an operator sign in again; the reference is the name. */
    public static final String ENABLE_OPERATOR = "enable_operator";

    /** The most characters of a word. */
    public static final int WORD_LENGTH_MAX = 40;

    /** The most characters of a reference. */
    public static final int REFERENCE_LENGTH_MAX = 100;

    /** The most characters of a detail. */
    public static final int DETAIL_LENGTH_MAX = 2_000;

    private static final Pattern WORD = Pattern.compile("[a-z][a-z_]{0,39}");

    /** Checks the ranges. */
    public OperatorAction {
        require(id > 0, "id");
        require(atMillis >= 0, "time");
        require(WORD.matcher(action).matches(), "word");
        require(reference == null || reference.length() <= REFERENCE_LENGTH_MAX, "reference");
        require(detail.length() <= DETAIL_LENGTH_MAX, "detail");
    }

    /** Returns {@code text} as a detail: as much of it as one may have. */
    public static String detailOf(String text) {
        return text.substring(0, Math.min(text.length(), DETAIL_LENGTH_MAX));
    }

    private static void require(boolean isRight, String name) {
        if (!isRight) {
            throw new IllegalArgumentException("an action's " + name + " is out of range");
        }
    }
}
