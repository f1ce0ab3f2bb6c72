package com.luckyfunatic.worker;

import com.luckyfunatic.engine.raffle.RaffleRun;
import com.luckyfunatic.engine.raffle.RaffleSchedule;
import com.luckyfunatic.engine.raffle.TicketHolds;
import java.security.SecureRandom;

/** Opens raffles by the content, and brings those that are over to their last prize. */
final class RunRaffles implements Job {
    @Override
    public String name() {
        return "run-raffles";
    }

    @Override
    public String description() {
        return "Opens raffles by the content, and draws and pays those that are over.";
    }

    @Override
    public long run(OpenGame game, Progress progress) {
        new RaffleSchedule(game.engine(), new SecureRandom()).open();
        TicketHolds.sweeper(game.storage(), game.engine().clock()).sweep();
        int finished = new RaffleRun(game.engine()).run();
        progress.done(finished);
        return finished;
    }
}
