package com.luckyfunatic.engine.testkit.servers;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives a test class a keyspace of its own on a server that speaks CQL (ScyllaDB as a container,
 * Cassandra as a child process): a parameter of type {@link CassandraAddress} says where. The
 * setting is {@code FUNATIC_TEST_CASSANDRA}, such as {@code host:9042/datacenter1}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(ServersExtension.class)
public @interface WithCassandra {}
