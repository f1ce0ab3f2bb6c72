package com.luckyfunatic.worker;

/** Takes changes from the journals into the archive and the audit. */
final class DrainJournals implements Job {
    @Override
    public String name() {
        return "drain-journals";
    }

    @Override
    public String description() {
        return "Takes changes from the journals into the archive and the audit.";
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
