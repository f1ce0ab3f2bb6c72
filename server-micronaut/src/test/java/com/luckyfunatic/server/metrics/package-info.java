@NullMarked
package com.luckyfunatic.server.metrics;

import org.jspecify.annotations.NullMarked;
