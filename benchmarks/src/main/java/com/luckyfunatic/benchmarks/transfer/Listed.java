package com.luckyfunatic.benchmarks.transfer;

/**
 * A transfer as the game shows it to its player at the end.
 *
 * @param player whose list it is in, from 0
 * @param transfer its name
 * @param account to which account it goes
 * @param item which item
 * @param count how many
 * @param status how far it has come
 * @param givenBack whether the player has it again
 */
record Listed(
        int player,
        String transfer,
        String account,
        String item,
        int count,
        String status,
        boolean givenBack) {
    boolean isConfirmed() {
        return status.equals("confirmed") && !givenBack;
    }

    boolean isGivenBack() {
        return status.equals("failed") && givenBack;
    }

    /** Whether the platform was asked for it at least once. */
    boolean isSent() {
        return !status.equals("pending");
    }

    boolean isOver() {
        return isConfirmed() || isGivenBack();
    }
}
