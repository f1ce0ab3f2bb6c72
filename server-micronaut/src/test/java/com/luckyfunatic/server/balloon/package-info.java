@NullMarked
package com.luckyfunatic.server.balloon;

import org.jspecify.annotations.NullMarked;
