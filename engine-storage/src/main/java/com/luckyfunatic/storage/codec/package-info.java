/** The stored form of states, changes and answers: versioned JSON, in one place. */
@NullMarked
package com.luckyfunatic.storage.codec;

import org.jspecify.annotations.NullMarked;
