/** Login over HTTP. */
@NullMarked
package com.luckyfunatic.server.login;

import org.jspecify.annotations.NullMarked;
