/** Character checks that several packages share. */
@NullMarked
package com.luckyfunatic.server.text;

import org.jspecify.annotations.NullMarked;
