/** What marketing is told of its campaigns. */
@NullMarked
package com.luckyfunatic.server.campaign;

import org.jspecify.annotations.NullMarked;
