/** Checks that what a storage keeps adds up: that nothing was lost, paid twice or changed. */
@NullMarked
package com.luckyfunatic.storage.verify;

import org.jspecify.annotations.NullMarked;
