package com.luckyfunatic.storage.distributed;

import com.luckyfunatic.engine.FollowUp;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.account.Admissions;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.ActiveSessions;
import com.luckyfunatic.engine.storage.AuditStore;
import com.luckyfunatic.engine.storage.Campaigns;
import com.luckyfunatic.engine.storage.CatalogReleases;
import com.luckyfunatic.engine.storage.FollowUpQueue;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.storage.Leaderboards;
import com.luckyfunatic.engine.storage.MinigameRuns;
import com.luckyfunatic.engine.storage.OperatorActions;
import com.luckyfunatic.engine.storage.Operators;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.PendingFollowUp;
import com.luckyfunatic.engine.storage.PlatformAccounts;
import com.luckyfunatic.engine.storage.PlayerDirectory;
import com.luckyfunatic.engine.storage.PlayerStore;
import com.luckyfunatic.engine.storage.PopupWaves;
import com.luckyfunatic.engine.storage.PrizeRuns;
import com.luckyfunatic.engine.storage.Raffles;
import com.luckyfunatic.engine.storage.SessionHistory;
import com.luckyfunatic.engine.storage.StarsRefunds;
import com.luckyfunatic.engine.storage.StockLedger;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import com.luckyfunatic.engine.storage.SupportPlans;
import com.luckyfunatic.engine.storage.Tournaments;
import com.luckyfunatic.engine.storage.TransferOutbox;
import com.luckyfunatic.engine.testkit.StorageFixture;
import com.luckyfunatic.engine.testkit.StoreCapabilities;
import com.luckyfunatic.storage.codec.StoredCommands;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The distributed storage for contracts. Its workers do not run by themselves: whoever asks for
 * what they bring lets them finish first.
 */
final class DistributedFixture implements StorageFixture {
    private final DistributedSettings settings;
    private final @Nullable DistributedStorage shared;

    private DistributedFixture(DistributedSettings settings, @Nullable DistributedStorage shared) {
        this.settings = settings;
        this.shared = shared;
    }

    /** Opens the databases for each test, and again as often as it asks. */
    static DistributedFixture opening(DistributedSettings settings) {
        return new DistributedFixture(settings, null);
    }

    /** Takes a storage that is open already: connecting is slow. */
    static DistributedFixture sharing(DistributedSettings settings, DistributedStorage shared) {
        return new DistributedFixture(settings, shared);
    }

    @Override
    public StoreCapabilities capabilities() {
        return new StoreCapabilities(
                shared == null, StoreCapabilities.FRIENDS_RANKING_LAG_MAX, Long.MAX_VALUE);
    }

    @Override
    public GameStorage open() {
        return new Opened(
                shared == null ? DistributedStorage.open(settings, InstantSource.system()) : shared,
                shared != null);
    }

    @Override
    public void settle(GameStorage storage) {
        ((Opened) storage).storage.workers().finish();
    }

    @Override
    public Optional<String> exchangeCommand(
            GameStorage storage, PendingFollowUp followUp, String stored) {
        return Optional.of(StoredCommands.exchange(settings.mySql().url(), followUp.id(), stored));
    }

    /** A storage whose follow-ups are there as soon as they are asked for. */
    private static final class Opened implements GameStorage {
        private final DistributedStorage storage;
        private final boolean isShared;
        private volatile boolean closed;

        Opened(DistributedStorage storage, boolean isShared) {
            this.storage = storage;
            this.isShared = isShared;
        }

        private DistributedStorage open() {
            if (closed) {
                throw new StorageUnavailableException("closed");
            }
            return storage;
        }

        @Override
        public InstantSource clock() {
            return open().clock();
        }

        @Override
        public PlayerStore players() {
            return open().players();
        }

        @Override
        public PlayerDirectory directory() {
            return open().directory();
        }

        @Override
        public FollowUpQueue followUps() {
            FollowUpQueue queue = open().followUps();
            return new FollowUpQueue() {
                @Override
                public List<PendingFollowUp> pending(int limit, long nowMillis) {
                    storage.workers().finish();
                    return queue.pending(limit, nowMillis);
                }

                @Override
                public void complete(PendingFollowUp followUp) {
                    queue.complete(followUp);
                }

                @Override
                public void postpone(PendingFollowUp followUp) {
                    queue.postpone(followUp);
                }

                @Override
                public Page<PendingFollowUp> waiting(@Nullable WaitingPosition after, int limit) {
                    storage.workers().finish();
                    return queue.waiting(after, limit);
                }

                @Override
                public Optional<PendingFollowUp> findWaiting(
                        PlayerId player, OperationId operationId) {
                    storage.workers().finish();
                    return queue.findWaiting(player, operationId);
                }

                @Override
                public void noteFailure(PendingFollowUp followUp, long atMillis, String reason) {
                    queue.noteFailure(followUp, atMillis, reason);
                }

                @Override
                public Dropped drop(FollowUp followUp, OperationId by, long atMillis) {
                    return queue.drop(followUp, by, atMillis);
                }

                @Override
                public Optional<Dropped> dropped(PlayerId player, OperationId operationId) {
                    return queue.dropped(player, operationId);
                }
            };
        }

        @Override
        public Admissions admissions() {
            return open().admissions();
        }

        @Override
        public Leaderboards leaderboards() {
            return open().leaderboards();
        }

        @Override
        public MinigameRuns minigameRuns() {
            return open().minigameRuns();
        }

        @Override
        public StockLedger stock() {
            return open().stock();
        }

        @Override
        public Raffles raffles() {
            return open().raffles();
        }

        @Override
        public ActiveSessions activeSessions() {
            return open().activeSessions();
        }

        @Override
        public SessionHistory sessionHistory() {
            return open().sessionHistory();
        }

        @Override
        public Campaigns campaigns() {
            return open().campaigns();
        }

        @Override
        public CatalogReleases catalogReleases() {
            return open().catalogReleases();
        }

        @Override
        public Operators operators() {
            return open().operators();
        }

        @Override
        public OperatorActions operatorActions() {
            return open().operatorActions();
        }

        @Override
        public AuditStore audit() {
            return open().audit();
        }

        @Override
        public StarsRefunds starsRefunds() {
            return open().starsRefunds();
        }

        @Override
        public SupportPlans supportPlans() {
            return open().supportPlans();
        }

        @Override
        public PlatformAccounts platformAccounts() {
            return open().platformAccounts();
        }

        @Override
        public TransferOutbox transferOutbox() {
            return open().transferOutbox();
        }

        @Override
        public Tournaments tournaments() {
            return open().tournaments();
        }

        @Override
        public PopupWaves popupWaves() {
            return open().popupWaves();
        }

        @Override
        public PrizeRuns prizeRuns() {
            return open().prizeRuns();
        }

        @Override
        public long greatestId() {
            return open().greatestId();
        }

        @Override
        public void checkAvailable() {
            open().checkAvailable();
        }

        @Override
        public void close() {
            closed = true;
            if (!isShared) {
                storage.close();
            }
        }
    }
}
