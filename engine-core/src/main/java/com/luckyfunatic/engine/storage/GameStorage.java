package com.luckyfunatic.engine.storage;

import com.luckyfunatic.engine.account.Admissions;
import com.luckyfunatic.engine.id.IdSource;
import com.luckyfunatic.engine.id.SnowflakeIds;
import java.time.InstantSource;
import java.util.List;

/**
 * Everything the engine stores, behind its ports. Close it when the game is over; answers given
 * before stay kept.
 */
public interface GameStorage extends AutoCloseable {
    /** The players' states. */
    PlayerStore players();

    /** Who the players are. */
    PlayerDirectory directory();

    /** Follow-ups that wait. */
    FollowUpQueue followUps();

    /** Running leaderboards. */
    Leaderboards leaderboards();

    /** Supplies that are counted for all players together. */
    StockLedger stock();

    /** Runs of minigames. */
    MinigameRuns minigameRuns();

    /** Raffles, their tickets and their winners. */
    Raffles raffles();

    /** Stretches of play that are going on. */
    ActiveSessions activeSessions();

    /** Stretches of play that were flushed. */
    SessionHistory sessionHistory();

    /** Bans, and logins that were ended. */
    Admissions admissions();

    /** Whom marketing campaigns brought. */
    Campaigns campaigns();

    /** Releases of the content. */
    CatalogReleases catalogReleases();

    /** The people who run the game. */
    Operators operators();

    /** What operators asked for. */
    OperatorActions operatorActions();

    /** What is recorded for good, with the seals on it. */
    AuditStore audit();

    /** What operators are about to do. */
    SupportPlans supportPlans();

    /** Which plans of operators ask for the Stars of payments. */
    StarsRefunds starsRefunds();

    /** Players' accounts on the platform. */
    PlatformAccounts platformAccounts();

    /** Players' transfers to the platform. */
    TransferOutbox transferOutbox();

    /** Tournaments and who has entered them. */
    Tournaments tournaments();

    /** When popups come. */
    PopupWaves popupWaves();

    /** Final standings of tournaments, and what was paid for them. */
    PrizeRuns prizeRuns();

    /** Returns the greatest id that was ever stored, 0 for none; new ids must pass it. */
    long greatestId();

    /**
     * The clock that everything in the storage is timed by: this machine's where one process has
     * the storage, and one for all where processes share it.
     */
    InstantSource clock();

    /**
     * Returns where new ids come from. A storage that several processes use at once hands out
     * worker numbers itself, and asks neither for {@code worker} nor for {@code clock}.
     *
     * @param worker the number of this process, 0 to {@link SnowflakeIds#WORKER_MAX}
     * @param clock the time of this process
     */
    default IdSource ids(int worker, InstantSource clock) {
        return new SnowflakeIds(worker, clock, greatestId());
    }

    /** What it is made of that can be away by itself; a storage of one piece is one part. */
    default List<StoragePart> parts() {
        return List.of(new StoragePart("storage", true, this::checkAvailable));
    }

    /**
     * Finds out, within about a second, whether the storage can serve; one that always can does
     * nothing.
     *
     * @throws StorageUnavailableException when it cannot
     */
    default void checkAvailable() {}

    /** Closes it; later calls throw {@link StorageUnavailableException}. Again is no error. */
    @Override
    void close();
}
