/** Stores behind the ports of the engine. */
@NullMarked
package com.luckyfunatic.storage;

import org.jspecify.annotations.NullMarked;
