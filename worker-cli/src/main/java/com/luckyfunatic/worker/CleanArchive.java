package com.luckyfunatic.worker;

/** Removes archived changes that need not be replayed any more. */
final class CleanArchive implements Job {
    @Override
    public String name() {
        return "clean-archive";
    }

    @Override
    public String description() {
        return "Removes archived changes that need not be replayed any more.";
    }

    @Override
    public boolean isForDistributedOnly() {
        return true;
    }

    @Override
    public long run(OpenGame game, Progress progress) {
        return StorageJobs.run(this, game, progress);
    }
}
