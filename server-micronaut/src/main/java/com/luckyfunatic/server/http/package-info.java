/** The filters that every request passes, and the parts of an answer that they add. */
@NullMarked
package com.luckyfunatic.server.http;

import org.jspecify.annotations.NullMarked;
