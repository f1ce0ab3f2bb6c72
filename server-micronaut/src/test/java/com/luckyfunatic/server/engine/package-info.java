@NullMarked
package com.luckyfunatic.server.engine;

import org.jspecify.annotations.NullMarked;
