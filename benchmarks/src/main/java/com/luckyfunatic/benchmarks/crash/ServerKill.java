package com.luckyfunatic.benchmarks.crash;

/** Kills the server; nobody answers until it is started again. */
record ServerKill() implements Blow<OneServer> {
    @Override
    public void strike(OneServer stage, Phases phases) throws InterruptedException {
        phases.struck();
        stage.killServer();
    }

    @Override
    public boolean endsLoad() {
        return true;
    }
}
