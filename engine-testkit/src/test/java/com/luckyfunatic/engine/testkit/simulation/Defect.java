package com.luckyfunatic.engine.testkit.simulation;

import static java.util.Objects.requireNonNull;

import com.luckyfunatic.engine.Actor;
import com.luckyfunatic.engine.CommandEnvelope;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.hold.HoldSweeper;
import com.luckyfunatic.engine.prize.FinalStanding;
import com.luckyfunatic.engine.prize.PrizeCommand.PayPrize;
import com.luckyfunatic.engine.raffle.TicketReservation;
import com.luckyfunatic.engine.stock.Reservation;
import com.luckyfunatic.engine.stock.ReserveOutcome;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.Raffles;
import com.luckyfunatic.engine.storage.StateChange;
import com.luckyfunatic.engine.storage.StockLedger;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import com.luckyfunatic.engine.storage.Tournaments;
import com.luckyfunatic.engine.store.ListingDefinition;
import com.luckyfunatic.engine.store.StoreCommand;
import com.luckyfunatic.engine.testkit.ModelStock;
import com.luckyfunatic.engine.tournament.TournamentEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Defects that the simulator must find: simulations of which one part is wrong on purpose. */
enum Defect {
    /** Operation ids are not looked up: a repeat is carried out as if it were new. */
    NO_DEDUPE(
            new SimulationParts() {
                @Override
                SimulatedRedis redis(VirtualTime time) {
                    return new SimulatedRedis(time) {
                        @Override
                        @Nullable KeptAnswer known(OperationKey key) {
                            return null;
                        }
                    };
                }

                @Override
                SimulatedPlayerStore players(World world, StoreLink link) {
                    return new SimulatedPlayerStore(world, link) {
                        @Override
                        @Nullable KeptAnswer inDatabase(OperationKey key) {
                            return null;
                        }
                    };
                }
            }),

    /** A hard change is answered before the database has it. */
    ACK_BEFORE_WRITE(
            new SimulationParts() {
                @Override
                SimulatedPlayerStore players(World world, StoreLink link) {
                    return new SimulatedPlayerStore(world, link) {
                        @Override
                        void makeSafe(
                                SimulatedDatabase.HardChange change,
                                @Nullable List<JournalEntry> told) {
                            // The drain will bring it there some day.
                        }
                    };
                }
            }),

    /** What was read is not compared with what is there when it is replaced. */
    CHECK_OUTSIDE_STEP(
            new SimulationParts() {
                @Override
                SimulatedRedis redis(VirtualTime time) {
                    return new SimulatedRedis(time) {
                        @Override
                        boolean isAsRead(Commit commit, @Nullable Hot hot) {
                            return true;
                        }
                    };
                }
            }),

    /** What is loaded replaces a player who is further already. */
    NO_SEQUENCE_GUARD(
            new SimulationParts() {
                @Override
                SimulatedRedis redis(VirtualTime time) {
                    return new SimulatedRedis(time) {
                        @Override
                        boolean isAtLeastAsFar(Hot hot, Version loaded) {
                            return false;
                        }
                    };
                }
            }),

    /** A snapshot replaces whatever snapshot is there. */
    FLUSH_OVERWRITES_NEWER(
            new SimulationParts() {
                @Override
                SimulatedDatabase database() {
                    return new SimulatedDatabase() {
                        @Override
                        boolean isNewer(Snapshot snapshot, @Nullable Snapshot stored) {
                            return true;
                        }
                    };
                }
            }),

    /** Entries are taken out of the journal, and archived then. */
    DRAINER_ACKS_BEFORE_INSERT(
            new SimulationParts() {
                @Override
                SimulatedPlayerStore players(World world, StoreLink link) {
                    return new SimulatedPlayerStore(world, link) {
                        @Override
                        void drain(long known, List<JournalEntry> entries) {
                            trim(known, entries);
                            archive(known, entries);
                        }
                    };
                }
            }),

    /** Whoever has ever loaded a player may write for ever: epochs are not compared. */
    LOCK_WITHOUT_FENCE(
            new SimulationParts() {
                @Override
                SimulatedDatabase database() {
                    return new SimulatedDatabase() {
                        @Override
                        boolean mayWrite(Row row, Version version) {
                            return true;
                        }
                    };
                }
            }),

    /** What was read before a loss is archived after it: generations are not compared. */
    DRAIN_WITHOUT_FENCE(
            new SimulationParts() {
                @Override
                SimulatedDatabase database() {
                    return new SimulatedDatabase() {
                        @Override
                        boolean isPresent(long ofGeneration, long present) {
                            return true;
                        }
                    };
                }
            }),

    /** The hot store goes on after a loss as if nothing had happened. */
    LOSS_UNNOTICED(
            new SimulationParts() {
                @Override
                SimulatedRedis redis(VirtualTime time) {
                    return new SimulatedRedis(time) {
                        @Override
                        long generationAfterLoss() {
                            return generation();
                        }
                    };
                }
            }),

    /** A purchase without an answer is taken for refused, and its pieces are given back. */
    UNKNOWN_TAKEN_FOR_FAILURE(
            new SimulationParts() {
                @Override
                SimulatedServer server(World world, int number) {
                    return new SimulatedServer(world, number) {
                        @Override
                        Reply buy(Life mine, CommandEnvelope purchase) {
                            try {
                                return super.buy(mine, purchase);
                            } catch (StorageUnavailableException e) {
                                var _ =
                                        world.stock()
                                                .release(
                                                        purchase.player(),
                                                        requireNonNull(purchase.operationId()));
                                throw e;
                            }
                        }
                    };
                }
            }),

    /** Whether there are enough pieces is asked first, and they are reserved then. */
    STOCK_CHECK_OUTSIDE_STEP(
            new SimulationParts() {
                @Override
                StockLedger stock() {
                    return new BoundlessStock();
                }

                @Override
                SimulatedServer server(World world, int number) {
                    return new SimulatedServer(world, number) {
                        @Override
                        Reply buy(Life mine, CommandEnvelope purchase) {
                            ListingDefinition listing =
                                    mine.engine()
                                            .catalog()
                                            .listing(
                                                    ((StoreCommand.Purchase) purchase.command())
                                                            .listing());
                            return listing != null
                                            && listing.isStocked()
                                            && mine.purchases().left(listing) < 1
                                    ? new Reply.NotTried()
                                    : super.buy(mine, purchase);
                        }
                    };
                }
            }),

    /** Changes count as audited while they wait in the memory of a server. */
    AUDIT_FROM_MEMORY(
            new SimulationParts() {
                @Override
                SimulatedServer server(World world, int number) {
                    return new SimulatedServer(world, number) {
                        @Override
                        void audit(StoreLink link, List<StateChange> changes) {
                            acknowledge(link, changes);
                            append(link, changes);
                        }
                    };
                }
            }),

    /** What is held too long is given back, whatever became of the payment. */
    SWEEPER_DOES_NOT_ASK(
            new SimulationParts() {
                @Override
                SimulatedServer server(World world, int number) {
                    return new SimulatedServer(world, number) {
                        @Override
                        void sweep(Life mine) {
                            StockLedger stock = mine.engine().storage().stock();
                            long ended = clock.millis() - HoldSweeper.MARGIN.toMillis();
                            for (Reservation each : stock.open(ended, null, Page.LIMIT_MAX)) {
                                var _ = stock.release(each.player(), each.operationId());
                            }
                        }
                    };
                }
            }),

    /** A seat that is held too long is given back, whatever became of the fee. */
    SEATS_SWEPT_WITHOUT_ASKING(
            new SimulationParts() {
                @Override
                SimulatedServer server(World world, int number) {
                    return new SimulatedServer(world, number) {
                        @Override
                        void careForTournaments(Life mine) {
                            Tournaments tournaments = mine.engine().storage().tournaments();
                            long ended = clock.millis() - HoldSweeper.MARGIN.toMillis();
                            for (TournamentEntry each :
                                    tournaments.held(ended, null, Page.LIMIT_MAX)) {
                                var _ = tournaments.release(each.player(), each.operationId());
                            }
                            super.careForTournaments(mine);
                        }
                    };
                }
            }),

    /** The same with tickets of a raffle. */
    TICKETS_SWEPT_WITHOUT_ASKING(
            new SimulationParts() {
                @Override
                SimulatedServer server(World world, int number) {
                    return new SimulatedServer(world, number) {
                        @Override
                        void careForRaffles(Life mine) {
                            Raffles raffles = mine.engine().storage().raffles();
                            long ended = clock.millis() - HoldSweeper.MARGIN.toMillis();
                            for (TicketReservation each :
                                    raffles.held(ended, null, Page.LIMIT_MAX)) {
                                var _ = raffles.release(each.player(), each.operationId());
                            }
                            super.careForRaffles(mine);
                        }
                    };
                }
            }),

    /** Who goes on with a prize run pays under a name that whoever was first has not used. */
    PRIZES_UNDER_A_NEW_NAME(
            new SimulationParts() {
                @Override
                SimulatedServer server(World world, int number) {
                    return new SimulatedServer(world, number) {
                        @Override
                        void payPrizes(Life mine) {
                            mine.engine()
                                    .storage()
                                    .prizeRuns()
                                    .unpaid(
                                            SimulatedCompetition.ENDED_CUP,
                                            0,
                                            SimulatedCompetition.PRIZES.size(),
                                            Page.LIMIT_MAX)
                                    .forEach(each -> pay(mine, each));
                            super.payPrizes(mine);
                        }

                        private void pay(Life mine, FinalStanding winner) {
                            mine.engine()
                                    .execute(
                                            new CommandEnvelope(
                                                    winner.player(),
                                                    new OperationId("prize " + clock.millis()),
                                                    clock.millis(),
                                                    Actor.Player.SELF,
                                                    new PayPrize(
                                                            winner.tournament(),
                                                            winner.rank(),
                                                            Currency.FUNZ,
                                                            1)));
                        }
                    };
                }
            }),

    /** A repeat is answered from the hot store, before the database has the change. */
    REPEAT_NOT_MADE_SAFE(
            new SimulationParts() {
                @Override
                SimulatedPlayerStore players(World world, StoreLink link) {
                    return new SimulatedPlayerStore(world, link) {
                        @Override
                        void makeRepeatSafe(OperationKey key, KeptAnswer known) {
                            // Whoever was first will have seen to it.
                        }
                    };
                }
            }),

    /**
     * The database is asked for an operation once, and not again when another one has changed the
     * player meanwhile: that may have been this operation, and its answer may be gone by then.
     */
    OPERATION_LOOKED_FOR_ONCE(
            new SimulationParts() {
                @Override
                SimulatedPlayerStore players(World world, StoreLink link) {
                    return new SimulatedPlayerStore(world, link) {
                        @Override
                        @Nullable KeptAnswer answeredBefore(OperationKey key, int tried) {
                            return tried == 0 ? super.answeredBefore(key, tried) : null;
                        }
                    };
                }
            }),

    /** An operation that was lost and carried out anew is answered as it first came out. */
    ANSWER_OF_A_LOST_CHANGE(
            new SimulationParts() {
                @Override
                SimulatedPlayerStore players(World world, StoreLink link) {
                    return new SimulatedPlayerStore(world, link) {
                        @Override
                        boolean isSame(KeptAnswer known, KeptAnswer mine) {
                            return true;
                        }
                    };
                }
            });

    @SuppressWarnings("ImmutableEnumChecker") // It makes parts, and has none itself.
    private final SimulationParts parts;

    Defect(SimulationParts parts) {
        this.parts = parts;
    }

    SimulationParts parts() {
        return parts;
    }

    /** Reserves whatever is wanted. */
    private static final class BoundlessStock extends DelegatingStock {
        BoundlessStock() {
            super(new ModelStock());
        }

        @Override
        public ReserveOutcome reserve(Reservation wanted, long total) {
            return super.reserve(wanted, Amounts.MAX);
        }
    }
}
