package com.luckyfunatic.worker;

/** Brings stored snapshots and the friends' ranking up to date with the journal. */
final class WriteSnapshots implements Job {
    @Override
    public String name() {
        return "write-snapshots";
    }

    @Override
    public String description() {
        return "Brings stored snapshots and the friends' ranking up to date with the journal.";
    }

    @Override
    public long run(OpenGame game, Progress progress) {
        game.storage().writeSnapshots();
        progress.done(1);
        return 1;
    }
}
