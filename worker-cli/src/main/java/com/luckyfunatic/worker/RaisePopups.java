package com.luckyfunatic.worker;

/** Lets every player who has an unread popup be shown one. */
final class RaisePopups implements Job {
    @Override
    public String name() {
        return "raise-popups";
    }

    @Override
    public String description() {
        return "Lets every player with an unread popup be shown one, unless that was less than"
                + " three hours ago.";
    }

    @Override
    public long run(OpenGame game, Progress progress) {
        long begun = game.engine().beginPopupWave() ? 1 : 0;
        progress.done(begun);
        return begun;
    }
}
