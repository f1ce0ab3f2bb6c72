/** How JSON is read and written: strictly, so that a wrong type is an error and never a guess. */
@NullMarked
package com.luckyfunatic.server.json;

import org.jspecify.annotations.NullMarked;
