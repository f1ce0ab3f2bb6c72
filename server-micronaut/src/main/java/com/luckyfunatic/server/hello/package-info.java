/** The yardstick of load tests: what the same stack does with a route that does nothing. */
@NullMarked
package com.luckyfunatic.server.hello;

import org.jspecify.annotations.NullMarked;
