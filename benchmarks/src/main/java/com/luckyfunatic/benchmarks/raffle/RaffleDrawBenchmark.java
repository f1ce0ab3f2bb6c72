package com.luckyfunatic.benchmarks.raffle;

import com.luckyfunatic.engine.raffle.RaffleDefinition;
import com.luckyfunatic.engine.raffle.RaffleDraw;
import com.luckyfunatic.engine.raffle.TicketBlock;
import com.luckyfunatic.engine.raffle.TicketListHash;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A million tickets of a million purchases: the list hashed, and every one of them drawn. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(3)
public class RaffleDrawBenchmark {
    private static final int TICKETS = RaffleDefinition.TICKETS_MAX;
    private static final String SEED =
            "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";
    private static final String LIST_HASH =
            "352ab7927d4d930535a7e7c9b26dfb9221ac3858184db96d6a51c4795209762c";

    /** Hashes the list of as many purchases of one ticket. */
    @Benchmark
    public String hashTheList() {
        TicketListHash hash = new TicketListHash();
        for (int i = 1; i <= TICKETS; i++) {
            hash.add(new TicketBlock(i, 1, "a1a1a1a1a1a1a1a1"));
        }
        return hash.finish();
    }

    /** Draws them all. */
    @Benchmark
    public int drawAll() {
        return check(RaffleDraw.draw(SEED, LIST_HASH, TICKETS, TICKETS));
    }

    /** Draws as many as a raffle can have winners. */
    @Benchmark
    public int drawWinners() {
        return check(RaffleDraw.draw(SEED, LIST_HASH, TICKETS, RaffleDefinition.WINNERS_MAX));
    }

    /** Yardstick: as many bare HMACs as drawing them all needs. */
    @Benchmark
    public int bareHashes() throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(HexFormat.of().parseHex(SEED), "HmacSHA256"));
        int sum = 0;
        for (int i = 1; i <= TICKETS; i++) {
            sum += mac.doFinal((LIST_HASH + ":" + i).getBytes(StandardCharsets.US_ASCII))[0];
        }
        return sum;
    }

    private static int check(int[] drawn) {
        if (drawn[0] < 1 || drawn[0] > TICKETS) {
            throw new IllegalStateException("drew ticket " + drawn[0]);
        }
        return drawn[drawn.length - 1];
    }
}
