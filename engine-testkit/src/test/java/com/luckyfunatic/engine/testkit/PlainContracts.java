package com.luckyfunatic.engine.testkit;

import java.util.List;

/**
 * Every contract, for the storage of {@link ContractRun}. The launcher runs them, not the build.
 */
final class PlainContracts {
    static final List<Class<? extends StorageContract>> ALL =
            List.of(
                    Players.class,
                    Operations.class,
                    History.class,
                    Concurrency.class,
                    SeededLives.class,
                    Directory.class,
                    Friends.class,
                    FollowUps.class,
                    Boards.class,
                    Stock.class,
                    Tournaments.class,
                    TournamentEntries.class,
                    Sales.class,
                    Raffles.class,
                    RaffleTickets.class,
                    Purchases.class,
                    Admission.class,
                    Campaigns.class,
                    Releases.class,
                    Staff.class,
                    StaffActions.class,
                    StaffPlans.class,
                    Audited.class,
                    Platform.class,
                    Popups.class,
                    Prizes.class,
                    PrizeRunning.class,
                    Outbox.class,
                    Runs.class,
                    Minigames.class,
                    Transfers.class,
                    StuckTransfers.class,
                    Engine.class,
                    Referrals.class,
                    Erasure.class,
                    Durability.class);

    private PlainContracts() {}

    static class Players extends PlayerStoreContract {
        @Override
        protected StorageFixture newFixture() {
            return ContractRun.fixture();
        }
    }

    static class Operations extends OperationsContract {
        @Override
        protected StorageFixture newFixture() {
            return ContractRun.fixture();
        }
    }

    static class Draws extends DrawsContract {
        @Override
        protected StorageFixture newFixture() {
            return ContractRun.fixture();
        }
    }

    static class History extends HistoryContract {
        @Override
        protected StorageFixture newFixture() {
            return ContractRun.fixture();
        }
    }

    static class Concurrency extends ConcurrencyContract {
        @Override
        protected StorageFixture newFixture() {
            return ContractRun.fixture();
        }
    }

    static class SeededLives extends SeededLivesContract {
        @Override
        protected StorageFixture newFixture() {
            return ContractRun.fixture();
        }
    }

    static class Directory extends PlayerDirectoryContract {
        @Override
        protected StorageFixture newFixture() {
            return ContractRun.fixture();
        }
    }

    static class Friends extends FriendsContract {
        @Override
        protected StorageFixture newFixture() {
            return ContractRun.fixture();
        }
    }

    static class FollowUps extends FollowUpQueueContract {
        @Override
        protected StorageFixture newFixture() {
            return ContractRun.fixture();
        }
    }

    static class Boards extends LeaderboardsContract {
        @Override
        protected StorageFixture newFixture() {
            return ContractRun.fixture();
        }
    }

    static class Stock extends StockLedgerContract {
        @Override
        protected StorageFixture newFixture() {
            return ContractRun.fixture();
        }
    }

    static class Tournaments extends TournamentsContract {
        @Override
        protected StorageFixture newFixture() {
            return ContractRun.fixture();
        }
    }

    static class TournamentEntries extends TournamentEntriesContract {
        @Override
        protected StorageFixture newFixture() {
            return ContractRun.fixture();
        }
    }

    static class Releases extends CatalogReleasesContract {
        @Override
        protected StorageFixture newFixture() {
            return ContractRun.fixture();
        }
    }

    static class Staff extends OperatorsContract {
        @Override
        protected StorageFixture newFixture() {
            return ContractRun.fixture();
        }
    }

    static class StaffActions extends OperatorActionsContract {
        @Override
        protected StorageFixture newFixture() {
            return ContractRun.fixture();
        }
    }

    static class Audited extends AuditContract {
        @Override
        protected StorageFixture newFixture() {
            return ContractRun.fixture();
        }
    }

    static class StarsAsked extends StarsRefundsContract {
        @Override
        protected StorageFixture newFixture() {
            return ContractRun.fixture();
        }
    }

    static class StaffPlans extends SupportPlansContract {
        @Override
        protected StorageFixture newFixture() {
            return ContractRun.fixture();
        }
    }

    static class Platform extends PlatformAccountsContract {
        @Override
        protected StorageFixture newFixture() {
            return ContractRun.fixture();
        }
    }

    static class Purchases extends PurchasesContract {
        @Override
        protected StorageFixture newFixture() {
            return ContractRun.fixture();
        }
    }

    static class Admission extends AdmissionsContract {
        @Override
        protected StorageFixture newFixture() {
            return ContractRun.fixture();
        }
    }

    static class Campaigns extends CampaignsContract {
        @Override
        protected StorageFixture newFixture() {
            return ContractRun.fixture();
        }
    }

    static class Raffles extends RafflesContract {
        @Override
        protected StorageFixture newFixture() {
            return ContractRun.fixture();
        }
    }

    static class RaffleTickets extends RaffleTicketsContract {
        @Override
        protected StorageFixture newFixture() {
            return ContractRun.fixture();
        }
    }

    static class Sales extends StockSalesContract {
        @Override
        protected StorageFixture newFixture() {
            return ContractRun.fixture();
        }

        @Override
        protected Crowd crowd() {
            return new Crowd(20, 10, 50);
        }
    }

    static class Popups extends PopupWavesContract {
        @Override
        protected StorageFixture newFixture() {
            return ContractRun.fixture();
        }
    }

    static class PrizeRunning extends PrizeRunContract {
        @Override
        protected StorageFixture newFixture() {
            return ContractRun.fixture();
        }
    }

    static class Prizes extends PrizeRunsContract {
        @Override
        protected StorageFixture newFixture() {
            return ContractRun.fixture();
        }
    }

    static class Outbox extends TransferOutboxContract {
        @Override
        protected StorageFixture newFixture() {
            return ContractRun.fixture();
        }
    }

    static class Runs extends MinigameRunsContract {
        @Override
        protected StorageFixture newFixture() {
            return ContractRun.fixture();
        }
    }

    static class Minigames extends MinigamesContract {
        @Override
        protected StorageFixture newFixture() {
            return ContractRun.fixture();
        }
    }

    static class Transfers extends TransfersContract {
        @Override
        protected StorageFixture newFixture() {
            return ContractRun.fixture();
        }

        @Override
        protected int transfers() {
            return 200;
        }
    }

    static class StuckTransfers extends StuckTransfersContract {
        @Override
        protected StorageFixture newFixture() {
            return ContractRun.fixture();
        }
    }

    static class Engine extends GameEngineContract {
        @Override
        protected StorageFixture newFixture() {
            return ContractRun.fixture();
        }
    }

    static class Referrals extends ReferralsContract {
        @Override
        protected StorageFixture newFixture() {
            return ContractRun.fixture();
        }
    }

    static class Erasure extends ErasureContract {
        @Override
        protected StorageFixture newFixture() {
            return ContractRun.fixture();
        }
    }

    static class Durability extends DurabilityContract {
        @Override
        protected StorageFixture newFixture() {
            return ContractRun.fixture();
        }
    }
}
