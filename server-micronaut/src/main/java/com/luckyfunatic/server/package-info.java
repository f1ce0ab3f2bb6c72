/** The HTTP server: translates requests into commands of the engine. */
@NullMarked
package com.luckyfunatic.server;

import org.jspecify.annotations.NullMarked;
