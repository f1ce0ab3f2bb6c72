/** Tests of what is said about databases. */
@NullMarked
package com.luckyfunatic.storage.check;

import org.jspecify.annotations.NullMarked;
