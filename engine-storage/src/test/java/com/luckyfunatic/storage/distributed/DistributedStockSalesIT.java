package com.luckyfunatic.storage.distributed;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.stock.Reservation;
import com.luckyfunatic.engine.stock.StockId;
import com.luckyfunatic.engine.stock.StockLevel;
import com.luckyfunatic.engine.testkit.StockSalesContract;
import com.luckyfunatic.engine.testkit.StorageFixture;
import com.luckyfunatic.engine.testkit.servers.CassandraAddress;
import com.luckyfunatic.engine.testkit.servers.MySqlAddress;
import com.luckyfunatic.engine.testkit.servers.RedisAddress;
import com.luckyfunatic.engine.testkit.servers.WithCassandra;
import com.luckyfunatic.engine.testkit.servers.WithMySql;
import com.luckyfunatic.engine.testkit.servers.WithRedis;
import java.time.InstantSource;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@WithRedis
@WithMySql
@WithCassandra
@TestInstance(Lifecycle.PER_CLASS)
class DistributedStockSalesIT extends StockSalesContract {
    private final DistributedSettings settings;
    private final DistributedStorage storage;

    DistributedStockSalesIT(RedisAddress redis, MySqlAddress mySql, CassandraAddress cassandra) {
        settings = TestDatabases.on(redis, mySql, cassandra);
        storage = DistributedStorage.open(settings, InstantSource.system());
    }

    @AfterAll
    void close() {
        storage.close();
    }

    @Override
    protected StorageFixture newFixture() {
        return DistributedFixture.sharing(settings, storage);
    }

    /** Three databases on one machine: a smaller crowd. */
    @Override
    protected Crowd crowd() {
        return new Crowd(40, 10, 150);
    }

    @Test
    void the_job_that_processes_share_settles_what_is_held_too_long() {
        StockId stock = new StockId("stock_" + UUID.randomUUID().toString().replace("-", ""));
        Reservation crashed =
                new Reservation(
                        newPlayer(10, 0),
                        new OperationId(stock.value()),
                        stock,
                        1,
                        funz(-1),
                        clock.millis());
        storage.stock().reserve(crashed, 1);
        StorageJob job =
                storage.workers().jobs().stream()
                        .filter(each -> each.kind() == JobKind.SETTLE_STOCK)
                        .findFirst()
                        .orElseThrow();

        assertThat(job.work(0)).isFalse();

        assertThat(storage.stock().level(stock)).isEqualTo(StockLevel.UNTOUCHED);
        assertThat(storage.workers().work().stockSettled()).isPositive();
        assertThat(job.finish(_ -> {})).isZero();
    }
}
