@NullMarked
package com.luckyfunatic.server.presence;

import org.jspecify.annotations.NullMarked;
