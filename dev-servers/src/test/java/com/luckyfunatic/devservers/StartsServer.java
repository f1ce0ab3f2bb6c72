package com.luckyfunatic.devservers;

import java.nio.file.Path;
import java.util.List;

/**
 * A program that starts a Redis in the directory named, prints its process id and waits for ever.
 */
final class StartsServer {
    private StartsServer() {}

    public static void main(String[] arguments) throws InterruptedException {
        var redis =
                RedisServer.start(
                        TestFiles.get(), RedisVersion.NEWEST, Path.of(arguments[0]), List.of());
        System.out.println(redis.processId());
        Thread.currentThread().join();
    }
}
