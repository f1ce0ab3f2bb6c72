package com.luckyfunatic.worker;

/** Removes players from Redis who have not played for long and are safely stored. */
final class EvictIdlePlayers implements Job {
    @Override
    public String name() {
        return "evict-idle-players";
    }

    @Override
    public String description() {
        return "Removes players from Redis who have not played for long and are safely stored.";
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
