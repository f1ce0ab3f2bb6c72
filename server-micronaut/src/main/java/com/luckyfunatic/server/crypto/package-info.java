/** Digests and signatures, as the JDK makes them. */
@NullMarked
package com.luckyfunatic.server.crypto;

import org.jspecify.annotations.NullMarked;
