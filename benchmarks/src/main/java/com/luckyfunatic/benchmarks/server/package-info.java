/** The real server as a child process. */
@NullMarked
package com.luckyfunatic.benchmarks.server;

import org.jspecify.annotations.NullMarked;
