/** Tests of locks among processes. */
@NullMarked
package com.luckyfunatic.storage.lock;

import org.jspecify.annotations.NullMarked;
