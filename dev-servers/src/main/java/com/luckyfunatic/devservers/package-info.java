/**
 * Redis, MariaDB and Cassandra as child processes of this JVM, for tests and for development: from
 * files that Maven fetches, on loopback, never outliving the JVM. Needs a Unix with {@code sh}; no
 * library.
 */
@NullMarked
package com.luckyfunatic.devservers;

import org.jspecify.annotations.NullMarked;
