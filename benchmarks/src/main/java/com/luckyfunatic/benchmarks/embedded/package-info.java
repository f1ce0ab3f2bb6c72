/** The embedded store behind the engine's facade, beside the bare engine below it. */
@NullMarked
package com.luckyfunatic.benchmarks.embedded;

import org.jspecify.annotations.NullMarked;
