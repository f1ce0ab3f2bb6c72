/** Routes for the people who help players, each with an operator's own credential. */
@NullMarked
package com.luckyfunatic.server.support;

import org.jspecify.annotations.NullMarked;
