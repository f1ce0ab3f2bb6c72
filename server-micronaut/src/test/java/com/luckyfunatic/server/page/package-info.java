/** Tests of the page: the real server, played in a real browser. */
@NullMarked
package com.luckyfunatic.server.page;

import org.jspecify.annotations.NullMarked;
