/** The whole server on Redis, MySQL and Cassandra. */
@NullMarked
package com.luckyfunatic.server.distributed;

import org.jspecify.annotations.NullMarked;
