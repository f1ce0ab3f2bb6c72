/** Spans of requests, for a collector that speaks OTLP. Off unless an address is set. */
@NullMarked
package com.luckyfunatic.server.tracing;

import org.jspecify.annotations.NullMarked;
