/** Releases of the content: publishing them, and playing by the one in force. */
@NullMarked
package com.luckyfunatic.operations.content;

import org.jspecify.annotations.NullMarked;
