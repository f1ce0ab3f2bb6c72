package com.luckyfunatic.worker;

/** Removes answers that need not be repeated any more. */
final class CleanOperations implements Job {
    @Override
    public String name() {
        return "clean-operations";
    }

    @Override
    public String description() {
        return "Removes answers that need not be repeated any more.";
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
