/** What is known about one request while it is served: trace id, caller, timing. */
@NullMarked
package com.luckyfunatic.server.request;

import org.jspecify.annotations.NullMarked;
