package com.luckyfunatic.engine.testkit.servers;

import com.luckyfunatic.devservers.RedisVersion;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives a test class a Redis: a parameter of type {@link RedisAddress} says where. The setting is
 * {@code FUNATIC_TEST_REDIS}, such as {@code redis://host:6379}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(ServersExtension.class)
public @interface WithRedis {
    /** Which one, if it comes from a container or a child process. */
    RedisVersion value() default RedisVersion.NEWEST;
}
