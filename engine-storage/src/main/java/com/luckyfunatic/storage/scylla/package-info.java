/**
 * The audit trail on ScyllaDB or Cassandra: every change, and what follows from it for items,
 * sessions and boosters.
 *
 * <p>It is a projection of the journal. Writing an entry again changes nothing; until an append has
 * completed, the journal keeps what was to be appended.
 */
@NullMarked
package com.luckyfunatic.storage.scylla;

import org.jspecify.annotations.NullMarked;
