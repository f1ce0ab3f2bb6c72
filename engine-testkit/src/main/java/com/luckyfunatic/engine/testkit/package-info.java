/**
 * Contract tests, seeded generators and a settable clock for whoever implements a port of the
 * engine.
 */
@NullMarked
package com.luckyfunatic.engine.testkit;

import org.jspecify.annotations.NullMarked;
