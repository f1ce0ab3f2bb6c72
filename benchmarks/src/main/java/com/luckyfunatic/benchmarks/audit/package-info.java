/** The audit trail on a Cassandra-compatible database, beside the bare driver. */
@NullMarked
package com.luckyfunatic.benchmarks.audit;

import org.jspecify.annotations.NullMarked;
