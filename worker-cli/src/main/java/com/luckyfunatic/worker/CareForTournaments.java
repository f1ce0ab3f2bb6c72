package com.luckyfunatic.worker;

import com.luckyfunatic.engine.tournament.TournamentCare;

/** Announces tournaments of series, settles interrupted entries, and gives fees back. */
final class CareForTournaments implements Job {
    @Override
    public String name() {
        return "care-for-tournaments";
    }

    @Override
    public String description() {
        return "Announces tournaments of series, settles interrupted entries, refunds cancelled"
                + " ones.";
    }

    @Override
    public long run(OpenGame game, Progress progress) {
        int done = new TournamentCare(game.engine()).run().done();
        progress.done(done);
        return done;
    }
}
