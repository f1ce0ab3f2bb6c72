/** How many requests one caller may send, and who the caller is behind trusted proxies. */
@NullMarked
package com.luckyfunatic.server.limit;

import org.jspecify.annotations.NullMarked;
