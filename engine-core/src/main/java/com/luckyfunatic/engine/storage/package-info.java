/** The ports behind which every store stands, and what they promise. */
@NullMarked
package com.luckyfunatic.engine.storage;

import org.jspecify.annotations.NullMarked;
