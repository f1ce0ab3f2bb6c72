/**
 * How many requests one caller may send, who the caller is behind trusted proxies, and how many
 * requests of all callers may be in flight.
 */
@NullMarked
package com.luckyfunatic.server.limit;

import org.jspecify.annotations.NullMarked;
