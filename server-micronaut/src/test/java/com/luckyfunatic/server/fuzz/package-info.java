/** Requests that the API description gives rise to, right and wrong ones. */
@NullMarked
package com.luckyfunatic.server.fuzz;

import org.jspecify.annotations.NullMarked;
