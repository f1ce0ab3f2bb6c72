/** Logins. */
@NullMarked
package com.luckyfunatic.engine.session;

import org.jspecify.annotations.NullMarked;
