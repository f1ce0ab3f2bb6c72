/**
 * Real servers for tests: annotate a test class with {@link WithRedis}, {@link WithRedisCluster},
 * {@link WithMySql} or {@link WithCassandra} and take its address as a parameter.
 *
 * <p>Each comes from the first that there is of: an address in a setting, a container engine, a
 * child process. It is started once per JVM and ends with it. A test that stops or breaks a server
 * takes {@link OwnServers} instead, which are always child processes.
 */
@NullMarked
package com.luckyfunatic.engine.testkit.servers;

import org.jspecify.annotations.NullMarked;
