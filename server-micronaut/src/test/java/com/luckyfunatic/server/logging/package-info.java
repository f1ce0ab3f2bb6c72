@NullMarked
package com.luckyfunatic.server.logging;

import org.jspecify.annotations.NullMarked;
