package com.luckyfunatic.worker;

/** Pays what one player's play owes another, such as referral rewards. */
final class SettleFollowUps implements Job {
    private static final int AT_ONCE = 100;

    @Override
    public String name() {
        return "settle-follow-ups";
    }

    @Override
    public String description() {
        return "Carries out what one player's play owes another, such as referral rewards.";
    }

    @Override
    public long run(OpenGame game, Progress progress) {
        long settled = 0;
        int batch;
        do {
            // Fewer than asked for is not the end: some of a batch may have to wait.
            batch = game.engine().settleFollowUps(AT_ONCE);
            settled += batch;
            progress.done(settled);
        } while (batch > 0);
        return settled;
    }
}
