/** Time trials over HTTP. */
@NullMarked
package com.luckyfunatic.server.timetrial;

import org.jspecify.annotations.NullMarked;
