package com.luckyfunatic.engine.testkit.servers;

import com.luckyfunatic.devservers.RedisVersion;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives a test class a Redis Cluster of three masters: a parameter of type {@link
 * RedisClusterAddress} says where. The setting is {@code FUNATIC_TEST_REDIS_CLUSTER}, one or more
 * addresses with commas between them. Containers are not used: their nodes would name each other by
 * addresses that the test cannot reach.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(ServersExtension.class)
public @interface WithRedisCluster {
    /** Which one, if it comes from a container or a child process. */
    RedisVersion value() default RedisVersion.NEWEST;
}
