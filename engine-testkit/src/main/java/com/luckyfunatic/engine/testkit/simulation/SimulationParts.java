package com.luckyfunatic.engine.testkit.simulation;

import com.luckyfunatic.engine.storage.Raffles;
import com.luckyfunatic.engine.storage.StockLedger;
import com.luckyfunatic.engine.storage.Tournaments;
import com.luckyfunatic.engine.testkit.ModelRaffles;
import com.luckyfunatic.engine.testkit.ModelStock;
import com.luckyfunatic.engine.testkit.ModelTournaments;

/** What a simulation is made of. The simulator's own tests break one part each on purpose. */
class SimulationParts {
    SimulatedRedis redis(VirtualTime time) {
        return new SimulatedRedis(time);
    }

    SimulatedDatabase database() {
        return new SimulatedDatabase();
    }

    StockLedger stock() {
        return new ModelStock();
    }

    Tournaments tournaments() {
        return new ModelTournaments();
    }

    Raffles raffles() {
        return new ModelRaffles();
    }

    SimulatedPlayerStore players(World world, StoreLink link) {
        return new SimulatedPlayerStore(world, link);
    }

    SimulatedServer server(World world, int number) {
        return new SimulatedServer(world, number);
    }
}
