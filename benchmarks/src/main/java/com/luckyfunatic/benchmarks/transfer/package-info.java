/** Transfers to a platform with a bad network, by a server that is killed. */
@NullMarked
package com.luckyfunatic.benchmarks.transfer;

import org.jspecify.annotations.NullMarked;
