@NullMarked
package com.luckyfunatic.server.tracing;

import org.jspecify.annotations.NullMarked;
