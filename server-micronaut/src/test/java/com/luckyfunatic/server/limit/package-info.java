@NullMarked
package com.luckyfunatic.server.limit;

import org.jspecify.annotations.NullMarked;
