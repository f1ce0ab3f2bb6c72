package com.luckyfunatic.engine.testkit.servers;

/**
 * Where a Redis is.
 *
 * @param uri such as {@code redis://127.0.0.1:12345}
 * @param prefix what the keys of this test class begin with; nobody else uses it
 */
public record RedisAddress(String uri, String prefix) {}
