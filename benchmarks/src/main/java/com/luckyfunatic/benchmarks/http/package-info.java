/**
 * HTTP load test of a running server: closed and open loop, latency from the intended start.
 *
 * <p>Hyperfoil owns connections, HTTP and event loops. This package adds what a fair comparison
 * needs on top: a schedule in nanoseconds, one player per virtual user at a time, counts by exact
 * status and a report with the whole histogram.
 */
@NullMarked
package com.luckyfunatic.benchmarks.http;

import org.jspecify.annotations.NullMarked;
