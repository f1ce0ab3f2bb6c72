/** Game content: definitions as records, their validation, and the indexed form that rules read. */
@NullMarked
package com.luckyfunatic.engine.catalog;

import org.jspecify.annotations.NullMarked;
