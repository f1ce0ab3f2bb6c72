package com.luckyfunatic.engine.testkit.fault;

import java.time.Duration;

/**
 * What happens to a reply on its way to the client. In all cases the server has received the
 * request and acted on it.
 */
public sealed interface Fault {
    /** The reply arrives. */
    record None() implements Fault {}

    /** The reply is lost and the connection ends in order, as when a proxy is shut down. */
    record Drop() implements Fault {}

    /** The reply is lost and the connection is reset, as when a host crashes. */
    record Reset() implements Fault {}

    /** Half of the reply arrives, then the connection is reset. */
    record Cut() implements Fault {}

    /** The reply, and everything after it, is lost; the connection stays open and silent. */
    record BlackHole() implements Fault {}

    /** The reply arrives {@code delay} later. */
    record Delay(Duration delay) implements Fault {}
}
