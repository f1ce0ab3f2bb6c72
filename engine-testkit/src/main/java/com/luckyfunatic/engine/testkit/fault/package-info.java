/** A network that misbehaves on demand, between a client and a server. */
@NullMarked
package com.luckyfunatic.engine.testkit.fault;

import org.jspecify.annotations.NullMarked;
