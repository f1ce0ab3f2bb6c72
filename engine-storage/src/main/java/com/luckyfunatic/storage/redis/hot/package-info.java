/**
 * The commands that a script decides in one round trip: what it is told, and what its reply means.
 * Without a connection.
 */
@NullMarked
package com.luckyfunatic.storage.redis.hot;

import org.jspecify.annotations.NullMarked;
